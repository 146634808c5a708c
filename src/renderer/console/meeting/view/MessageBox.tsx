/** @file The box for a private message to one person. Only its button, or Enter in it, sends. */
import { Button } from '@mantine/core'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHAT_MAX } from '../../../../contract/room-protocol'
import { GrowingText } from '../../ui/GrowingText'
import type { CommandStatus } from '../guard/command-status'
import type { LiveRoomModel } from '../live/live-room'
import { clockTime } from './clock-time'
import classes from './Person.module.css'
import type { Drafts } from './use-drafts'

/** To whom, what stands in it, and what became of the last one. */
export interface MessageBoxProps {
  person: { id: string; name: string }
  drafts: Drafts
  status: CommandStatus
  canSend: boolean
  room: Pick<LiveRoomModel, 'sendPrivateMessage'>
  boxRef?: Ref<HTMLTextAreaElement>
}

/** The words, to whom they go, the button, and what became of them. */
export const MessageBox = ({ person, drafts, status, canSend, room, boxRef }: MessageBoxProps) => {
  const { t } = useTranslation('meeting')
  const { id, name } = person
  const text = drafts.of(id)
  const [lastText, setLastText] = useState('')
  const own = useRef<HTMLTextAreaElement>(null)
  const send = (): void => {
    if (!room.sendPrivateMessage(id, text)) return
    setLastText(text)
    drafts.change(id, () => '')
    // The button is switched off with the empty box: the keyboard stays with the words.
    own.current?.focus()
  }
  const { change } = drafts
  // The room page may say later that it could not pass it on: the words come back.
  useEffect(() => {
    if (status.kind === 'notSent') change(id, (now) => (now === '' ? lastText : now))
  }, [status.kind, lastText, change, id])
  return (
    <div className={classes.message}>
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
          change(id, () => value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <Button px={8} disabled={!canSend || text.trim() === ''} onClick={send}>
        {t('person.send')}
      </Button>
      <p role="status" className={classes.note} data-dashed={status.kind === 'sent'}>
        {status.kind === 'sent' ? t('person.messageSent', { time: clockTime(status.sentAtMs) }) : null}
        {status.kind === 'notSent' ? t('person.messageNotSent') : null}
      </p>
    </div>
  )
}
