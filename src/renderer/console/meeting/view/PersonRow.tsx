/** @file One person, one line. Drawn again only when something about them changed. */
import { IconUserCheck } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandStatus } from '../guard/command-status'
import type { Person } from '../roster/person'
import classes from './People.module.css'

/** What one line shows. */
export interface PersonRowProps {
  person: Person
  mute: CommandStatus['kind']
  hasWritten: boolean
  isBeingRemoved: boolean
  /** Named by the facilitator tonight. */
  isCoFacilitator: boolean
  /** The name may tell more than was meant, and nothing was settled about it. */
  hasTellingName: boolean
  isChosen: boolean
  /** In words, when the name looks like another; null otherwise. */
  markWords: string | null
  onChoose: (id: string) => void
}

type Word =
  | 'removing'
  | 'wrote'
  | 'hand'
  | 'muteNotShown'
  | 'muteSent'
  | 'muted'
  | 'moderator'
  | 'coFacilitator'
  | 'tellingName'

/** The one word for the line: what wants an answer comes first. */
const wordOf = ({
  person,
  mute,
  hasWritten,
  isBeingRemoved,
  isCoFacilitator,
  hasTellingName,
}: PersonRowProps): Word | null => {
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

/** A line of the list. Our own has no actions. */
export const PersonRow = memo((props: PersonRowProps) => {
  const { t } = useTranslation('meeting')
  const { person, isChosen, markWords, onChoose } = props
  if (person.isSelf) {
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
  const word = wordOf(props)
  return (
    <li className={classes.item}>
      <button
        type="button"
        className={classes.row}
        aria-expanded={isChosen}
        title={markWords === null ? person.name : `${person.name}: ${markWords}`}
        onClick={() => onChoose(person.id)}
      >
        <bdi className={classes.name}>{person.name}</bdi>
        <span className={classes.initials} aria-hidden>
          {initials(person.name)}
        </span>
        {person.twin === null ? null : (
          <span className={classes.twin}>{t('people.twin', { number: person.twin })}</span>
        )}
        {word === null ? null : (
          <span className={classes.word} data-word={word}>
            {t(`people.${word}`)}
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
})
PersonRow.displayName = 'PersonRow'
