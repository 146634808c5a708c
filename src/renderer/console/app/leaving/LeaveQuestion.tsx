/** @file The one question before the window closes, over everything, where leaving would lose something. */
import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { describeAtStake } from '../../at-stake'
import { Card } from '../../ui/Card'
import classes from './LeaveQuestion.module.css'
import { answerLeaveQuestion, useLeaveQuestion, useSettleOnLeaving } from './leaving'

/** The console, out of reach while the question stands. */
export const LeaveQuestion = ({ children }: { children: ReactNode }) => {
  const question = useLeaveQuestion()
  useSettleOnLeaving()
  return (
    <>
      <div className={classes.behind} inert={question !== null}>
        {children}
      </div>
      {question ? <Asks {...question} /> : null}
    </>
  )
}

/** Escape answers the question, and closes no dialog that is below it: a blanked room stays blanked. */
const escapeIsOurs = { 'data-mantine-stop-propagation': 'true' }

const Asks = ({ act, lost, askedTimes, before }: NonNullable<ReturnType<typeof useLeaveQuestion>>) => {
  const { t } = useTranslation('app')
  const id = useId()
  const stay = useRef<HTMLButtonElement>(null)
  // Each time leaving is asked for, the safe answer has the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count is the event.
  useEffect(() => stay.current?.focus(), [askedTimes])
  useEffect(
    () => () => {
      // Never into a frame: the meeting gets the keyboard from a person's own press only.
      const isOurs = before instanceof HTMLElement && !(before instanceof HTMLIFrameElement)
      if (isOurs && before.isConnected) before.focus({ preventScroll: true })
    },
    [before],
  )
  const [first = 'words'] = lost
  const words = lost.includes('words') ? [...new Set(describeAtStake('words'))] : []
  return (
    <div
      className={classes.over}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') answerLeaveQuestion('stay')
      }}
    >
      <Card tone="asks">
        <h2 id={`${id}-title`}>{t(act === 'lock' ? 'leaving.lock.title' : `leaving.${first}.title`)}</h2>
        <div id={`${id}-body`} className={classes.body}>
          {lost.map((kind) => (
            <p key={kind}>{t(act === 'lock' ? 'leaving.lock.body' : `leaving.${kind}.body`)}</p>
          ))}
          {words.length > 0 ? (
            <ul>
              {words.map((place) => (
                <li key={place}>
                  <bdi>{place}</bdi>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        <div className={classes.actions}>
          <Button ref={stay} {...escapeIsOurs} onClick={() => answerLeaveQuestion('stay')}>
            {t('leaving.stay')}
          </Button>
          <Button variant="default" {...escapeIsOurs} onClick={() => answerLeaveQuestion('leave')}>
            {t(act === 'lock' ? 'leaving.lock.leave' : 'leaving.leave')}
          </Button>
        </div>
      </Card>
    </div>
  )
}
