/** @file Live feedback on a passphrase, in words and a small bar. It arrives late on purpose and blocks nothing. */
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './passphrase.module.css'
import { type Estimate, passphraseFeedback } from './passphrase-feedback'

type Estimator = (typed: string, ownWords: readonly string[]) => Estimate

const filledOf = { easy: 1, fair: 2, good: 3 } as const

/** What is typed, and words an attacker who knows the facilitator would try. */
export const FeedbackLine = ({ typed, ownWords }: { typed: string; ownWords: readonly string[] }) => {
  const { t } = useTranslation('vault')
  const [settled] = useDebouncedValue(typed, 250)
  const estimator = useEstimator(typed !== '')
  const estimate = estimator && settled !== '' ? estimator(settled, ownWords) : null
  const feedback = passphraseFeedback(settled, estimate)

  return (
    <div className={classes.feedback}>
      <section aria-live="polite" aria-label={t('first.feedback.label')}>
        {feedback.kind === 'short' ? (
          <p className={classes.quiet}>{t('first.feedback.short', { count: feedback.missing })}</p>
        ) : null}
        {feedback.kind === 'unrated' ? <p className={classes.quiet}>{t('first.feedback.unrated')}</p> : null}
        {feedback.kind === 'rated' ? (
          <>
            <div className={classes.meter} aria-hidden>
              {[1, 2, 3].map((bar) => (
                <span key={bar} data-filled={bar <= filledOf[feedback.strength]} />
              ))}
            </div>
            <p>
              <span className={classes.strength}>{t(`first.feedback.${feedback.strength}`)}.</span>{' '}
              {feedback.hints.map((hint) => t(hint)).join(' ')}{' '}
              {feedback.strength === 'easy' ? t('first.feedback.free') : null}
            </p>
          </>
        ) : null}
      </section>
      {typed === '' ? null : <p className={classes.quiet}>{t('first.feedback.private')}</p>}
    </div>
  )
}

/** Loads the estimator when it is first needed. Where it cannot be loaded the length alone is said. */
const useEstimator = (isNeeded: boolean): Estimator | null => {
  const [estimator, setEstimator] = useState<{ run: Estimator } | null>(null)
  useEffect(() => {
    if (!isNeeded) return
    let isHere = true
    import('./estimator').then(
      ({ estimate }) => {
        if (isHere) setEstimator({ run: estimate })
      },
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [isNeeded])
  return estimator?.run ?? null
}
