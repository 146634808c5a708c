/**
 * @file What happens in the room is said to a screen reader, on whatever page one is: who wrote, who waits, who left,
 * whose hand is up, and every alarm. Behind the lock screen and while the screen is blanked without a name, because
 * somebody else may be listening.
 */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce, hush, type Urgency } from '../../announcer'
import type { RoomSnapshot } from '../live/snapshot'
import type { Person } from '../roster/person'
import { useToldName } from './use-name-marks'

/** Where the live view is: shown, behind another page, or behind the lock screen. */
export type Whereabouts = 'shown' | 'elsewhere' | 'locked'

/** One thing to say: the key of its words, whom it is about, how urgent it is. */
export interface Announcement {
  key: 'wrote' | 'waits' | 'left' | 'hand' | `alarm.${RoomSnapshot['alarms'][number]['kind']}` | 'trouble'
  name: string
  urgency: Urgency
}

/**
 * Whether both pictures show people of one stay in the room. Where the list was dropped as a whole and began anew, nobody
 * left or came: we did, and that is said by itself.
 */
const isSameList = (before: RoomSnapshot, now: RoomSnapshot): boolean => {
  if (now.stage.kind !== 'inRoom' || before.stage.kind !== 'inRoom') return false
  const [was, is] = [before, now].map(({ people }) => people.find(({ isSelf }) => isSelf))
  // A list begun anew goes on counting where the one before it ended, whatever the id.
  return was !== undefined && is !== undefined && was.id === is.id && was.ordinal === is.ordinal
}

/** Who is not in the room any more, of those who were: not we, and not those whom we removed. */
export const leftBetween = (before: RoomSnapshot, now: RoomSnapshot): readonly Person[] => {
  if (!isSameList(before, now) || before.people === now.people) return []
  const here = new Set(now.people.map(({ id }) => id))
  const removed = new Set(now.removals.map(({ id }) => id))
  return before.people.filter(({ id, isSelf }) => !isSelf && !here.has(id) && !removed.has(id))
}

/**
 * What is new between two pictures of the room.
 *
 * @param before - the picture last spoken of.
 * @returns in the order in which it is to be said; nothing for what was there before, and nothing of ourselves.
 */
export const announcementsBetween = (before: RoomSnapshot, now: RoomSnapshot): readonly Announcement[] => {
  const messages = new Set(before.messages.map(({ key }) => key))
  const knocks = new Set(before.knocks.map(({ id }) => id))
  const alarms = new Set(before.alarms.map(({ key }) => key))
  const raised = new Set(before.people.filter(({ raisedAtMs }) => raisedAtMs !== null).map(({ id }) => id))
  const hasTrouble = now.stage.kind === 'trouble' && before.stage.kind !== 'trouble'
  return [
    ...(hasTrouble ? [{ key: 'trouble', name: '', urgency: 'assertive' } as const] : []),
    ...now.alarms
      .filter(({ key }) => !alarms.has(key))
      .map(({ kind, name }) => ({ key: `alarm.${kind}`, name, urgency: 'assertive' }) as const),
    ...now.messages
      .filter(({ key }) => !messages.has(key))
      .map(({ fromName }) => ({ key: 'wrote', name: fromName, urgency: 'assertive' }) as const),
    ...now.knocks
      .filter(({ id }) => !knocks.has(id))
      .map(({ name }) => ({ key: 'waits', name, urgency: 'polite' }) as const),
    ...now.people
      .filter(({ id, raisedAtMs, isSelf }) => raisedAtMs !== null && !isSelf && !raised.has(id))
      .map(({ name }) => ({ key: 'hand', name, urgency: 'polite' }) as const),
    ...leftBetween(before, now).map(({ name }) => ({ key: 'left', name, urgency: 'polite' }) as const),
  ]
}

/**
 * Says what is new each time the picture changes.
 *
 * @param isBlank - the screen is blanked: what was about to be said with a name is not said any more.
 */
export const useRoomAnnouncements = (
  snapshot: RoomSnapshot,
  whereabouts: Whereabouts,
  isBlank: boolean,
): void => {
  const { t } = useTranslation('meeting')
  const told = useToldName(snapshot.people)
  const before = useRef(snapshot)
  useEffect(() => {
    if (isBlank) hush()
  }, [isBlank])
  useEffect(() => {
    const news = announcementsBetween(before.current, snapshot)
    before.current = snapshot
    for (const { key, name, urgency } of news) {
      // The live view says its own alarms and trouble, in place, where it is not blanked.
      if (whereabouts === 'shown' && !isBlank && (key === 'trouble' || key.startsWith('alarm.'))) continue
      const isPrivate = isBlank || whereabouts === 'locked'
      announce(t(`announce.${isPrivate ? 'locked' : 'open'}.${key}`, { name: told(name) }), urgency)
    }
  }, [snapshot, whereabouts, isBlank, told, t])
}
