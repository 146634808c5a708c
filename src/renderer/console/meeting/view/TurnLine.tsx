/** @file Whose turn it is and what they asked for, in one line that stays in sight for the whole turn. */
import { IconEar, IconMessageCircle, IconUserCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cutInMiddle } from '../../words/names-in-text'
import type { ShareMode } from '../floor/turns'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Floor.module.css'

/** Characters of a name on the line. */
const NAME_MAX = 18

const shapes = {
  justListening: IconEar,
  feedbackWelcome: IconMessageCircle,
} as const satisfies Record<ShareMode, unknown>

/** The line; nothing while nobody has the floor. */
export const TurnLine = ({ snapshot }: { snapshot: Pick<RoomSnapshot, 'turns' | 'people'> }) => {
  const { t } = useTranslation('meeting')
  const { turn } = snapshot.turns
  const person = snapshot.people.find(({ id }) => id === turn?.id)
  if (turn === null) return null
  const Shape = turn.mode === null ? IconUserCircle : shapes[turn.mode]
  return (
    <p className={classes.line}>
      <Shape size={20} aria-hidden />
      <span>
        {person === undefined
          ? t('turns.speakerGone')
          : person.isSelf
            ? t('turns.yourTurn')
            : t('turns.theirTurn', { name: cutInMiddle(person.name, NAME_MAX) })}
        {turn.mode === null ? null : <strong className={classes.mode}>{t(`turns.mode.${turn.mode}`)}</strong>}
      </span>
    </p>
  )
}
