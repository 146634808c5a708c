/** @file The box for a private message to one person. Only its button, or Enter in it, sends. */
import { Button } from '@mantine/core'
import { type Ref, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CHAT_MAX } from '../../../../contract/room-protocol'
import { dropBoxedStep, noteMessageLeft } from '../../conduct'
import { GrowingText } from '../../ui/GrowingText'
import type { OutgoingMessage } from '../guard/outgoing'
import type { LiveRoomModel } from '../live/live-room'
import { clockTime } from './clock-time'
import classes from './Person.module.css'
import { SentList } from './SentList'
import type { Drafts } from './use-drafts'

/** To whom, what stands in it, and what was written before. */
export interface MessageBoxProps {
  person: { id: string; name: string }
  drafts: Drafts
  outgoing: readonly OutgoingMessage[]
  canSend: boolean
  room: Pick<LiveRoomModel, 'sendPrivateMessage' | 'sendAgain'>
  boxRef?: Ref<HTMLTextAreaElement>
}

/** What was written, the words, to whom they go, the button, and what became of the last ones. */
export const MessageBox = ({ person, drafts, outgoing, canSend, room, boxRef }: MessageBoxProps) => {
  const { t } = useTranslation('meeting')
  const { id, name } = person
  const text = drafts.of(id)
  const own = useRef<HTMLTextAreaElement>(null)
  const last = outgoing.findLast(({ to }) => to.kind === 'person' && to.id === id)
  const send = (): void => {
    const key = room.sendPrivateMessage(id, text)
    if (key === null) return
    noteMessageLeft(id, key, (other) =>
      outgoing.some((one) => one.key === other && one.status.kind !== 'notSent'),
    )
    drafts.change(id, () => '')
    // The button is switched off with the empty box: the keyboard stays with the words.
    own.current?.focus()
  }
  return (
    <div className={classes.message}>
      <SentList personId={id} outgoing={outgoing} canSend={canSend} room={room} />
      <GrowingText
        ref={(element) => {
          own.current = element
          if (typeof boxRef === 'function') boxRef(element)
          else if (boxRef) boxRef.current = element
        }}
        label={t('person.message')}
        description={<bdi>{t('person.messageTo', { name })}</bdi>}
        minRows={1}
        maxRows={5}
        maxLength={CHAT_MAX}
        value={text}
        disabled={!canSend}
        onChange={(event) => {
          const { value } = event.currentTarget
          drafts.change(id, () => value)
          if (value.trim() === '') dropBoxedStep(id)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          // A key held down that put words in here must not send them too (promise 10).
          if (!event.repeat) send()
        }}
      />
      <Button px={8} disabled={!canSend || text.trim() === ''} onClick={send}>
        {t('person.send')}
      </Button>
      <p role="status" className={classes.note} data-dashed={last?.status.kind === 'sent'}>
        {last?.status.kind === 'sent'
          ? t('person.messageSent', { time: clockTime(last.status.sentAtMs) })
          : null}
        {/* A ready line that was not sent is above, and in no box. */}
        {last?.status.kind === 'notSent' && last.answers !== null ? t('person.messageNotSent') : null}
      </p>
    </div>
  )
}
