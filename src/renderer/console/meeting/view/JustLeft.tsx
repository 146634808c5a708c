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
/** Most of them remembered, the oldest go: more than a room holds is a flood, and no list for anybody. */
const LEFT_MAX = 500
/** Characters of a name on the line. */
const NAME_MAX = 20

interface Left {
  id: string
  name: string
  /** Somebody else of this name was here then: whoever comes by it may be that one. */
  hasTwin: boolean
}

const leftWith = (before: RoomSnapshot, now: RoomSnapshot): readonly Left[] => {
  const gone = leftBetween(before, now)
  if (gone.length === 0) return []
  const idsOf = new Map<string, Set<string>>()
  for (const { id, name } of [...before.people, ...now.people]) {
    idsOf.set(name, (idsOf.get(name) ?? new Set()).add(id))
  }
  return gone.map(({ id, name }) => ({ id, name, hasTwin: (idsOf.get(name)?.size ?? 0) > 1 }))
}

/** Those who are here and were not before. */
const cameBetween = (before: RoomSnapshot, now: RoomSnapshot): readonly Person[] => {
  const known = new Set(before.people.map(({ id }) => id))
  return now.people.filter(({ id, isSelf }) => !isSelf && !known.has(id))
}

/**
 * Who is still missed once people came. A line lost comes back under another id and the same name; where two had that
 * name, or two of it are missed, it is not known who came, and each is still to be looked for.
 */
const stillMissed = (left: readonly Left[], came: readonly Person[]): readonly Left[] => {
  if (came.length === 0) return left
  const byId = new Map(left.map((one) => [one.id, one]))
  const byName = Map.groupBy(left, ({ name }) => name)
  const back = new Set<Left>()
  for (const { id, name } of came) {
    const same = byId.get(id)
    const named = (byName.get(name) ?? []).filter((one) => !back.has(one))
    const [only] = named
    if (same) back.add(same)
    else if (named.length === 1 && only && !only.hasTwin) back.add(only)
  }
  return left.filter((one) => !back.has(one))
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
    setLeft((now) => stillMissed([...now, ...gone], back).slice(-LEFT_MAX))
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
