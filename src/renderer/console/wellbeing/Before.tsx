/** @file The checks before, newest first, in words: no colors that judge, no curve, nothing counted up. */
import { useTranslation } from 'react-i18next'
import type { WellbeingCheck } from '../../../contract/wellbeing'
import { Answered, type Asked } from '../Answered'
import { momentOf } from '../ui/when'
import classes from './wellbeing.module.css'
import { questions } from './where-to'
import './words'

/** What main answered of them. */
export interface BeforeProps {
  asked: Asked<{ checks: WellbeingCheck[]; totalCount: number; unreadableCount: number }>
}

/** The list. */
export const Before = ({ asked }: BeforeProps) => {
  const { t } = useTranslation('wellbeing')
  return (
    <Answered
      asked={asked}
      failed={t('before.failed')}
      empty={{
        isEmpty: ({ totalCount }) => totalCount === 0,
        shown: <p className={classes.quiet}>{t('before.none')}</p>,
      }}
    >
      {({ checks, totalCount, unreadableCount }) => (
        <>
          {totalCount > checks.length + unreadableCount ? (
            <p className={classes.quiet}>
              {t('before.newest', { count: checks.length + unreadableCount, total: totalCount })}
            </p>
          ) : null}
          {unreadableCount > 0 ? <p>{t('before.unreadable', { count: unreadableCount })}</p> : null}
          <ul className={classes.rows} aria-label={t('before.title')}>
            {checks.map((check) => (
              <Row key={check.id} check={check} />
            ))}
          </ul>
        </>
      )}
    </Answered>
  )
}

const Row = ({ check }: { check: WellbeingCheck }) => {
  const { t, i18n } = useTranslation('wellbeing')
  return (
    <li>
      <p className={classes.day}>
        <time dateTime={check.madeAt}>{momentOf(check.madeAt, i18n.language)}</time>
      </p>
      <ul className={classes.answers}>
        {questions.map((question) => {
          const choice: string | null = check.answers[question]
          return choice === null ? null : (
            <li key={question}>
              {t('before.answer', {
                short: t(`ask.${question}.short`),
                choice: t(`ask.${question}.${choice}`),
              })}
            </li>
          )
        })}
      </ul>
    </li>
  )
}
