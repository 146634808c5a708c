/**
 * @file One quiet line when somebody is not in the room any more, in every charter: so that a silent departure is
 * seen. It goes by itself, and at once where they are back. Said aloud by the room's announcements, not here.
 */
import { Button } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterSettings } from '../../../../contract/charter-settings'
import { cutInMiddle, isolated } from '../../words/names-in-text'
import type { RoomSnapshot } from '../live/snapshot'
import type { Person } from '../roster/person'
import classes from './Rail.module.css'
import { leftBetween } from './use-room-announcements'

/** How long it stands after the last who left, in milliseconds: as long as it takes to look up from a face. */
export const JUST_LEFT_MS = 20_000
/** Characters of a name on the line. */
const NAME_MAX = 20

interface Left {
  id: string
  name: string
  /** Somebody else of this name was here then: whoever comes by it may be that one. */
  hasTwin: boolean
}

const leftWith = (before: RoomSnapshot, now: RoomSnapshot): readonly Left[] =>
  leftBetween(before, now).map(({ id, name }) => ({
    id,
    name,
    hasTwin: [...before.people, ...now.people].some((one) => one.id !== id && one.name === name),
  }))

/** Those who are here and were not before. */
const cameBetween = (before: RoomSnapshot, now: RoomSnapshot): readonly Person[] => {
  const known = new Set(before.people.map(({ id }) => id))
  return now.people.filter(({ id, isSelf }) => !isSelf && !known.has(id))
}

/**
 * Who is still missed once somebody came. A line lost comes back under another id and the same name; where two had that
 * name, or two of it are missed, it is not known who came, and each is still to be looked for.
 */
const stillMissed = (left: readonly Left[], came: Person): readonly Left[] => {
  if (left.some(({ id }) => id === came.id)) return left.filter(({ id }) => id !== came.id)
  const named = left.filter(({ name }) => name === came.name)
  const [one] = named
  return named.length === 1 && one && !one.hasTwin ? left.filter((other) => other !== one) : left
}

/** Who left, and the charter: where it asks for a check of those who step out, the line stays until that was done. */
export interface JustLeftProps {
  snapshot: RoomSnapshot
  settings: Pick<CharterSettings, 'stepOutCheck'> | null
}

/** The line; nothing while nobody left lately. */
export const JustLeft = ({ snapshot, settings }: JustLeftProps) => {
  const isChecked = settings?.stepOutCheck.value ?? false
  const { t, i18n } = useTranslation('meeting')
  const [left, setLeft] = useState<readonly Left[]>([])
  const before = useRef(snapshot)
  useEffect(() => {
    const gone = leftWith(before.current, snapshot)
    const back = cameBetween(before.current, snapshot)
    before.current = snapshot
    if (gone.length === 0 && back.length === 0) return
    setLeft((now) => back.reduce(stillMissed, [...now, ...gone]))
  }, [snapshot])
  useEffect(() => {
    if (left.length === 0 || isChecked) return
    const timer = setTimeout(() => setLeft([]), JUST_LEFT_MS)
    return () => clearTimeout(timer)
  }, [left, isChecked])
  const last = left.at(-1)
  if (!last || snapshot.stage.kind !== 'inRoom') return null
  // Each by itself: one that runs from right to left turns no other round.
  const names = left.map(({ name }) => isolated(cutInMiddle(name, NAME_MAX)))
  if (isChecked)
    return (
      <div className={classes.left}>
        <IconDoorExit size={18} aria-hidden />
        <span>
          {t('people.leftChecked', {
            names: new Intl.ListFormat(i18n.language).format(names),
            count: left.length,
          })}
        </span>
        <Button variant="default" onClick={() => setLeft([])}>
          {t('people.leftDone')}
        </Button>
      </div>
    )
  return (
    <p className={classes.left}>
      <IconDoorExit size={18} aria-hidden />
      <span>
        {t('people.left', {
          name: cutInMiddle(last.name, NAME_MAX),
          count: left.length,
          others: left.length - 1,
        })}
      </span>
    </p>
  )
}
