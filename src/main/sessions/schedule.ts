/** @file The schedule's own rules: the next session of a group, and what became of one that was not opened. */
import { randomUUID } from 'node:crypto'
import { NUMBERS_KEPT_DAYS } from '../../contract/insight'
import { type GroupId, SessionId } from '../../contract/primitives'
import type { Group, Session } from '../../contract/sessions'
import type { ReadVault, WriteVault } from '../vault/handles'
import { isUsualTime, nextOccurrence } from './next-occurrence'
import { newRoomName } from './room-name'
import {
  addSession,
  changeSession,
  readGroup,
  readPlannedTimes,
  readScheduledBefore,
  readScheduledOf,
  removeSession,
  serverColumns,
} from './store'

const DAY_MS = 86_400_000

/** A session becomes missed this long after its planned end (contract: a day). In milliseconds. */
export const MISSED_AFTER_MS = DAY_MS

/** Schedules a group's session at an instant, with a room name of its own. */
export const scheduleAt = (vault: WriteVault, group: Group, at: Date, now: Date): Session =>
  addSession(vault, {
    id: SessionId.parse(randomUUID()),
    groupId: group.id,
    charterId: group.charterId,
    ...serverColumns(group.server),
    roomName: newRoomName(),
    plannedAt: at.toISOString(),
    timeZone: group.timeZone,
    plannedMinutes: group.plannedMinutes,
    state: 'scheduled',
    createdAt: now.toISOString(),
  })

/**
 * Schedules a group's next session at its usual day and time, unless one is to come there. A session put at a
 * time of its own is extra: it does not stand for the usual one.
 *
 * @param notBefore - the slot of the session that is over or cancelled: the next one is after it.
 * @returns the id of what was scheduled; null when the group has one already or is gone.
 */
export const scheduleNext = (
  vault: WriteVault,
  groupId: GroupId,
  notBefore: Date,
  now: Date,
): SessionId | null => {
  const group = readGroup(vault, groupId)
  if (!group) return null
  const hasUsualToCome = readScheduledOf(vault, groupId).some(
    ({ plannedAt }) => Date.parse(plannedAt) > now.getTime() && isUsualTime(group, plannedAt),
  )
  if (hasUsualToCome) return null
  return scheduleAt(vault, group, nextOccurrence(group, notBefore > now ? notBefore : now), now).id
}

const plannedEndMs = (session: { plannedAt: string; plannedMinutes: number }): number =>
  Date.parse(session.plannedAt) + session.plannedMinutes * 60_000
/** True when a planned session's end is so long past that it is missed. */
const isOverdue = (session: { plannedAt: string; plannedMinutes: number }, now: Date): boolean =>
  plannedEndMs(session) + MISSED_AFTER_MS < now.getTime()

/** Scheduled sessions whose planned end is more than a day past. */
export const overdueSessions = (vault: ReadVault, now: Date): Session[] =>
  readScheduledBefore(vault, new Date(now.getTime() - MISSED_AFTER_MS).toISOString()).filter((session) =>
    isOverdue(session, now),
  )

/**
 * Records what was due at a group's usual time after a session of its and before now: the console was closed, or
 * that session was left open. It was due all the same, so it counts as missed; one that is not over by a day yet
 * can still be opened. The group's time cannot have changed meanwhile: nobody was there to change it.
 */
const recordDue = (vault: WriteVault, session: Session, now: Date): void => {
  const group = session.groupId === null ? undefined : readGroup(vault, session.groupId)
  // A rehearsal leaves no record, and an extra session does not stand for the usual ones.
  if (!group || group.server.kind === 'rehearsal' || !isUsualTime(group, session.plannedAt)) return
  const oldestMs = now.getTime() - NUMBERS_KEPT_DAYS * DAY_MS
  const from = new Date(Math.max(Date.parse(session.plannedAt), oldestMs))
  const recorded = readPlannedTimes(vault, group.id, from.toISOString())
  for (let slot = nextOccurrence(group, from); slot < now; slot = nextOccurrence(group, slot)) {
    if (recorded.has(slot.toISOString())) continue
    const due = scheduleAt(vault, group, slot, now)
    if (isOverdue(due, now)) changeSession(vault, due.id, { state: 'missed' })
  }
}

/**
 * Marks overdue sessions as missed, with those that were due since, and schedules each group's next one. A rehearsal that nobody opened leaves no
 * record.
 */
export const settleOverdue = (vault: WriteVault, now: Date): void => {
  for (const session of overdueSessions(vault, now)) {
    if (session.isRehearsal) removeSession(vault, session.id)
    else changeSession(vault, session.id, { state: 'missed' })
    recordDue(vault, session, now)
    if (session.groupId) scheduleNext(vault, session.groupId, now, now)
  }
}

/**
 * The same session once more at its own time, with its room: the invitation that was sent stays true. One that went to
 * the second server is planned on the group's own again, in a room that server has not seen.
 */
const scheduleAgain = (vault: WriteVault, session: Session, now: Date): void => {
  const { groupId, charterId, plannedAt, timeZone, plannedMinutes } = session
  const own = groupId === null ? undefined : readGroup(vault, groupId)?.server
  const server = own ?? session.server
  const hasMoved = JSON.stringify(server) !== JSON.stringify(session.server)
  addSession(vault, {
    id: SessionId.parse(randomUUID()),
    groupId,
    charterId,
    ...serverColumns(server),
    roomName: hasMoved ? newRoomName() : session.roomName,
    plannedAt,
    timeZone,
    plannedMinutes,
    state: 'scheduled',
    createdAt: now.toISOString(),
  })
}

/**
 * Closes an open session.
 *
 * A rehearsal, of a group too, leaves no record. What was opened and closed before its planned time did not take the
 * planned session's place: it is recorded as planned for when it was opened, and the planned one stays.
 *
 * @param at - when it ended: never before it was opened.
 * @param now - from when the next session is looked for.
 * @returns the session as it is recorded; a rehearsal, which leaves no record, as it closed.
 */
export const closeSession = (vault: WriteVault, session: Session, at: Date, now: Date): Session => {
  const closedAt = at.toISOString()
  const isEarly = session.groupId !== null && now.getTime() < Date.parse(session.plannedAt)
  const close = (): Session =>
    changeSession(vault, session.id, {
      state: 'held',
      closedAt,
      // A room's name belongs to one session: forgetting either must leave none of it.
      ...(isEarly && { plannedAt: session.openedAt ?? closedAt, roomName: newRoomName() }),
    })
  if (session.isRehearsal) removeSession(vault, session.id)
  const closed: Session = session.isRehearsal ? { ...session, state: 'held', closedAt } : close()
  if (isEarly) scheduleAgain(vault, session, now)
  else if (session.groupId) {
    recordDue(vault, session, now)
    scheduleNext(vault, session.groupId, new Date(session.plannedAt), now)
  }
  return closed
}
