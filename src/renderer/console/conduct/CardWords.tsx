/** @file What every card has: words to say aloud, in order, and where they come from. */
import { useTranslation } from 'react-i18next'
import type { Source } from '../../../contract/charter-source'
import type { Clause } from '../../../contract/charters'
import { useClausePlace } from '../words/clause-place'
import { useCharterTag } from '../words/group-language'
import classes from './Crisis.module.css'
import './words'

/** Words to say aloud, in order, set large. */
export const SayList = ({ lines, label }: { lines: readonly string[]; label?: string }) => {
  const { t } = useTranslation('conduct')
  const tag = useCharterTag()
  return (
    <ol className={classes.say} aria-label={label ?? t('crisis.say')}>
      {lines.map((line) => (
        <li key={line} lang={tag}>
          {line}
        </li>
      ))}
    </ol>
  )
}

/** The clause that has the words, or that they are ours and why. */
export const CardSource = ({ source, clauses }: { source: Source; clauses: readonly Clause[] }) => {
  const { t } = useTranslation('conduct')
  const placeOf = useClausePlace()
  switch (source.from) {
    case 'ourDefault':
      return <p className={classes.aside}>{t('crisis.source.ourDefault', { why: source.why })}</p>
    case 'clause': {
      const clause = clauses.find(({ id }) => id === source.clauseId)
      return clause ? (
        <p className={classes.aside}>
          {t('crisis.source.clause', { place: placeOf(clause), text: clause.text })}
        </p>
      ) : null
    }
  }
}
