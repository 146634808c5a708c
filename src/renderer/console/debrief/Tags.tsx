/** @file What a debrief is about, chosen from a fixed list of situations: to find it again, and about nobody. */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DebriefTag } from '../../../contract/debrief'
import classes from './Prompts.module.css'

interface TagsProps {
  tags: readonly DebriefTag[]
  onChange: (tags: readonly string[]) => void
}

/** The choices, all optional. */
export const Tags = ({ tags, onChange }: TagsProps) => {
  const { t } = useTranslation('debrief')
  return (
    <Checkbox.Group
      label={t('tags.title')}
      description={t('tags.help')}
      value={[...tags]}
      onChange={onChange}
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
}
