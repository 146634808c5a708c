/**
 * @file Crisis cards: words to say first, the emergency number above everything. Sending is a second step that
 * names who gets it, and never starts from the room.
 */
import { Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisCard } from '../../../contract/charters'
import classes from './Crisis.module.css'
import { type CrisisHelp, CrisisLines, EmergencyNumbers } from './CrisisResources'
import { type Recipient, SendCard } from './SendCard'
import './words'

/** The pack's cards, the region's help, and, in an open room, who a message can go to. */
export interface CrisisCardsProps extends CrisisHelp {
  cards: readonly CrisisCard[]
  /** Absent where there is no room: then nothing can be sent. */
  sending?:
    | {
        people: readonly { id: string; name: string }[]
        send: (recipient: Recipient, text: string) => void
        /** What became of the last one, in words; null when none was sent. */
        said: string | null
      }
    | undefined
  onClose?: (() => void) | undefined
}

/** The cards, first card first. */
export const CrisisCards = ({ cards, resources, onCall, sending, onClose }: CrisisCardsProps) => {
  const { t } = useTranslation('conduct')
  const [cardId, setCardId] = useState(cards[0]?.id ?? '')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const card = cards.find(({ id }) => id === cardId) ?? cards[0]
  return (
    <section
      className={classes.cards}
      aria-label={t('crisis.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose?.()
      }}
    >
      <header className={classes.header}>
        <h2 ref={heading} tabIndex={-1}>
          {t('crisis.label')}
        </h2>
        {onClose ? (
          <Button variant="default" leftSection={<IconX size={20} aria-hidden />} onClick={onClose}>
            {t('crisis.close')}
          </Button>
        ) : null}
      </header>
      <EmergencyNumbers resources={resources} />
      {card ? (
        <>
          <NativeSelect
            label={t('crisis.choose')}
            value={card.id}
            data={cards.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(event) => setCardId(event.currentTarget.value)}
          />
          <ol className={classes.say} aria-label={t('crisis.say')}>
            {card.say.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {sending && card.message !== null ? (
            <SendCard key={card.id} message={card.message} people={sending.people} onSend={sending.send} />
          ) : null}
          {sending?.said ? <p role="status">{sending.said}</p> : null}
        </>
      ) : null}
      <CrisisLines resources={resources} onCall={onCall} />
    </section>
  )
}
