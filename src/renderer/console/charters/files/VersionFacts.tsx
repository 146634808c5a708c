/** @file What a new version says of itself: what changed in the organization's words, from when it holds, and whether that is soon. */
import { useTranslation } from 'react-i18next'
import { shortNotice } from '../../../../contract/charter-notice'
import type { CharterPack } from '../../../../contract/charters'
import type { Day } from '../../../../contract/primitives'
import { Notice } from '../../ui/Notice'
import { calendarDayOf } from '../../ui/when'
import classes from './files.module.css'
import './words'

interface VersionFactsProps {
  after: CharterPack
  /** The version that is here; null: the charter is new here. */
  before: CharterPack | null
  /** The day on which it is announced; left out: the day of its version. */
  givenOn?: Day
}

/** Its notes, and a notice that is shorter than the charter's own. */
export const VersionFacts = ({ after, before, givenOn }: VersionFactsProps) => {
  const { t, i18n } = useTranslation('charterFiles')
  const short = shortNotice(after, before, givenOn)
  const notes = after.changeNotes ?? []
  return (
    <>
      {notes.length === 0 ? null : (
        <section className={classes.part} aria-label={t('version.notes')}>
          <h4>{t('version.notes')}</h4>
          <ul className={classes.notes} lang={after.language}>
            {notes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {short === null ? null : (
        <Notice tone="wait" title={t('version.shortTitle', { count: short.given })}>
          {t('version.short', { count: short.asked })}
        </Notice>
      )}
      {after.takesEffectOn === undefined || before !== null ? null : (
        <p className={classes.quiet}>
          {t('version.firstOf', { day: calendarDayOf(after.takesEffectOn, i18n.language) })}
        </p>
      )}
    </>
  )
}
