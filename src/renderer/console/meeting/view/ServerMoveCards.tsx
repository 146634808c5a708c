/** @file The way to the group's other server, and, once there, the new way in for those who are to come after. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../../../contract/sessions'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { GrowingText } from '../../ui/GrowingText'
import { useOpenerFocus } from '../../ui/use-opener-focus'
import classes from './Rail.module.css'
import { RoomQuestion } from './RoomQuestion'
import type { ServerMove } from './use-server-move'

/** The button, and why it did not work; nothing where the group has no other server. */
export const MoveButton = ({ serverMove }: { serverMove: ServerMove }) => {
  const { t } = useTranslation('meeting')
  const { otherHost, isMoving, error, move, atStake } = serverMove
  const [isAsking, setIsAsking] = useState(false)
  const opener = useOpenerFocus(isAsking)
  if (otherHost === null) return null
  const { messageCount, wordsCount, steppedOutCount } = atStake
  const isAtStake = messageCount + wordsCount + steppedOutCount > 0
  return (
    <>
      {isAsking ? (
        <RoomQuestion
          title={t('server.asks.title')}
          yes={t('server.asks.yes')}
          no={t('server.asks.no')}
          onYes={() => {
            setIsAsking(false)
            move()
          }}
          onNo={() => setIsAsking(false)}
        >
          {steppedOutCount > 0 ? <p>{t('server.asks.steppedOut', { count: steppedOutCount })}</p> : null}
          {messageCount > 0 ? <p>{t('server.asks.messages', { count: messageCount })}</p> : null}
          {wordsCount > 0 ? <p>{t('server.asks.words', { count: wordsCount })}</p> : null}
        </RoomQuestion>
      ) : (
        <Button
          ref={opener}
          variant="default"
          loading={isMoving}
          onClick={() => (isAtStake ? setIsAsking(true) : move())}
        >
          {t('server.move')}
        </Button>
      )}
      <p className={classes.aside}>
        {t('server.moveTo')} <bdi className={classes.wrap}>{otherHost}</bdi>
      </p>
      <ProblemNotice error={error} title={t('server.failed')} more={t('server.stillHere')} />
    </>
  )
}

/** Nobody comes along by themselves: the text to send them, until the facilitator is done with it. */
export const NewWayIn = ({ session, onDone }: { session: Session; onDone: () => void }) => {
  const { t } = useTranslation('meeting')
  const invitation = useQuery(
    queries.sessions.invitation.queryOptions({ input: { sessionId: session.id }, staleTime: 0 }),
  )
  const [said, setSaid] = useState<'copied' | 'byHand' | null>(null)
  const text = invitation.data?.text
  const copy = async (words: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words)
      setSaid('copied')
    } catch {
      setSaid('byHand')
    }
  }
  return (
    <Card tone="asks" label={t('server.newWayIn')}>
      <h3>{t('server.newWayIn')}</h3>
      <p>{t('server.sendIt')}</p>
      <ProblemNotice error={invitation.error} title={t('server.noText')} />
      {text === undefined ? null : (
        <GrowingText
          aria-label={t('server.text')}
          value={text}
          readOnly
          minRows={1}
          maxRows={6}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <div className={classes.actions}>
        {text === undefined ? null : (
          <Button px={14} onClick={() => void copy(text)}>
            {t('server.copy')}
          </Button>
        )}
        <Button px={14} variant="default" onClick={onDone}>
          {t('server.done')}
        </Button>
      </div>
      <p role="status" className={classes.aside}>
        {said === null ? null : t(`server.${said}`)}
      </p>
    </Card>
  )
}
