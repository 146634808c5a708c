/** @file What can be done for or about one person. In the left column, never over the room. */
import { IconMicrophone, IconMicrophoneOff, IconUserMinus, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { ConductLadder } from '../../conduct'
import { cutInMiddle } from '../../words/names-in-text'
import type { OutgoingMessage } from '../guard/outgoing'
import type { PersonActs } from '../guard/person-acts'
import type { LiveRoomModel } from '../live/live-room'
import type { Person } from '../roster/person'
import { CoFacilitatorPart } from './CoFacilitatorPart'
import type { ScriptWords } from './fill-script'
import { MessageBox } from './MessageBox'
import { NameAndCamera } from './NameAndCamera'
import classes from './Person.module.css'
import { withReadyAnswer } from './ready-answer'
import type { Drafts } from './use-drafts'

/** Characters of a name on a button that has a verb too; the whole name stands above. */
const NAME_ON_BUTTON_MAX = 24

/** The person, what was asked of them, and whether acting is possible. */
export interface PersonPanelProps {
  person: Person
  acts: PersonActs | null
  drafts: Drafts
  outgoing: readonly OutgoingMessage[]
  /** In words, when the name looks like another; null otherwise. */
  markWords: string | null
  canAct: boolean
  isModerator: boolean
  room: LiveRoomModel
  /** Null until the charter is read: then the steps before removal are not here, and removal is. */
  pack: CharterPack | null
  isCoFacilitator: boolean
  /** What was settled with people tonight. */
  agreed: ReadonlySet<string>
  /** What fills the charter's lines. */
  filled: ScriptWords
  onOpenCard: (cardId: string) => void
  onClose: () => void
}

/** Message, mute, ask, the steps before removal, remove: in this order, removal last. */
export const PersonPanel = ({
  person,
  acts,
  drafts,
  outgoing,
  markWords,
  canAct,
  isModerator,
  room,
  pack,
  isCoFacilitator,
  agreed,
  filled,
  onOpenCard,
  onClose,
}: PersonPanelProps) => {
  const { t } = useTranslation('meeting')
  const { id, name } = person
  const heading = useRef<HTMLHeadingElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const canModerate = canAct && isModerator
  const ids = useId()
  const put = (words: string, before: string): void =>
    drafts.change(id, (now) => withReadyAnswer(now, before, words))
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
      {markWords === null ? null : (
        <p className={classes.mark}>
          <bdi>{markWords}</bdi>
        </p>
      )}
      <MessageBox
        person={person}
        drafts={drafts}
        outgoing={outgoing}
        canSend={canAct}
        room={room}
        boxRef={box}
      />
      <Act
        Icon={IconMicrophoneOff}
        label={(shown) => t('person.mute', { name: shown })}
        name={name}
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
        label={(shown) => t('person.ask', { name: shown })}
        name={name}
        hint={t('person.askHint')}
        note={
          ask.kind === 'sent' ? t('person.askSent') : ask.kind === 'notSent' ? t('person.askNotSent') : ''
        }
        isDashed={ask.kind === 'sent'}
        isDisabled={!canModerate}
        onPress={() => room.askToUnmute(id)}
        tryAgain={null}
      />
      {pack ? (
        <ConductLadder
          person={person}
          pack={pack}
          canSend={canAct}
          stateOf={(key) => outgoing.find((message) => message.key === key)?.status ?? null}
          onPut={(words, before) => {
            put(words, before)
            box.current?.focus()
          }}
          onOpenCard={onOpenCard}
        />
      ) : null}
      <NameAndCamera
        person={person}
        agreed={agreed}
        pack={pack}
        canSend={canAct}
        room={room}
        onPut={(words) => {
          put(words, '')
          box.current?.focus()
        }}
      />
      <CoFacilitatorPart
        person={person}
        isCoFacilitator={isCoFacilitator}
        pack={pack}
        filled={filled}
        canSend={canAct}
        room={room}
        onPut={put}
      />
      <div className={classes.foot}>
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
      </div>
    </section>
  )
}

const Act = ({
  Icon,
  label,
  name,
  hint,
  note,
  isDashed,
  isDisabled,
  onPress,
  tryAgain,
}: {
  Icon: typeof IconMicrophone
  /** Words of the button with the name in them. */
  label: (name: string) => string
  name: string
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
        aria-label={label(name)}
        aria-describedby={`${id}-note`}
        title={hint}
        disabled={isDisabled}
        onClick={onPress}
      >
        <Icon size={22} aria-hidden />
        <span className={classes.wrapped}>{label(cutInMiddle(name, NAME_ON_BUTTON_MAX))}</span>
      </button>
      <p id={`${id}-note`} role="status" className={classes.note} data-dashed={isDashed}>
        {note}
      </p>
      {tryAgain ? (
        <button
          type="button"
          className={classes.again}
          disabled={isDisabled}
          onClick={onPress}
          title={label(name)}
        >
          {tryAgain}
        </button>
      ) : null}
    </div>
  )
}
