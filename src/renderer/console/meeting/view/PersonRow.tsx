/** @file One person, one line. Drawn again only when something about them changed. */
import { IconUserCheck } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandStatus } from '../guard/command-status'
import type { Person } from '../roster/person'
import classes from './People.module.css'

/** What one line shows. Words and numbers alone: what looks the same is not drawn again. */
export interface PersonRowProps {
  id: string
  name: string
  isChosen: boolean
  /** In words, when the name looks like another; null otherwise. */
  markWords: string | null
  /** In words, which of those by this name; null where there is one. */
  twinWords: string | null
  /** Null where there is nothing to say. */
  word: Word | null
  /** `word`, as it is read. */
  wordRead: string | null
  onChoose: (id: string) => void
}

/** What is said of a person on their line. */
export const WORDS = [
  'removing',
  'wrote',
  'hand',
  'muteNotShown',
  'muteSent',
  'muted',
  'moderator',
  'coFacilitator',
  'tellingName',
] as const
/** One of them. */
export type Word = (typeof WORDS)[number]

/** What the word of a line is chosen by. */
export interface WordOptions {
  person: Pick<Person, 'raisedAtMs' | 'role' | 'mute'>
  mute: CommandStatus['kind']
  hasWritten: boolean
  isBeingRemoved: boolean
  /** Named by the facilitator tonight. */
  isCoFacilitator: boolean
  /** The name may tell more than was meant, and nothing was settled about it. */
  hasTellingName: boolean
}

/** The one word for the line: what wants an answer comes first. */
export const wordOf = ({
  person,
  mute,
  hasWritten,
  isBeingRemoved,
  isCoFacilitator,
  hasTellingName,
}: WordOptions): Word | null => {
  if (isBeingRemoved) return 'removing'
  if (hasWritten) return 'wrote'
  if (person.raisedAtMs !== null) return 'hand'
  if (isCoFacilitator) return 'coFacilitator'
  if (mute === 'notShown') return 'muteNotShown'
  if (mute === 'sent') return 'muteSent'
  if (person.role === 'moderator') return 'moderator'
  if (hasTellingName) return 'tellingName'
  return person.mute === 'muted' ? 'muted' : null
}

// Made once: making one costs more than all that a row does with it.
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Two letters for the folded column: of the name's first two words, or its first cluster. */
const initials = (name: string): string =>
  name
    .split(' ')
    .slice(0, 2)
    .map((part) => clusters.segment(part).containing(0)?.segment ?? '')
    .join('')

/** Our own line: it has no actions. */
export const OwnRow = () => {
  const { t } = useTranslation('meeting')
  return (
    <li className={classes.item}>
      <div className={classes.row} data-self="true">
        <IconUserCheck size={20} aria-hidden className={classes.own} />
        <span className={classes.name}>{t('you')}</span>
        <span className={classes.initials} aria-hidden>
          {t('you')}
        </span>
        <span className={classes.aside}>{t('facilitator')}</span>
      </div>
    </li>
  )
}

/** A line of the list. Its words are looked up by the list, once for all lines. */
export const PersonRow = memo(
  ({ id, name, isChosen, markWords, twinWords, word, wordRead, onChoose }: PersonRowProps) => {
    const letters = useMemo(() => initials(name), [name])
    return (
      <li className={classes.item}>
        <button
          type="button"
          className={classes.row}
          aria-expanded={isChosen}
          title={markWords === null ? name : `${name}: ${markWords}`}
          onClick={() => onChoose(id)}
        >
          <bdi className={classes.name}>{name}</bdi>
          <span className={classes.initials} aria-hidden>
            {letters}
          </span>
          {twinWords === null ? null : <span className={classes.twin}>{twinWords}</span>}
          {word === null ? null : (
            <span className={classes.word} data-word={word}>
              {wordRead}
            </span>
          )}
          {markWords === null ? null : (
            <span className={classes.mark}>
              <bdi>{markWords}</bdi>
            </span>
          )}
        </button>
      </li>
    )
  },
)
PersonRow.displayName = 'PersonRow'
