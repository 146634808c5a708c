/** @file A checklist: items one ticks oneself, and items that check themselves and warn, never block. */
import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Pill } from '../ui/Pill'
import classes from './Checklist.module.css'
import './words'

/** What a self-checking item found. `words` say it in full; the state's own word comes before them. */
export interface AutoResult {
  state: 'checking' | 'good' | 'warns'
  /** One sentence from the caller's catalogue; may be empty. */
  words: string
}

/** One line of a checklist. With `auto` it shows a result instead of a box to tick. */
export interface ChecklistLine {
  id: string
  text: string
  isTicked: boolean
  auto?: AutoResult | undefined
  /** What the caller offers below the line. */
  below?: ReactNode
}

/** Items in the pack's order, and what ticking does. */
export interface ChecklistProps {
  items: readonly ChecklistLine[]
  onTick: (itemId: string, isTicked: boolean) => void
  /** Lines to be said aloud are set at 20 px with generous leading. */
  isReadAloud?: boolean
  isDisabled?: boolean
  /** Language of the items, BCP 47: a charter's own. */
  language?: string | undefined
}

const pillOf = { checking: 'sent', good: 'held', warns: 'wait' } as const

/** The list named "Checklist". Order never changes: a ticked item stays where it is. */
export const Checklist = ({
  items,
  onTick,
  isReadAloud = false,
  isDisabled = false,
  language,
}: ChecklistProps) => {
  const { t } = useTranslation('conduct')
  return (
    <ul className={classes.list} aria-label={t('checklist.label')} data-aloud={isReadAloud}>
      {items.map((item) => (
        <li key={item.id} className={classes.item}>
          {item.auto ? (
            <AutoLine text={item.text} language={language} result={item.auto} />
          ) : (
            <Checkbox
              classNames={{ root: classes.tick ?? '', label: classes.label ?? '', body: classes.body ?? '' }}
              label={<span lang={language}>{item.text}</span>}
              checked={item.isTicked}
              disabled={isDisabled}
              onChange={(event) => onTick(item.id, event.currentTarget.checked)}
            />
          )}
          {item.below}
        </li>
      ))}
    </ul>
  )
}

const AutoLine = ({
  text,
  language,
  result,
}: {
  text: string
  language: string | undefined
  result: AutoResult
}) => {
  const { t } = useTranslation('conduct')
  return (
    <div className={classes.auto}>
      <div>
        <p lang={language}>{text}</p>
        {result.words ? <p className={classes.found}>{result.words}</p> : null}
      </div>
      <span role="status" className={classes.state}>
        <Pill state={pillOf[result.state]}>{t(`checklist.state.${result.state}`)}</Pill>
      </span>
    </div>
  )
}
