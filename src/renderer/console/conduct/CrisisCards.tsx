/**
 * @file Crisis cards, and cards for hard moments beside them: words to say first, the emergency number above
 * everything. Sending is a second step that names who gets it, and never starts from the room.
 */
import { Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConductCard, GroupClosing } from '../../../contract/charter-conduct'
import type { Clause, CrisisCard } from '../../../contract/charters'
import type { OnCallContact, Region } from '../../../contract/conduct'
import type { PersonCategory } from '../../../contract/reporting'
import { useGroupLanguage, useGroupWords } from '../words/group-language'
import { CardSource, SayList } from './CardWords'
import classes from './Crisis.module.css'
import { CrisisLines, EmergencyNumbers, OnCall } from './CrisisResources'
import { blanksFor, type FilledBlanks, fillCrisisWords, fillMessage } from './crisis-words'
import { LifeSteps } from './LifeSteps'
import { PlaceSelect } from './place/PlaceSelect'
import { type PlaceHelp, useKnownRegions, usePlaceHelp } from './place/use-place'
import { ReportingLines } from './ReportingLines'
import { type CardSending, SendCard } from './SendCard'
import { useOnCall } from './use-on-call'
import './words'

/** The pack's cards and, in an open room, who a message can go to. */
export interface CrisisCardsProps {
  cards: readonly CrisisCard[]
  /** Cards for moments that are no emergency. */
  conductCards?: readonly ConductCard[]
  /** The charter's clauses, for where a card's words come from. */
  clauses?: readonly Clause[]
  /** The words for closing the group, and the organization through which people reach somebody. */
  groupClosing?: { words: GroupClosing; contact: string } | undefined
  /** The card to open at; null: the first. */
  askedCardId?: string | null
  /** Kinds of person the charter asks to report about; empty where it asks for none. */
  reportsAbout?: readonly PersonCategory[] | undefined
  /** Absent where there is no room: then nothing can be sent. */
  sending?: CardSending | undefined
  onClose?: (() => void) | undefined
  /**
   * Told which card was asked for or chosen; null: the cards were opened, with the first of them in sight, which nobody
   * chose.
   */
  onCard?: ((cardId: string | null) => void) | undefined
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
  const { cards, conductCards = [], askedCardId = null, help, known, onCall, onPlace, onClose } = props
  const { reportsAbout = [], onCard } = props
  const { t } = useTranslation('conduct')
  const [cardId, setCardId] = useState(askedCardId ?? cards[0]?.id ?? '')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    onCard?.(askedCardId)
  }, [askedCardId, onCard])
  useEffect(() => {
    if (askedCardId === null) return
    setCardId(askedCardId)
    heading.current?.focus()
  }, [askedCardId])
  const conductCard = conductCards.find(({ id }) => id === cardId)
  const card = conductCard ? undefined : (cards.find(({ id }) => id === cardId) ?? cards[0])
  const chosenId = conductCard?.id ?? card?.id
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
      {chosenId === undefined ? null : (
        <NativeSelect
          label={t('crisis.choose')}
          value={chosenId}
          onChange={({ currentTarget: { value } }) => {
            setCardId(value)
            onCard?.(value)
          }}
        >
          <CardOptions label={t('crisis.group.danger')} cards={cards} />
          <CardOptions label={t('crisis.group.moments')} cards={conductCards} />
        </NativeSelect>
      )}
      {card ? <CrisisCardWords {...props} card={card} /> : null}
      {conductCard ? <ConductCardWords {...props} card={conductCard} /> : null}
      {card?.leadsToReport ? lines : null}
      {card?.isLifeAtStake ? null : <OnCall onCall={onCall} />}
      <CrisisLines help={help} />
      {card?.leadsToReport ? null : lines}
    </section>
  )
}

const CardOptions = ({ label, cards }: { label: string; cards: readonly { id: string; title: string }[] }) =>
  cards.length === 0 ? null : (
    <optgroup label={label}>
      {cards.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </optgroup>
  )

const CrisisCardWords = (props: CrisisCardsForProps & { card: CrisisCard }) => {
  const { card, clauses = [], help, onCall, sending, groupClosing } = props
  const language = useGroupLanguage()
  const toGroup = useGroupWords('conduct')
  const blanks = useMemo(() => blanksFor(help, toGroup, language), [help, toGroup, language])
  const said = sending?.said ? <p role="status">{sending.said}</p> : null
  const say = <SayList lines={card.say.flatMap((words) => fillCrisisWords(words, blanks) ?? [])} />
  const send = sending ? <Messages card={card} blanks={blanks} sending={sending} /> : null
  return (
    <>
      {card.isLifeAtStake ? (
        <LifeSteps
          say={say}
          send={send}
          emergency={blanks.emergency}
          onCall={onCall}
          groupClosing={groupClosing}
          sending={sending}
        />
      ) : (
        <>
          {say}
          {send}
        </>
      )}
      {said}
      <CardSource source={card.source} clauses={clauses} />
    </>
  )
}

const Messages = ({
  card,
  blanks,
  sending,
}: {
  card: CrisisCard
  blanks: FilledBlanks
  sending: CardSending
}) => {
  const { t } = useTranslation('conduct')
  return (['message', 'messageOnceSafe'] as const).map((which) => {
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
}

const ConductCardWords = ({ card, clauses = [], sending }: CrisisCardsForProps & { card: ConductCard }) => {
  const { t } = useTranslation('conduct')
  return (
    <>
      <SayList lines={card.say} />
      {sending && card.message !== null ? (
        <SendCard
          key={card.id}
          openLabel={t('crisis.send.open')}
          message={card.message}
          people={sending.people}
          onSend={sending.send}
        />
      ) : null}
      {sending?.said ? <p role="status">{sending.said}</p> : null}
      <CardSource source={card.source} clauses={clauses} />
    </>
  )
}
