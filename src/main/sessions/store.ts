/** @file Reads and writes of groups and sessions. No rule of the schedule is decided here. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { MeetingServer } from '../../contract/meeting-server'
import type { GroupId, SessionId } from '../../contract/primitives'
import { Group, Session } from '../../contract/sessions'
import { INSTANT_LIKE } from '../ended-by'
import { listOf, readBack, soundRows } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { groups, sessions } from './tables'

type GroupRow = typeof groups.$inferSelect
/** What a new session is written with. */
export type NewSession = typeof sessions.$inferInsert

const serverOf = (row: { serverKind: 'rehearsal' | 'jitsi'; serverHost: string | null }): MeetingServer =>
  row.serverKind === 'jitsi' ? { kind: 'jitsi', host: row.serverHost ?? '' } : { kind: 'rehearsal' }

/** The two columns of a meeting server. */
export const serverColumns = (server: MeetingServer) => ({
  serverKind: server.kind,
  serverHost: server.kind === 'jitsi' ? server.host : null,
})

const groupOf = (row: GroupRow): unknown => {
  const { serverKind, serverHost, secondServerHost, secondServerOperator, isSecondServerApproved, ...other } =
    row
  const { tightened, ...rest } = other
  return {
    ...rest,
    ...(tightened === null ? {} : { tightened }),
    server: serverOf({ serverKind, serverHost }),
    secondServer:
      secondServerHost === null
        ? null
        : { host: secondServerHost, operator: secondServerOperator, isApproved: isSecondServerApproved },
  }
}

/** Groups as they are listed, and those that it leaves out. */
export const groupList = listOf('groups', Group, (vault) =>
  vault
    .select()
    .from(groups)
    .all()
    .map((row) => ({ id: row.id, answered: groupOf(row) })),
)

/** Every group that reads back, by name. */
export const readGroups = (vault: ReadVault): Group[] =>
  soundRows(Group, vault.select().from(groups).all().map(groupOf)).toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  )

/** Whether there is a group of this id, readable or not. */
export const isGroupThere = (vault: ReadVault, id: string): boolean =>
  vault.select({ id: groups.id }).from(groups).where(sql`${groups.id} = ${id}`).get() !== undefined

/** A group that reads back, or undefined. */
export const readGroup = (vault: ReadVault, groupId: GroupId): Group | undefined =>
  soundRows(Group, vault.select().from(groups).where(eq(groups.id, groupId)).all().map(groupOf))[0]

/**
 * Writes a group, new or changed.
 *
 * @throws ReadBackError, which rolls the transaction back.
 */
export const writeGroup = (vault: WriteVault, group: Group): void => {
  const { server, secondServer, tightened = null, ...rest } = group
  const row = {
    ...rest,
    tightened,
    ...serverColumns(server),
    secondServerHost: secondServer?.host ?? null,
    secondServerOperator: secondServer?.operator ?? null,
    isSecondServerApproved: secondServer?.isApproved ?? false,
  }
  const written = vault
    .insert(groups)
    .values(row)
    .onConflictDoUpdate({ target: groups.id, set: row })
    .returning()
    .get()
  readBack(Group, groupOf(written))
}

const sessionColumns = {
  id: sessions.id,
  groupId: sessions.groupId,
  charterId: sessions.charterId,
  roomName: sessions.roomName,
  plannedAt: sessions.plannedAt,
  timeZone: sessions.timeZone,
  plannedMinutes: sessions.plannedMinutes,
  state: sessions.state,
  openedAt: sessions.openedAt,
  closedAt: sessions.closedAt,
  cancelReasonId: sessions.cancelReasonId,
  charterVersion: sessions.charterVersion,
}
const sessionServer = { serverKind: sessions.serverKind, serverHost: sessions.serverHost }

const NO_LIMIT = Number.MAX_SAFE_INTEGER

const selectSessions = (vault: ReadVault, where: SQL | undefined, order: SQL, limit: number) =>
  vault
    .select({ session: sessionColumns, server: sessionServer, groupName: groups.name })
    .from(sessions)
    .leftJoin(groups, eq(sessions.groupId, groups.id))
    .where(where)
    .orderBy(order)
    .limit(limit)
    .all()
    .map(({ session, server, groupName }) => ({
      ...session,
      groupName: groupName ?? '',
      server: serverOf(server),
      isRehearsal: server.serverKind === 'rehearsal',
    }))

/** Sessions that read back: one that is damaged breaks no list. */
const readSessions = (vault: ReadVault, where: SQL | undefined, order: SQL, limit: number): Session[] =>
  soundRows(Session, selectSessions(vault, where, order, limit))

/** How many of the newest sessions are looked at: more than any list of them shows. */
const NEWEST_LOOKED_AT = 200

/**
 * Sessions that the lists leave out: of those to come and the newest, and of those that no list has a place for. Found by the
 * indexes, as there may be ten years of them.
 */
export const sessionList = listOf('sessions', Session, (vault, _now, among) => {
  const lookedAt = sql`sessions.rowid IN (
    SELECT rowid FROM sessions INDEXED BY sessions_by_state
      WHERE state NOT IN ('held', 'cancelled', 'missed')
    UNION ALL SELECT rowid FROM sessions WHERE planned_at < '1'
    UNION ALL SELECT rowid FROM sessions WHERE planned_at > ':'
    UNION ALL SELECT rowid FROM (SELECT rowid FROM sessions ORDER BY planned_at DESC LIMIT ${NEWEST_LOOKED_AT}))`
  const which = among === undefined ? lookedAt : sql`${sessions.id} IN ${among}`
  return selectSessions(vault, which, newestFirst, NO_LIMIT).map((answered) => ({
    id: answered.id,
    answered,
  }))
})

const soonestFirst = asc(sessions.plannedAt)
const newestFirst = desc(sessions.plannedAt)
/** No list of sessions to come is ever longer; a facilitator has a handful. */
const UPCOMING_MAX = 500

/** A session, or undefined. */
export const readSession = (vault: ReadVault, sessionId: SessionId): Session | undefined =>
  readSessions(vault, eq(sessions.id, sessionId), newestFirst, 1)[0]

/** The open session, or undefined: the schema allows one. */
export const readOpenSession = (vault: ReadVault): Session | undefined =>
  readSessions(vault, eq(sessions.state, 'open'), newestFirst, 1)[0]

/** The open session where it does not read back, so that nobody can be led to it; undefined where none is. */
export const findDamagedOpen = (vault: ReadVault): SessionId | undefined =>
  readOpenSession(vault)
    ? undefined
    : vault.select({ id: sessions.id }).from(sessions).where(eq(sessions.state, 'open')).get()?.id

/** Ends it, as held: it was opened, and how long it lasted is not known. It stays on What is kept. */
export const endDamaged = (vault: WriteVault, sessionId: SessionId): void => {
  vault
    .update(sessions)
    .set({ state: 'held', closedAt: sql`${sessions.openedAt}` })
    .where(eq(sessions.id, sessionId))
    .run()
}

/** Scheduled and open sessions of groups, soonest first. Free rehearsals are not part of a schedule. */
export const readUpcoming = (vault: ReadVault): Session[] =>
  readSessions(
    vault,
    and(inArray(sessions.state, ['scheduled', 'open']), isNotNull(sessions.groupId)),
    soonestFirst,
    UPCOMING_MAX,
  )

/** Held, cancelled and missed sessions, newest first. Rehearsals are no part of what was done. */
export const readPast = (vault: ReadVault, limit: number): Session[] =>
  // The plus keeps SQLite from gathering all by state and sorting them: by date it may stop at the limit.
  readSessions(
    vault,
    sql`+${sessions.state} IN ('held', 'cancelled', 'missed') AND ${sessions.serverKind} <> 'rehearsal'`,
    newestFirst,
    limit,
  )

/** A group's scheduled sessions, soonest first. */
export const readScheduledOf = (vault: ReadVault, groupId: GroupId): Session[] =>
  readSessions(
    vault,
    and(eq(sessions.groupId, groupId), eq(sessions.state, 'scheduled')),
    soonestFirst,
    UPCOMING_MAX,
  )

/** When a group's sessions from an instant on were planned for, whatever became of them. */
export const readPlannedTimes = (vault: ReadVault, groupId: GroupId, from: string): Set<string> =>
  new Set(
    vault
      .select({ plannedAt: sessions.plannedAt })
      .from(sessions)
      .where(and(eq(sessions.groupId, groupId), gte(sessions.plannedAt, from)))
      .all()
      .map(({ plannedAt }) => plannedAt),
  )

/** Scheduled sessions of groups planned before an instant, soonest first. */
export const readScheduledBefore = (vault: ReadVault, before: string): Session[] =>
  readSessions(
    vault,
    and(eq(sessions.state, 'scheduled'), isNotNull(sessions.groupId), lt(sessions.plannedAt, before)),
    soonestFirst,
    UPCOMING_MAX,
  )

const sessionWritten = (vault: ReadVault, sessionId: SessionId): Session =>
  readBack(Session, selectSessions(vault, eq(sessions.id, sessionId), newestFirst, 1)[0])

/**
 * Adds a session, and answers it.
 *
 * @throws ReadBackError, which rolls the transaction back.
 */
export const addSession = (vault: WriteVault, session: NewSession): Session => {
  vault.insert(sessions).values(session).run()
  return sessionWritten(vault, session.id)
}

/**
 * Changes some columns of a session, and answers it.
 *
 * @throws ReadBackError, which rolls the transaction back.
 */
export const changeSession = (
  vault: WriteVault,
  sessionId: SessionId,
  change: Partial<Omit<NewSession, 'id'>>,
): Session => {
  vault.update(sessions).set(change).where(eq(sessions.id, sessionId)).run()
  return sessionWritten(vault, sessionId)
}

/** Removes a session and what hangs on it. */
export const removeSession = (vault: WriteVault, sessionId: SessionId): void => {
  vault.delete(sessions).where(eq(sessions.id, sessionId)).run()
}

const freeRehearsals = (before?: string): SQL | undefined =>
  and(
    isNull(sessions.groupId),
    before === undefined ? eq(sessions.state, 'scheduled') : lt(sessions.plannedAt, before),
  )

const pastBefore = (before: string): SQL | undefined =>
  and(
    inArray(sessions.state, ['held', 'cancelled', 'missed']),
    lt(sessions.plannedAt, before),
    sql`${sessions.plannedAt} GLOB ${INSTANT_LIKE}`,
  )

/** Removes free rehearsals never opened; with `before`, also opened ones, and only those planned before it. */
export const removeFreeRehearsals = (vault: WriteVault, before?: string): void => {
  vault.delete(sessions).where(freeRehearsals(before)).run()
}

/** Which rehearsals of groups are over: they leave no record. */
const endedRehearsals = (except: readonly SessionId[]) =>
  and(
    eq(sessions.serverKind, 'rehearsal'),
    inArray(sessions.state, ['held', 'cancelled', 'missed']),
    notInArray(sessions.id, [...except]),
  )

/** True when a rehearsal that is over still has its row. */
export const hasEndedRehearsals = (vault: ReadVault, except: readonly SessionId[]): boolean =>
  vault.select({ id: sessions.id }).from(sessions).where(endedRehearsals(except)).limit(1).get() !== undefined

/**
 * Removes rehearsals that are over.
 *
 * @param except - cancelled a moment ago, so that the cancel can be taken back.
 */
export const removeEndedRehearsals = (vault: WriteVault, except: readonly SessionId[] = []): void => {
  vault.delete(sessions).where(endedRehearsals(except)).run()
}

/** How many free rehearsals were planned before an instant. */
export const countFreeRehearsals = (vault: ReadVault, before: string): number =>
  vault.select({ n: count() }).from(sessions).where(freeRehearsals(before)).get()?.n ?? 0

/** Removes the records of sessions that are over and were planned before an instant. */
export const removePastBefore = (vault: WriteVault, before: string): void => {
  vault.delete(sessions).where(pastBefore(before)).run()
}

/** How many records of sessions that are over were planned before an instant. */
export const countPastBefore = (vault: ReadVault, before: string): number =>
  vault.select({ n: count() }).from(sessions).where(pastBefore(before)).get()?.n ?? 0
