/** @file The clock of a report on screen: quiet, in sight, two texts side by side, and what is left of their hours. */
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../contract/charters'
import type { Due } from '../../../contract/report-clock'
import type { Report, ReportBody } from '../../../contract/reporting'
import { Card } from '../ui/Card'
import { usePassed } from '../ui/use-now'
import { minutesLeft, zonedMomentOf } from '../ui/when'
import { type ClockContext, clockUnder, sayAround, sayDue, sayStart } from './clock-words'
import { LawNote } from './form/DutyFields'
import fields from './form/fields.module.css'
import classes from './ReportClock.module.css'
import { useWords } from './words'

/** The report as it is typed, and what is known of time. */
export interface ReportClockProps {
  body: ReportBody
  times: Report['times']
  pack: CharterPack | null
}

/** The card named "Clock". */
export const ReportClock = ({ body, times, pack }: ReportClockProps) => {
  const { t, i18n } = useTranslation('reporting')
  const context: ClockContext = { t: useWords(), language: i18n.language, pack }
  const passedMs = usePassed(times.passedAt)
  const clock = clockUnder(body, times, pack)
  const triggers = pack?.reportTriggers ?? []
  return (
    <Card tone="sunk" label={t('clock.title')}>
      <h2>{t('clock.title')}</h2>
      <p className={classes.start}>{sayStart(clock, context)}</p>
      {clock.earliestAt === null ? null : <First dueAt={clock.earliestAt} passedMs={passedMs} />}
      {clock.rules.length === 0 ? null : (
        <details open={clock.rules.length === 1}>
          <summary className={classes.texts}>{t('clock.texts')}</summary>
          {clock.rules.map((rule) => {
            const note = triggers.find(({ id }) => id === rule.id)?.lawNote
            return (
              <section key={rule.id} aria-label={rule.label}>
                <h3>{rule.label}</h3>
                <div className={fields.sides}>
                  <div className={fields.side}>
                    <p>{t('duty.charterSays')}</p>
                    <p>{sayDue(rule.charter, 'charterNone', context)}</p>
                    <Left due={rule.charter} passedMs={passedMs} />
                  </div>
                  {note ? (
                    <LawNote note={{ ...note, text: sayDue(rule.law, 'lawNone', context) }}>
                      <Left due={rule.law} passedMs={passedMs} />
                    </LawNote>
                  ) : null}
                </div>
              </section>
            )
          })}
        </details>
      )}
      {sayAround(clock, body, times.isTrusted, context).map((said) => (
        <p key={said} className={classes.quiet}>
          {said}
        </p>
      ))}
    </Card>
  )
}

const First = ({ dueAt, passedMs }: { dueAt: string; passedMs: number }) => {
  const { t, i18n } = useTranslation('reporting')
  const left = minutesLeft(dueAt, passedMs)
  const time = zonedMomentOf(dueAt, i18n.language)
  return (
    <p>
      {left === 0
        ? t('clock.firstPassed', { time })
        : t('clock.first', { time, hours: Math.floor(left / 60), minutes: left % 60 })}
    </p>
  )
}

const Left = ({ due, passedMs }: { due: Due | null; passedMs: number }) => {
  const { t } = useTranslation('reporting')
  if (due === null) return null
  const left = minutesLeft(due.dueAt, passedMs)
  return (
    <p>
      {left === 0 ? t('clock.passed') : t('clock.left', { hours: Math.floor(left / 60), minutes: left % 60 })}
    </p>
  )
}
