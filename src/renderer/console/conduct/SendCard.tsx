/** @file The second step of a crisis card: who gets these words. Nobody is chosen until somebody is. */
import { Button, NativeSelect } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GrowingText } from '../ui/GrowingText'
import { useOpenerFocus } from '../ui/use-opener-focus'
import { cutInMiddle } from '../words/names-in-text'
import classes from './Crisis.module.css'

/** One person, or everybody: chosen on purpose. */
export type Recipient = { kind: 'person'; id: string } | { kind: 'room' }

/** Characters of a name on the button; the whole one is chosen above it. */
const NAME_ON_BUTTON_MAX = 24

/** What an open room offers the cards. */
export interface CardSending {
  people: readonly { id: string; name: string }[]
  send: (recipient: Recipient, text: string) => void
  /** What became of the last one, in words; null when none was sent. */
  said: string | null
  /** Lets nobody new in; absent where that cannot be done now. */
  lock?: (() => void) | undefined
}

const ROOM = 'room'

/** Opens to a choice of recipient, then to one button that names them. */
export const SendCard = ({
  openLabel,
  message,
  people,
  onSend,
}: {
  /** What these words are, on the button that opens them. */
  openLabel: string
  message: string
  people: readonly { id: string; name: string }[]
  onSend: (recipient: Recipient, text: string) => void
}) => {
  const { t } = useTranslation('conduct')
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState(message)
  const opener = useOpenerFocus(isOpen)
  const to = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (isOpen) to.current?.focus()
  }, [isOpen])
  if (!isOpen) {
    return (
      <Button
        ref={opener}
        variant="default"
        className={classes.open ?? ''}
        leftSection={<IconSend size={20} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {openLabel}
      </Button>
    )
  }
  const person = people.find(({ id }) => `person ${id}` === chosen)
  const recipient: Recipient | null =
    chosen === ROOM ? { kind: 'room' } : person ? { kind: 'person', id: person.id } : null
  return (
    <div className={classes.send}>
      {people.length === 0 ? <p>{t('crisis.send.nobodyHere')}</p> : null}
      <NativeSelect
        ref={to}
        label={t('crisis.send.to')}
        value={recipient ? chosen : ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{t('crisis.send.nobody')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={`person ${id}`}>
            {name}
          </option>
        ))}
        <hr />
        <option value={ROOM}>{t('crisis.send.everyone')}</option>
      </NativeSelect>
      <GrowingText
        label={t('crisis.send.text')}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {recipient?.kind === 'room' ? <p className={classes.warning}>{t('crisis.send.roomWarning')}</p> : null}
      <div className={classes.row}>
        {recipient ? (
          <Button
            h="auto"
            mih={44}
            {...(person ? { 'aria-label': t('crisis.send.sendTo', { name: person.name }) } : {})}
            styles={{ label: { whiteSpace: 'normal' } }}
            disabled={text.trim() === ''}
            onClick={() => {
              onSend(recipient, text)
              setIsOpen(false)
              setChosen('')
            }}
          >
            {person
              ? t('crisis.send.sendTo', { name: cutInMiddle(person.name, NAME_ON_BUTTON_MAX) })
              : t('crisis.send.sendToRoom')}
          </Button>
        ) : null}
        <Button variant="default" onClick={() => setIsOpen(false)}>
          {t('crisis.send.back')}
        </Button>
      </div>
    </div>
  )
}
