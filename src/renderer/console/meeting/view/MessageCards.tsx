/**
 * @file What people asked privately: it stays until answered. A ready answer goes into the box, is read there, and
 * leaves only by the button that says so (promise 10).
 */
import { Button, NativeSelect, VisuallyHidden } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Card } from '../../ui/Card'
import { useCharterTag } from '../../words/group-language'
import type { PrivateMessage } from '../guard/messages'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { clockTime } from './clock-time'
import { MessageBox } from './MessageBox'
import classes from './Rail.module.css'
import { withReadyAnswer } from './ready-answer'
import type { Drafts } from './use-drafts'
import { useToldName } from './use-name-marks'

/** What waits, the charter's ready answers, and what was typed so far. */
export interface MessageCardsProps {
  snapshot: RoomSnapshot
  canned: CharterPack['cannedMessages']
  drafts: Drafts
  room: Pick<LiveRoomModel, 'sendPrivateMessage' | 'sendAgain' | 'settleMessage'>
}

/** Words that are longer than their place scroll by the keyboard too: only then are they a stop of it. */
const letScroll = (words: HTMLElement | null): (() => void) | undefined => {
  if (!words) return
  const watch = new ResizeObserver(() => {
    words.tabIndex = words.scrollHeight > words.clientHeight ? 0 : -1
  })
  watch.observe(words)
  return () => watch.disconnect()
}

/** One card per person who wrote, in the order in which they first did. */
export const MessageCards = (props: MessageCardsProps) => {
  const bySender = new Map<string, PrivateMessage[]>()
  for (const message of props.snapshot.messages) {
    bySender.set(message.fromId, [...(bySender.get(message.fromId) ?? []), message])
  }
  return [...bySender].map(([fromId, messages]) => (
    <MessageCard key={fromId} fromId={fromId} messages={messages} {...props} />
  ))
}

const MessageCard = ({
  fromId,
  messages,
  snapshot,
  canned,
  drafts,
  room,
}: MessageCardsProps & { fromId: string; messages: readonly PrivateMessage[] }) => {
  const { t } = useTranslation('meeting')
  const [isAnswering, setIsAnswering] = useState(false)
  const isPressed = useRef(false)
  const told = useToldName(snapshot.people)
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const person = snapshot.people.find((one) => one.id === fromId)
  const name = person?.name ?? messages[0]?.fromName ?? ''
  const isInRoom = snapshot.stage.kind === 'inRoom'
  const canSend = isInRoom && person !== undefined
  const hasBox = canSend && (isAnswering || drafts.of(fromId) !== '')
  // Pressing Answer leads to the box; choosing from the list leaves the keyboard in the list.
  useEffect(() => {
    if (isAnswering && isPressed.current) box.current?.focus()
  }, [isAnswering])
  return (
    <Card tone="asks" label={t('message.label', { name })}>
      <p className={classes.from}>
        <bdi>{t('message.from', { name: told(name) })}</bdi>
      </p>
      <ul className={classes.plainList} aria-label={t('message.theirs')}>
        {messages.map(({ key, text, receivedAtMs }) => (
          <li key={key} ref={letScroll} className={classes.asked}>
            <bdi>{text}</bdi> <time className={classes.aside}>{clockTime(receivedAtMs)}</time>
          </li>
        ))}
      </ul>
      {canSend ? (
        <ReadyAnswers
          canned={canned}
          describedBy={`${id}-hint`}
          onChoose={(before, next) => {
            setIsAnswering(true)
            drafts.change(fromId, (now) => withReadyAnswer(now, before, next))
          }}
        />
      ) : null}
      {canSend ? <VisuallyHidden id={`${id}-hint`}>{t('message.cannedHint')}</VisuallyHidden> : null}
      {hasBox && person ? (
        <MessageBox
          person={person}
          drafts={drafts}
          outgoing={snapshot.outgoing}
          canSend={canSend}
          room={room}
          boxRef={box}
        />
      ) : null}
      {isInRoom && !person ? <p className={classes.aside}>{t('message.left', { name })}</p> : null}
      <div className={classes.actions}>
        {canSend && !hasBox ? (
          <Button
            px={14}
            onClick={() => {
              isPressed.current = true
              setIsAnswering(true)
            }}
          >
            {t('message.answer')}
          </Button>
        ) : null}
        <Button
          px={14}
          variant="default"
          onClick={() => {
            for (const { key } of messages) room.settleMessage(key)
          }}
        >
          {t('message.answered')}
        </Button>
      </div>
    </Card>
  )
}

/** The list of ready answers. Moving through it changes what stands in the box and nothing else. */
const ReadyAnswers = ({
  canned,
  describedBy,
  onChoose,
}: {
  canned: CharterPack['cannedMessages']
  describedBy: string
  /** The text chosen before and the one chosen now; empty: none. */
  onChoose: (before: string, next: string) => void
}) => {
  const { t } = useTranslation('meeting')
  const tag = useCharterTag()
  const [chosenId, setChosenId] = useState('')
  const textOf = (id: string) => canned.find((answer) => answer.id === id)?.text ?? ''
  return (
    <NativeSelect
      aria-label={t('message.canned')}
      aria-describedby={describedBy}
      value={chosenId}
      onChange={(event) => {
        const { value } = event.currentTarget
        onChoose(textOf(chosenId), textOf(value))
        setChosenId(value)
      }}
    >
      <option value="">{t('message.chooseCanned')}</option>
      {canned.map((message) => (
        <option key={message.id} value={message.id} lang={tag}>
          {message.text}
        </option>
      ))}
    </NativeSelect>
  )
}
