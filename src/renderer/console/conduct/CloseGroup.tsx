/**
 * @file Closing the group to stay with one person. The first press shows what the others will see and who holds
 * them; nothing happens until a second one sends the words. Nobody is put out: people are asked to leave.
 */
import { Button, NativeSelect } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupClosing } from '../../../contract/charter-conduct'
import type { OnCallContact } from '../../../contract/conduct'
import { CHAT_MAX } from '../../../contract/room-protocol'
import { GrowingText } from '../ui/GrowingText'
import { useOpenerFocus } from '../ui/use-opener-focus'
import { SayList } from './CardWords'
import classes from './LifeSteps.module.css'
import type { CardSending } from './SendCard'
import './words'

/** A button whose words may take two lines. */
const WRAPPING = { h: 'auto', mih: 44, py: 8 } as const

const ON_CALL = 'onCall'
const CONTACT = 'contact'

/** The charter's words, and the room. */
export interface CloseGroupProps {
  words: GroupClosing
  /** The organization, through which people reach somebody afterwards. */
  contact: string
  onCall: OnCallContact | null
  sending: CardSending
}

/** A button that opens the plan; the plan, with the button that sends. */
export const CloseGroup = (props: CloseGroupProps) => {
  const { t } = useTranslation('conduct')
  const [isOpen, setIsOpen] = useState(false)
  const opener = useOpenerFocus(isOpen)
  return (
    <section aria-label={t('closing.title')}>
      <h3>{t('closing.title')}</h3>
      {isOpen ? (
        <Plan {...props} onBack={() => setIsOpen(false)} />
      ) : (
        <Button ref={opener} variant="default" {...WRAPPING} onClick={() => setIsOpen(true)}>
          <span className={classes.wrap}>{t('closing.open')}</span>
        </Button>
      )}
    </section>
  )
}

const Plan = ({ words, contact, onCall, sending, onBack }: CloseGroupProps & { onBack: () => void }) => {
  const { t } = useTranslation('conduct')
  const saysContact = words.message.includes('{contact}')
  const fill = (text: string): string => text.replaceAll('{contact}', contact)
  const [staysId, setStaysId] = useState('')
  const [holder, setHolder] = useState('')
  const [text, setText] = useState(() => fill(words.message))
  const [isHandedOver, setIsHandedOver] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { people, lock, said } = sending
  const stays = people.find(({ id }) => id === staysId)
  const others = people.filter(({ id }) => id !== staysId)
  const holding = others.find(({ id }) => `person ${id}` === holder)
  return (
    <div className={classes.plan}>
      <h4 ref={heading} tabIndex={-1}>
        {t('closing.see')}
      </h4>
      <ul className={classes.facts}>
        <li>{t('closing.seeMessage')}</li>
        <li>{t('closing.seeNobodyOut')}</li>
        <li>{t('closing.seeUntil')}</li>
        <li>{t('closing.seeDoor')}</li>
      </ul>
      <NativeSelect
        label={t('closing.stays')}
        value={stays?.id ?? ''}
        onChange={(event) => setStaysId(event.currentTarget.value)}
      >
        <option value="">{t('crisis.send.nobody')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t('closing.holds')}
        value={holder === ON_CALL || holder === CONTACT || holding ? holder : ''}
        onChange={(event) => setHolder(event.currentTarget.value)}
      >
        <option value="">{t('closing.holder.nobody')}</option>
        {onCall ? <option value={ON_CALL}>{t('closing.holder.onCall', { role: onCall.role })}</option> : null}
        {saysContact ? <option value={CONTACT}>{t('closing.holder.contact', { contact })}</option> : null}
        {others.map(({ id, name }) => (
          <option key={id} value={`person ${id}`}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <p className={classes.aside}>
        {holder === ON_CALL && onCall
          ? t('closing.hint.onCall', { number: onCall.number })
          : holding
            ? t('closing.hint.person')
            : holder === CONTACT
              ? t('closing.hint.contact')
              : t('closing.hint.nobody')}
      </p>
      <h4>{t('closing.aloud')}</h4>
      <SayList label={t('closing.aloud')} lines={words.say.map(fill)} />
      <GrowingText
        label={t('closing.message')}
        value={text}
        maxLength={CHAT_MAX}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button
          {...WRAPPING}
          leftSection={<IconSend size={20} aria-hidden />}
          disabled={text.trim() === ''}
          onClick={({ detail }) => {
            // The second of a double click would tell everybody twice.
            if (detail > 1) return
            sending.send({ kind: 'room' }, text)
            setIsHandedOver(true)
          }}
        >
          <span className={classes.wrap}>{t('closing.send')}</span>
        </Button>
        {lock ? (
          <Button
            variant="default"
            {...WRAPPING}
            leftSection={<IconLock size={20} aria-hidden />}
            onClick={lock}
          >
            <span className={classes.wrap}>{t('closing.lock')}</span>
          </Button>
        ) : null}
        <Button variant="default" onClick={onBack}>
          {t(isHandedOver ? 'closing.done' : 'closing.back')}
        </Button>
      </div>
      {isHandedOver ? (
        <div role="status">
          {said ? <p>{said}</p> : null}
          <p>
            <bdi>
              {stays
                ? t('closing.stillWith', { count: others.length, name: stays.name })
                : t('closing.still', { count: others.length })}
            </bdi>
          </p>
        </div>
      ) : null}
      <h4>{t('closing.toOne')}</h4>
      <SayList label={t('closing.toOne')} lines={[words.sayToOne]} />
    </div>
  )
}
