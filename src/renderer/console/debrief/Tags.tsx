/** @file What a debrief is about, chosen from a fixed list of situations: to find it again, and about nobody. */
import { Checkbox } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { DebriefTag } from '../../../contract/debrief'
import classes from './Prompts.module.css'

interface TagsProps {
  tags: readonly DebriefTag[]
  onChange: (path: 'tags', chosen: string) => void
}

/** The choices, all optional. Not drawn anew with each key of a text. */
export const Tags = memo(({ tags, onChange }: TagsProps) => {
  const { t } = useTranslation('debrief')
  return (
    <Checkbox.Group
      label={t('tags.title')}
      description={t('tags.help')}
      value={[...tags]}
      onChange={(chosen) => onChange('tags', chosen.join('\n'))}
    >
      <div className={classes.options}>
        {DebriefTag.options.map((tag) => (
          <Checkbox
            key={tag}
            value={tag}
            label={t(`tags.of.${tag}`)}
            classNames={{ root: classes.option ?? '' }}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
})
