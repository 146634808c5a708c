/** @file The left column: who is here, in order of arrival, and the actions for the one person chosen. */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { CommandStatus } from '../guard/command-status'
import { agreedKey } from '../live/agreed'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { nameTells } from '../roster/name-tells'
import type { ScriptWords } from './fill-script'
import type { MarkOf } from './name-marks'
import { OwnMicrophoneButton } from './OwnMicrophoneButton'
import classes from './People.module.css'
import { PersonPanel } from './PersonPanel'
import { OwnRow, PersonRow, WORDS, wordOf } from './PersonRow'
import type { Drafts } from './use-drafts'
import { useMarkWords } from './use-name-marks'

/** What the column shows and who is chosen. */
export interface PeopleColumnProps {
  snapshot: RoomSnapshot
  room: LiveRoomModel
  drafts: Drafts
  markOf: MarkOf
  pack: CharterPack | null
  /** What fills the charter's lines. */
  filled: ScriptWords
  chosenId: string | null
  onChoose: (id: string | null) => void
  /** Opens a crisis card where the crisis cards open. */
  onOpenCard: (cardId: string) => void
}

/**
 * Whether a name may tell more than was meant, looked at once each.
 *
 * @param markOf - another one as soon as anybody's name is another.
 */
const useTelling = (markOf: MarkOf): ((name: string) => boolean) =>
  useMemo(() => {
    // Made for these names: with others it begins anew.
    void markOf
    const found = new Map<string, boolean>()
    return (name) => {
      const known = found.get(name) ?? nameTells(name) !== null
      found.set(name, known)
      return known
    }
  }, [markOf])

const isUnderWay = ({ kind }: CommandStatus): boolean =>
  kind === 'queued' || kind === 'sending' || kind === 'sent' || kind === 'notShown'

/** The list never reorders; the chosen person's actions open below it, so that no row moves. */
export const PeopleColumn = ({
  snapshot,
  room,
  drafts,
  markOf,
  pack,
  filled,
  chosenId,
  onChoose,
  onOpenCard,
}: PeopleColumnProps) => {
  const { t } = useTranslation('meeting')
  const { people, acts, messages, removals } = snapshot
  const { wordsOf } = useMarkWords()
  // For all lines at once: in a room of hundreds looking words up is most of what a drawing costs.
  const readWords = useMemo(() => new Map(WORDS.map((word) => [word, t(`people.${word}`)])), [t])
  const tells = useTelling(markOf)
  const list = useRef<HTMLUListElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const chosen = people.find(({ id }) => id === chosenId) ?? null
  const wrote = new Set(messages.map(({ fromId }) => fromId))
  // Whoever is in the list again, or was when we came back, has nothing under way.
  const removing = new Set(removals.filter(({ status }) => isUnderWay(status)).map(({ id }) => id))

  // Somebody who has left takes their actions along.
  useEffect(() => {
    if (chosenId === null || chosen !== null) return
    // The keyboard was with them, and went with them: it goes on from here.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
    onChoose(null)
  }, [chosenId, chosen, onChoose])

  // The panel takes room from the list as it opens and grows: the chosen line stays in sight.
  useEffect(() => {
    const element = list.current
    if (chosenId === null || !element) return
    const watch = new ResizeObserver(() =>
      element.querySelector('[aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' }),
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [chosenId])

  const choose = useCallback((id: string) => onChoose(id === chosenId ? null : id), [onChoose, chosenId])
  const close = (): void => {
    const index = people.findIndex(({ id }) => id === chosenId)
    onChoose(null)
    list.current?.children[index]?.querySelector('button')?.focus()
  }

  return (
    <section className={classes.column} data-open={chosen !== null} aria-label={t('people.label')}>
      <div className={classes.head}>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {t('people.label')}
        </h2>
        <span className="tabular">{people.length}</span>
      </div>
      {people.length === 0 ? null : <OwnMicrophoneButton snapshot={snapshot} room={room} />}
      {snapshot.isRosterStale || snapshot.doubtedSinceMs !== null ? (
        <p className={classes.stale} role="status">
          {t('people.stale')}
        </p>
      ) : null}
      {people.length === 0 ? <p className={classes.nobody}>{t('people.empty')}</p> : null}
      <ul ref={list} className={classes.list} aria-label={t('people.label')}>
        {people.map((person) => {
          const { id, name, isSelf, twin } = person
          if (isSelf) return <OwnRow key={id} />
          const word = wordOf({
            person,
            mute: acts.get(id)?.mute.kind ?? 'idle',
            hasWritten: wrote.has(id),
            isBeingRemoved: removing.has(id),
            isCoFacilitator: snapshot.coFacilitators.has(id),
            hasTellingName: tells(name) && !snapshot.agreed.has(agreedKey('name', id)),
          })
          return (
            <PersonRow
              key={id}
              id={id}
              name={name}
              isChosen={id === chosenId}
              markWords={wordsOf(person, markOf)}
              twinWords={twin === null ? null : t('people.twin', { number: twin })}
              word={word}
              wordRead={word === null ? null : (readWords.get(word) ?? null)}
              onChoose={choose}
            />
          )
        })}
      </ul>
      {chosen ? (
        <PersonPanel
          key={chosen.id}
          person={chosen}
          acts={acts.get(chosen.id) ?? null}
          drafts={drafts}
          outgoing={snapshot.outgoing}
          markWords={wordsOf(chosen, markOf)}
          canAct={snapshot.stage.kind === 'inRoom'}
          isModerator={snapshot.control === 'moderator'}
          room={room}
          pack={pack}
          isCoFacilitator={snapshot.coFacilitators.has(chosen.id)}
          agreed={snapshot.agreed}
          filled={filled}
          onOpenCard={onOpenCard}
          onClose={close}
        />
      ) : null}
    </section>
  )
}
