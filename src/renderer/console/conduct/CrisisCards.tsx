/**
 * @file Crisis cards: words to say first, the emergency number above everything. Sending is a second step that
 * names who gets it, and never starts from the room.
 */
import { Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisCard } from '../../../contract/charters'
import type { OnCallContact, Region } from '../../../contract/conduct'
import type { PersonCategory } from '../../../contract/reporting'
import classes from './Crisis.module.css'
import { CrisisLines, EmergencyNumbers } from './CrisisResources'
import { blanksFor, fillCrisisWords, fillMessage } from './crisis-words'
import { PlaceSelect } from './place/PlaceSelect'
import { type PlaceHelp, useKnownRegions, usePlaceHelp } from './place/use-place'
import { ReportingLines } from './ReportingLines'
import { type Recipient, SendCard } from './SendCard'
import { useOnCall } from './use-on-call'
import './words'

/** The pack's cards and, in an open room, who a message can go to. */
export interface CrisisCardsProps {
  cards: readonly CrisisCard[]
  /** Kinds of person the charter asks to report about; empty where it asks for none. */
  reportsAbout?: readonly PersonCategory[] | undefined
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

/**
 * The cards for where the person is: the facilitator's region, or another place chosen on the cards, which is
 * forgotten with them, so that it never stands for the next person.
 */
export const CrisisCards = (props: CrisisCardsProps) => {
  const [region, setRegion] = useState<Region | null>(null)
  const help = usePlaceHelp(region)
  const known = useKnownRegions()
  const onCall = useOnCall()
  return <CrisisCardsFor {...props} help={help} known={known} onCall={onCall} onPlace={setRegion} />
}

/** What is known of the place, and where to say that it is another. */
export interface CrisisCardsForProps extends CrisisCardsProps {
  help: PlaceHelp
  known: readonly Region[]
  /** Null where none is set, or the vault is locked. */
  onCall: OnCallContact | null
  onPlace: (region: Region | null) => void
}

/** The cards over what is known, first card first. */
export const CrisisCardsFor = (props: CrisisCardsForProps) => {
  const { cards, help, known, onCall, onPlace, reportsAbout = [], sending, onClose } = props
  const { t, i18n } = useTranslation('conduct')
  const [cardId, setCardId] = useState(cards[0]?.id ?? '')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const card = cards.find(({ id }) => id === cardId) ?? cards[0]
  const blanks = useMemo(() => blanksFor(help, t, i18n.language), [help, t, i18n.language])
  const say = card?.say.flatMap((words) => fillCrisisWords(words, blanks) ?? []) ?? []
  const lines = reportsAbout.length > 0 ? <ReportingLines help={help} persons={reportsAbout} /> : null
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
      <EmergencyNumbers help={help} />
      <PlaceSelect
        label={t('place.where')}
        value={help.place.kind === 'chosenHere' ? help.place.region : null}
        emptyLabel={t(help.place.kind === 'notChosen' ? 'place.notSaid' : 'place.own')}
        known={known}
        onChange={onPlace}
      />
      {card ? (
        <>
          <NativeSelect
            label={t('crisis.choose')}
            value={card.id}
            data={cards.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(event) => setCardId(event.currentTarget.value)}
          />
          <ol className={classes.say} aria-label={t('crisis.say')}>
            {say.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {sending
            ? (['message', 'messageOnceSafe'] as const).map((which) => {
                const message = fillMessage(card[which], blanks)
                return message === null ? null : (
                  <SendCard
                    // Other words are another message: nothing of the last place stays in the box.
                    key={`${card.id} ${message}`}
                    openLabel={t(which === 'message' ? 'crisis.send.open' : 'crisis.send.openOnceSafe')}
                    message={message}
                    people={sending.people}
                    onSend={sending.send}
                  />
                )
              })
            : null}
          {sending?.said ? <p role="status">{sending.said}</p> : null}
        </>
      ) : null}
      {card?.leadsToReport ? lines : null}
      <CrisisLines help={help} onCall={onCall} />
      {card?.leadsToReport ? null : lines}
    </section>
  )
}
