/** @file Sessions: groups, their schedule, and the life-cycle of the session record. */
import { randomUUID } from 'node:crypto'
import { packFor } from '../../contract/charter-tightening'
import type { CharterPack } from '../../contract/charters'
import { GroupId, SessionId } from '../../contract/primitives'
import { type Group, type GroupDraft, PLAN_AHEAD_MAX_DAYS, type Session } from '../../contract/sessions'
import { NOT_YET } from '../../contract/unfinished-forms'
import type { ChartersService } from '../charters/service'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import { dropForm } from '../unfinished/service'
import type { ReadVault, VaultAccess, WriteVault } from '../vault/handles'
import { announcementText, invitationText } from './invitation'
import { calendarDay, instantOfWallClock, isOnTheClock, isUsualTime, nextOccurrence } from './next-occurrence'
import { newRoomName } from './room-name'
import { closeSession, overdueSessions, scheduleAt, scheduleNext, settleOverdue } from './schedule'
import {
  addSession,
  changeSession,
  endDamaged,
  findDamagedOpen,
  hasEndedRehearsals,
  readGroup,
  readGroups,
  readOpenSession,
  readPast,
  readScheduledOf,
  readSession,
  readUpcoming,
  removeEndedRehearsals,
  removeFreeRehearsals,
  removeSession,
  serverColumns,
  writeGroup,
} from './store'

export { groupsKept, SESSION_KEPT_DAYS, sessionsKept } from './kept'
export { sessionMeasures } from './measures'
export { isGroupThere } from './store'

const DAY_MS = 86_400_000
/** How long a cancel may be taken back, in milliseconds: the ten seconds on screen and a wide margin. */
const UNCANCEL_MS = 60_000
/** Planned length of a free rehearsal, in minutes: our default, shown on screen only. */
const REHEARSAL_MINUTES = 60

/** What the router and other domains may ask of sessions. All throw `VaultLockedError`. */
export interface SessionsService {
  groups(): Group[]
  /** @throws Refusal CHARTER_UNKNOWN, SERVER_NOT_APPROVED */
  createGroup(draft: GroupDraft): Group
  /** @throws Refusal NOT_FOUND, CHARTER_UNKNOWN, SERVER_NOT_APPROVED, SESSION_OPEN */
  updateGroup(groupId: GroupId, draft: GroupDraft): Group
  upcoming(): Session[]
  /** Records what is due: sessions that nobody opened become missed. Every list does so before it answers. */
  settle(): void
  past(limit: number): Session[]
  /** @throws Refusal NOT_FOUND */
  get(sessionId: SessionId): Session
  /** The charter with what the session's group decided more strictly. @throws Refusal NOT_FOUND, CHARTER_UNKNOWN */
  charter(sessionId: SessionId): CharterPack
  /** @throws Refusal NOT_FOUND, IN_THE_PAST, TOO_FAR_AHEAD, NO_SUCH_TIME */
  schedule(groupId: GroupId, day: string, startsAtLocal: string): Session
  /** @throws Refusal NOT_FOUND, WRONG_STATE */
  invitation(sessionId: SessionId): string
  /** @throws Refusal NOT_FOUND (session or reason), WRONG_STATE */
  cancel(sessionId: SessionId, reasonId: string): { session: Session; announcement: string }
  /** @throws Refusal NOT_FOUND, WRONG_STATE, SESSION_OPEN */
  uncancel(sessionId: SessionId): Session
  /** @throws Refusal CHARTER_UNKNOWN, SESSION_OPEN */
  rehearse(charterId: string): Session
  /** @throws Refusal NOT_FOUND, WRONG_STATE, SESSION_OPEN, ITEM_REQUIRED */
  open(sessionId: SessionId): Session
  /** @throws Refusal NOT_FOUND, WRONG_STATE, NO_SECOND_SERVER */
  moveToOtherServer(sessionId: SessionId): Session
  active(): Session | null
  /** @throws Refusal NOT_FOUND, WRONG_STATE */
  close(sessionId: SessionId): Session
  /** @throws Refusal NOT_FOUND, WRONG_STATE */
  abandonRehearsal(sessionId: SessionId): void
}

/** Makes the service. */
export const createSessions = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: ChartersService
  /** What else must happen in the transaction that closes a session or leaves its room: what is kept of the room goes. */
  whenClosed: (vault: WriteVault, sessionId: SessionId) => void
  /** Whether an item of the list before a session is ticked. */
  isTickedBefore: (vault: ReadVault, sessionId: SessionId, itemId: string) => boolean
}): SessionsService => {
  const { vault: access, clock, charters } = needs
  /** Cancels that may still be taken back. In memory: it is no fact worth keeping. */
  const undoable = new Map<SessionId, { untilMs: number; nextId: SessionId | null }>()

  const requirePack = (charterId: string): CharterPack => {
    const pack = charters.find(charterId)
    if (!pack) throw Refusal.of('CHARTER_UNKNOWN')
    return pack
  }
  /** The charter as it holds for a session's group. */
  const packOfSession = (vault: ReadVault, session: Session): CharterPack | undefined => {
    const pack = charters.find(session.charterId)
    const group = session.groupId === null ? undefined : readGroup(vault, session.groupId)
    return pack && packFor(pack, group?.tightened ?? {})
  }
  const checkDraft = (draft: GroupDraft): void => {
    const pack = packFor(requirePack(draft.charterId), draft.tightened ?? {})
    // A rehearsal never leaves this computer, so there is no server to approve.
    const needsTick = pack.settings.needsApprovedServer.value && draft.server.kind === 'jitsi'
    if (needsTick && !draft.isServerApproved) throw Refusal.of('SERVER_NOT_APPROVED')
    const needsSecondTick = pack.settings.needsApprovedServer.value && draft.secondServer !== null
    if (needsSecondTick && draft.secondServer?.isApproved !== true) throw Refusal.of('SERVER_NOT_APPROVED')
  }
  const requireSession = (vault: ReadVault, sessionId: SessionId): Session => {
    const session = readSession(vault, sessionId)
    if (!session) throw Refusal.of('NOT_FOUND')
    return session
  }
  const requireState = (session: Session, ...states: Session['state'][]): void => {
    if (!states.includes(session.state)) throw Refusal.of('WRONG_STATE', { state: session.state })
  }
  /** Sessions cancelled a moment ago, whose cancel may still be taken back. */
  const undoableNow = (now: Date): SessionId[] =>
    [...undoable].flatMap(([id, { untilMs }]) => (now.getTime() > untilMs ? [] : [id]))
  /**
   * A read that first lets overdue sessions become missed and ended rehearsals go; it writes only when one is. While
   * the clock is not trusted no session becomes missed: a clock that runs ahead would move the whole schedule.
   */
  const settledRead = (): ReadVault => {
    const now = clock.now()
    if (access.isClockTrusted() && overdueSessions(access.read(), now).length > 0) {
      access.write((vault) => settleOverdue(vault, now))
    }
    const except = undoableNow(now)
    if (hasEndedRehearsals(access.read(), except)) {
      access.write((vault) => removeEndedRehearsals(vault, except))
    }
    return access.read()
  }

  /** From when a next session is looked for: a clock that is known to be wrong plans nothing by itself. */
  const scheduledFrom = (): Date => (access.isClockTrusted() ? clock.now() : access.dueBefore())
  /** Now, and never before an instant of the same record: a clock set back must not end a session before it began. */
  const noEarlierThan = (instant: string | null): Date =>
    new Date(Math.max(clock.now().getTime(), instant === null ? 0 : Date.parse(instant)))

  /** One that is damaged can be neither entered nor closed by anybody: it is ended here and holds nobody up. */
  const requireNoneOpen = (vault: WriteVault): void => {
    if (readOpenSession(vault)) throw Refusal.of('SESSION_OPEN')
    const damagedId = findDamagedOpen(vault)
    if (damagedId === undefined) return
    needs.whenClosed(vault, damagedId)
    endDamaged(vault, damagedId)
  }

  return {
    groups: () => readGroups(access.read()),

    createGroup: (draft) =>
      access.write((vault) => {
        checkDraft(draft)
        const now = clock.now()
        const group: Group = { ...draft, id: GroupId.parse(randomUUID()), createdAt: now.toISOString() }
        writeGroup(vault, group)
        scheduleNext(vault, group.id, scheduledFrom(), scheduledFrom())
        dropForm(vault, 'group', NOT_YET)
        return group
      }),

    updateGroup: (groupId, draft) =>
      access.write((vault) => {
        const was = readGroup(vault, groupId)
        if (!was) throw Refusal.of('NOT_FOUND')
        checkDraft(draft)
        if (readOpenSession(vault)?.groupId === groupId) throw Refusal.of('SESSION_OPEN')
        const group: Group = { ...draft, id: groupId, createdAt: was.createdAt }
        writeGroup(vault, group)
        const scheduled = readScheduledOf(vault, groupId)
        // Sessions put at a time of their own keep it; the usual one follows the group.
        const usual = scheduled.find((session) => isUsualTime(was, session.plannedAt))
        const isTimeChanged =
          was.weekday !== group.weekday ||
          was.startsAtLocal !== group.startsAtLocal ||
          was.timeZone !== group.timeZone
        const isServerChanged = JSON.stringify(was.server) !== JSON.stringify(group.server)
        for (const session of scheduled) {
          const isMoved = isTimeChanged && session.id === usual?.id
          changeSession(vault, session.id, {
            charterId: group.charterId,
            ...serverColumns(group.server),
            plannedMinutes: group.plannedMinutes,
            ...(isServerChanged && { roomName: newRoomName() }),
            ...(isMoved && {
              plannedAt: nextOccurrence(group, scheduledFrom()).toISOString(),
              timeZone: group.timeZone,
            }),
          })
        }
        dropForm(vault, 'group', groupId)
        return group
      }),

    upcoming: () => readUpcoming(settledRead()),
    settle: () => {
      settledRead()
    },
    past: (limit) => readPast(settledRead(), limit),
    get: (sessionId) => requireSession(settledRead(), sessionId),

    charter: (sessionId) => {
      const vault = settledRead()
      const pack = packOfSession(vault, requireSession(vault, sessionId))
      if (!pack) throw Refusal.of('CHARTER_UNKNOWN')
      return pack
    },

    schedule: (groupId, day, startsAtLocal) =>
      access.write((vault) => {
        const group = readGroup(vault, groupId)
        if (!group) throw Refusal.of('NOT_FOUND')
        const onDay = calendarDay(day)
        const at = instantOfWallClock(onDay, startsAtLocal, group.timeZone)
        const now = clock.now()
        if (at <= now) throw Refusal.of('IN_THE_PAST')
        if (at.getTime() - now.getTime() > PLAN_AHEAD_MAX_DAYS * DAY_MS) throw Refusal.of('TOO_FAR_AHEAD')
        if (!isOnTheClock(onDay, startsAtLocal, group.timeZone)) throw Refusal.of('NO_SUCH_TIME')
        return scheduleAt(vault, group, at, now)
      }),

    invitation: (sessionId) => {
      const session = requireSession(settledRead(), sessionId)
      requireState(session, 'scheduled', 'open')
      return invitationText(session, charters.find(session.charterId))
    },

    cancel: (sessionId, reasonId) =>
      access.write((vault) => {
        const session = requireSession(vault, sessionId)
        requireState(session, 'scheduled')
        const reasons = charters.find(session.charterId)?.cancelReasons ?? []
        // A free rehearsal is no promise to anybody: it is abandoned, not cancelled.
        if (!session.groupId || !reasons.some((reason) => reason.id === reasonId)) {
          throw Refusal.of('NOT_FOUND')
        }
        const now = clock.now()
        const cancelled = changeSession(vault, sessionId, { state: 'cancelled', cancelReasonId: reasonId })
        const nextId = scheduleNext(vault, session.groupId, new Date(session.plannedAt), scheduledFrom())
        undoable.set(sessionId, { untilMs: now.getTime() + UNCANCEL_MS, nextId })
        const next = readScheduledOf(vault, session.groupId)[0]
        return {
          session: cancelled,
          announcement: announcementText(session, next, charters.find(session.charterId)),
        }
      }),

    uncancel: (sessionId) =>
      access.write((vault) => {
        const session = requireSession(vault, sessionId)
        const undo = undoable.get(sessionId)
        if (session.state !== 'cancelled' || !undo || clock.now().getTime() > undo.untilMs) {
          throw Refusal.of('WRONG_STATE', { state: session.state })
        }
        const next = undo.nextId === null ? undefined : readSession(vault, undo.nextId)
        if (next && next.state === 'open') throw Refusal.of('SESSION_OPEN')
        if (next && next.state === 'scheduled') removeSession(vault, next.id)
        undoable.delete(sessionId)
        return changeSession(vault, sessionId, { state: 'scheduled', cancelReasonId: null })
      }),

    rehearse: (charterId) =>
      access.write((vault) => {
        requirePack(charterId)
        requireNoneOpen(vault)
        removeFreeRehearsals(vault)
        const now = clock.now().toISOString()
        return addSession(vault, {
          id: SessionId.parse(randomUUID()),
          groupId: null,
          charterId,
          ...serverColumns({ kind: 'rehearsal' }),
          roomName: newRoomName(),
          plannedAt: now,
          timeZone: 'UTC',
          plannedMinutes: REHEARSAL_MINUTES,
          state: 'scheduled',
          createdAt: now,
        })
      }),

    open: (sessionId) =>
      access.write((vault) => {
        const session = requireSession(vault, sessionId)
        requireState(session, 'scheduled')
        requireNoneOpen(vault)
        // Without its words there is no room to hold; while nothing is open its group can choose another.
        const pack = requirePack(session.charterId)
        const requiredId = pack.settings.requiredItemId.value
        if (requiredId !== null && !needs.isTickedBefore(vault, sessionId, requiredId)) {
          throw Refusal.of('ITEM_REQUIRED')
        }
        return changeSession(vault, sessionId, {
          state: 'open',
          openedAt: clock.now().toISOString(),
          charterVersion: pack.version,
        })
      }),

    moveToOtherServer: (sessionId) =>
      access.write((vault) => {
        const session = requireSession(vault, sessionId)
        requireState(session, 'open')
        const group = session.groupId === null ? undefined : readGroup(vault, session.groupId)
        const host = group?.secondServer?.host
        const isOther = group?.server.kind === 'jitsi' && group.server.host !== host
        if (!group || host === undefined || !isOther || session.server.kind !== 'jitsi') {
          throw Refusal.of('NO_SECOND_SERVER')
        }
        const isThere = session.server.host === host
        // The password is the other room's, and so is its address: whoever runs that server knows both.
        needs.whenClosed(vault, sessionId)
        return changeSession(vault, sessionId, {
          ...serverColumns(isThere ? group.server : { kind: 'jitsi', host }),
          roomName: newRoomName(),
        })
      }),

    active: () => readOpenSession(access.read()) ?? null,

    close: (sessionId) =>
      access.write((vault) => {
        const session = requireSession(vault, sessionId)
        requireState(session, 'open')
        needs.whenClosed(vault, sessionId)
        return closeSession(vault, session, noEarlierThan(session.openedAt), scheduledFrom())
      }),

    abandonRehearsal: (sessionId) =>
      access.write((vault) => {
        const session = requireSession(vault, sessionId)
        if (session.groupId) throw Refusal.of('WRONG_STATE', { state: session.state })
        requireState(session, 'scheduled')
        removeSession(vault, sessionId)
      }),
  }
}
