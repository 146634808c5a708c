/** @file What can be done for or about one person. In the left column, never over the room. */
import { Button } from '@mantine/core'
import { IconMicrophone, IconMicrophoneOff, IconUserMinus, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHAT_MAX } from '../../../../contract/room-protocol'
import { GrowingText } from '../../ui/GrowingText'
import type { PersonActs } from '../guard/person-acts'
import type { LiveRoomModel } from '../live/live-room'
import type { Person } from '../roster/person'
import { clockTime } from './clock-time'
import classes from './Person.module.css'

/** The person, what was asked of them, and whether acting is possible. */
export interface PersonPanelProps {
  person: Person
  acts: PersonActs | null
  canAct: boolean
  isModerator: boolean
  room: LiveRoomModel
  onClose: () => void
}

/** Message, mute, ask, remove: in this order, removal last. */
export const PersonPanel = ({ person, acts, canAct, isModerator, room, onClose }: PersonPanelProps) => {
  const { t } = useTranslation('meeting')
  const { id, name } = person
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const canModerate = canAct && isModerator
  const ids = useId()
  const mute = acts?.mute ?? { kind: 'idle' }
  const ask = acts?.ask ?? { kind: 'idle' }
  return (
    <section
      className={classes.panel}
      aria-label={t('person.label', { name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className={classes.header}>
        <h3 ref={heading} tabIndex={-1} className={classes.name}>
          <bdi>{name}</bdi>
        </h3>
        <button type="button" className={classes.close} aria-label={t('person.back')} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </button>
      </header>
      <MessageBox person={person} standing={acts?.message ?? { kind: 'idle' }} canAct={canAct} room={room} />
      <Act
        Icon={IconMicrophoneOff}
        label={t('person.mute', { name })}
        hint={t('person.muteHint')}
        note={
          mute.kind === 'idle' || mute.kind === 'queued' || mute.kind === 'lapsed'
            ? ''
            : t(`person.muteState.${mute.kind}`)
        }
        isDashed={mute.kind === 'sent' || mute.kind === 'notShown'}
        isDisabled={!canModerate}
        onPress={() => room.mute(id)}
        tryAgain={mute.kind === 'notShown' || mute.kind === 'notSent' ? t('tryAgain') : null}
      />
      <Act
        Icon={IconMicrophone}
        label={t('person.ask', { name })}
        hint={t('person.askHint')}
        note={
          ask.kind === 'sent' ? t('person.askSent') : ask.kind === 'notSent' ? t('person.askNotSent') : ''
        }
        isDashed={ask.kind === 'sent'}
        isDisabled={!canModerate}
        onPress={() => room.askToUnmute(id)}
        tryAgain={null}
      />
      <button
        type="button"
        className={classes.remove}
        aria-labelledby={`${ids}-remove`}
        aria-describedby={`${ids}-whom`}
        disabled={!canModerate}
        onClick={() => room.remove(id)}
      >
        <IconUserMinus size={22} aria-hidden />
        <span className={classes.lines}>
          <span id={`${ids}-remove`}>{t('person.remove')}</span>
          <bdi id={`${ids}-whom`} className={classes.whom}>
            {name}
          </bdi>
        </span>
      </button>
    </section>
  )
}

const MessageBox = ({
  person,
  standing,
  canAct,
  room,
}: {
  person: Person
  standing: PersonActs['message']
  canAct: boolean
  room: LiveRoomModel
}) => {
  const { t } = useTranslation('meeting')
  const [text, setText] = useState('')
  const [lastText, setLastText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  const send = (): void => {
    if (!room.sendPrivateMessage(person.id, text)) return
    setLastText(text)
    setText('')
    // The button is switched off with the empty box: the keyboard stays with the words.
    box.current?.focus()
  }
  // The room page may say later that it could not pass it on: the words come back.
  useEffect(() => {
    if (standing.kind === 'notSent') setText((current) => (current === '' ? lastText : current))
  }, [standing.kind, lastText])
  return (
    <div className={classes.message}>
      <GrowingText
        ref={box}
        label={t('person.message')}
        description={<bdi>{t('person.messageTo', { name: person.name })}</bdi>}
        minRows={1}
        maxRows={5}
        maxLength={CHAT_MAX}
        value={text}
        disabled={!canAct}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <Button px={8} disabled={!canAct || text.trim() === ''} onClick={send}>
        {t('person.send')}
      </Button>
      <p role="status" className={classes.note} data-dashed={standing.kind === 'sent'}>
        {standing.kind === 'sent' ? t('person.messageSent', { time: clockTime(standing.sentAtMs) }) : null}
        {standing.kind === 'notSent' ? t('person.messageNotSent') : null}
      </p>
    </div>
  )
}

const Act = ({
  Icon,
  label,
  hint,
  note,
  isDashed,
  isDisabled,
  onPress,
  tryAgain,
}: {
  Icon: typeof IconMicrophone
  label: string
  hint: string
  note: string
  isDashed: boolean
  isDisabled: boolean
  onPress: () => void
  tryAgain: string | null
}) => {
  const id = useId()
  return (
    <div className={classes.act}>
      <button
        type="button"
        className={classes.button}
        aria-describedby={`${id}-note`}
        title={hint}
        disabled={isDisabled}
        onClick={onPress}
      >
        <Icon size={22} aria-hidden />
        <span className={classes.cut}>{label}</span>
      </button>
      <p id={`${id}-note`} role="status" className={classes.note} data-dashed={isDashed}>
        {note}
      </p>
      {tryAgain ? (
        <button type="button" className={classes.again} disabled={isDisabled} onClick={onPress} title={label}>
          {tryAgain}
        </button>
      ) : null}
    </div>
  )
}
