/** @file What sessions tells the page What is kept about groups and session records. */
import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { NUMBERS_KEPT_DAYS } from '../../contract/insight'
import type { KeptEntry } from '../../contract/vault'
import type { GoingSession, NoteForgotten } from '../insight/service'
import { keptDay } from '../kept-date'
import { pagesOf } from '../kept-pages'
import { keptEntry } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { EntryInUseError, type KeptKindDescriptor } from '../vault/kept-kind'
import { overdueSessions, settleOverdue } from './schedule'
import {
  countFreeRehearsals,
  countPastBefore,
  groupList,
  readOpenSession,
  removeEndedRehearsals,
  removeFreeRehearsals,
  removePastBefore,
  sessionList,
} from './store'
import { groups, sessions } from './tables'

const DAY_MS = 86_400_000

/** Days a session record is kept after its planned day: as long as numbers can be asked for. Our default. */
export const SESSION_KEPT_DAYS = NUMBERS_KEPT_DAYS
/** A free rehearsal that was neither opened nor left goes a day after it was made. */
const STALE_REHEARSAL_MS = DAY_MS

const present = (values: (string | null)[]): string[] => values.filter((value) => value !== null)

/** Sessions that were held, as far as numbers know of them. */
const heldOf = (vault: WriteVault, which: SQL): GoingSession[] =>
  vault
    .select({
      charterId: sessions.charterId,
      plannedAt: sessions.plannedAt,
      timeZone: sessions.timeZone,
    })
    .from(sessions)
    .where(and(which, eq(sessions.state, 'held'), ne(sessions.serverKind, 'rehearsal')))
    .all()

/**
 * Groups stay until forgotten: they are the facilitator's own set-up.
 *
 * @param note - told of sessions that are forgotten.
 */
export const groupsKept = (note: NoteForgotten): KeptKindDescriptor => ({
  kind: 'groups',
  tables: ['groups'],
  lists: [groupList],
  canForget: true,
  list: (vault) =>
    vault
      .select({ id: groups.id, name: groups.name, createdAt: groups.createdAt })
      .from(groups)
      .orderBy(desc(groups.createdAt))
      .all()
      .map((row) =>
        keptEntry(row, () => ({
          id: row.id,
          label: row.name,
          keptSince: row.createdAt,
          keptUntil: null,
          isAskingToGo: false,
        })),
      ),
  forget: (vault: WriteVault, id) => {
    if (readOpenSession(vault)?.groupId === id) throw new EntryInUseError()
    // By the column alone: a damaged entry can be forgotten like any other.
    const isIt = sql`${groups.id} = ${id}`
    const ownSessions = vault
      .select({ id: sessions.id, roomName: sessions.roomName })
      .from(sessions)
      .where(sql`${sessions.groupId} = ${id}`)
      .all()
    const noteGone = note(vault, heldOf(vault, sql`${sessions.groupId} = ${id}`))
    // Sessions, ticks and passwords go by foreign key.
    const row = vault.delete(groups).where(isIt).returning().get()
    if (!row) return null
    noteGone()
    return present([row.id, ...ownSessions.flatMap((session) => [session.id, session.roomName])])
  },
  countDue: () => 0,
  enforceEnd: () => {},
})

/** A session as far as it is listed. */
interface SessionDates {
  id: string
  plannedAt: string
  timeZone: string
  createdAt: string
  groupName: string | null
}

const rowsOf = (vault: ReadVault) =>
  vault
    .select({
      id: sessions.id,
      plannedAt: sessions.plannedAt,
      timeZone: sessions.timeZone,
      createdAt: sessions.createdAt,
      groupName: groups.name,
    })
    .from(sessions)
    .leftJoin(groups, eq(sessions.groupId, groups.id))

const entryOf = (row: SessionDates): KeptEntry =>
  keptEntry(row, () => ({
    id: row.id,
    label: row.groupName ?? '',
    date: keptDay(row.plannedAt, row.timeZone),
    keptSince: row.createdAt,
    keptUntil: new Date(Date.parse(row.plannedAt) + SESSION_KEPT_DAYS * DAY_MS).toISOString(),
    isAskingToGo: false,
  }))

/**
 * Session records, each until ten years after its planned day.
 *
 * @param hanging - tables of other domains whose rows go with a session (ticks, room passwords).
 * @param note - told of sessions that are forgotten. What ends with its date goes with all that was counted then.
 */
export const sessionsKept = (hanging: readonly string[], note: NoteForgotten): KeptKindDescriptor => ({
  kind: 'sessions',
  tables: ['sessions', ...hanging],
  lists: [sessionList],
  canForget: true,
  list: (vault) => rowsOf(vault).orderBy(desc(sessions.plannedAt)).all().map(entryOf),
  pages: pagesOf<SessionDates>({
    table: sessions,
    id: sessions.id,
    createdAt: sessions.createdAt,
    endsBy: sessions.plannedAt,
    endsAfterMs: SESSION_KEPT_DAYS * DAY_MS,
    newestBy: sessions.plannedAt,
    rows: (vault, where, order, limit) => rowsOf(vault).where(where).orderBy(order).limit(limit).all(),
    placeOf: ({ plannedAt, id }) => ({ at: plannedAt, id }),
    entryOf,
  }),
  forget: (vault, id) => {
    if (readOpenSession(vault)?.id === id) throw new EntryInUseError()
    const noteGone = note(vault, heldOf(vault, sql`${sessions.id} = ${id}`))
    const row = vault.delete(sessions).where(sql`${sessions.id} = ${id}`).returning().get()
    noteGone()
    return row ? [row.id, row.roomName] : null
  },
  countDue: (vault, now) =>
    countPastBefore(vault, new Date(now.getTime() - SESSION_KEPT_DAYS * DAY_MS).toISOString()) +
    countFreeRehearsals(vault, new Date(now.getTime() - STALE_REHEARSAL_MS).toISOString()) +
    overdueSessions(vault, now).length,
  enforceEnd: (vault, now) => {
    removePastBefore(vault, new Date(now.getTime() - SESSION_KEPT_DAYS * DAY_MS).toISOString())
    removeFreeRehearsals(vault, new Date(now.getTime() - STALE_REHEARSAL_MS).toISOString())
    settleOverdue(vault, now)
    removeEndedRehearsals(vault)
  },
})
