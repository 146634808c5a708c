/** @file Sessions: groups, their schedule, the identity-free session record, invitations, cancelling. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Tightening } from './charter-tightening'
import { CharterVersion } from './charter-version'
import { CharterPack } from './charters'
import { JitsiHost, MeetingServer } from './meeting-server'
import {
  Day,
  Done,
  GroupId,
  Instant,
  LocalTime,
  line,
  PackId,
  SessionId,
  TimeZone,
  unlockedErrors,
  Weekday,
} from './primitives'

/** Where a group goes when its meeting server fails. Never the rehearsal room. */
export const SecondServer = z.strictObject({
  host: JitsiHost,
  /** Who runs it, in the facilitator's words. */
  operator: line(120).nullable(),
  /** The tick "my organization approved this server", where the charter needs it. */
  isApproved: z.boolean(),
})
export type SecondServer = z.infer<typeof SecondServer>

/** What a facilitator types about a group. No member list exists anywhere; `registeredCount` is a number. */
export const GroupDraft = z.strictObject({
  name: line(80),
  charterId: PackId,
  server: MeetingServer,
  /** Who runs the server, in the facilitator's words: whoever runs it could hear the group. */
  serverOperator: line(120).nullable(),
  /** The tick "my organization approved this server", where the charter needs it. */
  isServerApproved: z.boolean(),
  /** Null: none is named. */
  secondServer: SecondServer.nullable(),
  weekday: Weekday,
  startsAtLocal: LocalTime,
  timeZone: TimeZone,
  plannedMinutes: z.int().min(10).max(480),
  /** Registrations as counted elsewhere; a typed number. */
  registeredCount: z.int().min(0).max(9999),
  /** What this group decides more strictly than its charter; left out: nothing. */
  tightened: Tightening.optional(),
})
export type GroupDraft = z.infer<typeof GroupDraft>

export const Group = GroupDraft.extend({ id: GroupId, createdAt: Instant })
export type Group = z.infer<typeof Group>

/** Unguessable room name: 128 bits or more, letters and digits, from the moment a session is scheduled. */
export const RoomName = z.string().regex(/^[a-z0-9]{20,64}$/)
export type RoomName = z.infer<typeof RoomName>

export const SessionState = z.enum(['scheduled', 'open', 'held', 'cancelled', 'missed'])
export type SessionState = z.infer<typeof SessionState>

/** How far ahead one more session may be planned, in days: two years. Our default; what lies beyond is a slip. */
export const PLAN_AHEAD_MAX_DAYS = 731

/** The session record: facts of the facilitator's own work and nothing else (docs/promises.md). */
export const Session = z.strictObject({
  id: SessionId,
  /** Null for a free rehearsal. Every rehearsal is removed when it is over. */
  groupId: GroupId.nullable(),
  groupName: z.string(),
  charterId: PackId,
  server: MeetingServer,
  isRehearsal: z.boolean(),
  roomName: RoomName,
  plannedAt: Instant,
  timeZone: TimeZone,
  plannedMinutes: z.int(),
  state: SessionState,
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  cancelReasonId: PackId.nullable(),
  /** The version of the charter it was opened under; null until then, and of what was held before this was kept. */
  charterVersion: CharterVersion.nullable(),
})
export type Session = z.infer<typeof Session>

const bySession = z.strictObject({ sessionId: SessionId })
const byGroup = z.strictObject({ groupId: GroupId })

const groupErrors = {
  ...unlockedErrors,
  SERVER_NOT_APPROVED: { message: 'This charter asks that the organization approved the server.' },
  CHARTER_UNKNOWN: { message: 'No complete charter of that name is installed.' },
  SESSION_OPEN: { message: 'A session is open. Close it first.' },
} as const
const stateErrors = {
  ...unlockedErrors,
  WRONG_STATE: {
    message: 'The session is not in a state that allows this.',
    data: z.strictObject({ state: SessionState }),
  },
  SESSION_OPEN: { message: 'Another session is open. Close it first.' },
} as const

export const sessions = {
  groups: oc.output(z.array(Group)).errors(unlockedErrors),
  /** Creates the group and schedules its next session. */
  createGroup: oc.input(GroupDraft).output(Group).errors(groupErrors),
  /** Changes a group; its scheduled session follows the new day, time and server. */
  updateGroup: oc
    .input(GroupDraft.extend({ groupId: GroupId }))
    .output(Group)
    .errors(groupErrors),
  /** Scheduled and open sessions, soonest first. Passed ones become `missed` a day after their planned end. */
  upcoming: oc.output(z.array(Session)).errors(unlockedErrors),
  past: oc
    .input(z.strictObject({ limit: z.int().min(1).max(200) }))
    .output(z.array(Session))
    .errors(unlockedErrors),
  get: oc.input(bySession).output(Session).errors(unlockedErrors),
  /** The charter as it holds for a session: with what its group decided more strictly. */
  charter: oc
    .input(bySession)
    .output(CharterPack)
    .errors({ ...unlockedErrors, CHARTER_UNKNOWN: groupErrors.CHARTER_UNKNOWN }),
  /** Schedules one more session of a group at a wall-clock time in the group's zone. */
  schedule: oc
    .input(byGroup.extend({ day: Day, startsAtLocal: LocalTime }))
    .output(Session)
    .errors({
      ...unlockedErrors,
      IN_THE_PAST: { message: 'That time has passed.' },
      TOO_FAR_AHEAD: { message: 'That day is more than two years ahead.' },
      NO_SUCH_TIME: { message: 'The clocks of that zone skip this time on that day.' },
    }),
  /** The text to paste: link, time with zone, the charter's joining words. */
  invitation: oc
    .input(bySession)
    .output(z.strictObject({ text: z.string().max(8000) }))
    .errors(stateErrors),
  /** Cancels, and schedules the group's next one. `announcement`: text to paste for those registered. */
  cancel: oc
    .input(bySession.extend({ reasonId: PackId }))
    .output(z.strictObject({ session: Session, announcement: z.string().max(4000) }))
    .errors(stateErrors),
  /** Takes back a cancel within its ten seconds of undo. */
  uncancel: oc.input(bySession).output(Session).errors(stateErrors),
  /** A free rehearsal: no group, own room, removed when it closes. */
  rehearse: oc
    .input(z.strictObject({ charterId: PackId }))
    .output(Session)
    .errors(groupErrors),
  /** The facilitator opens the room: the session is `open` from now on. */
  open: oc
    .input(bySession)
    .output(Session)
    .errors({
      ...stateErrors,
      CHARTER_UNKNOWN: groupErrors.CHARTER_UNKNOWN,
      ITEM_REQUIRED: {
        message: 'The charter asks that a point of the list is ticked before the room opens.',
      },
    }),
  /**
   * Moves the open session to the group's other server: the second one, or back to the first. The room there is new,
   * with an address of its own, and no password is known of it.
   */
  moveToOtherServer: oc
    .input(bySession)
    .output(Session)
    .errors({ ...stateErrors, NO_SECOND_SERVER: { message: 'The group has no second server.' } }),
  /** The open session, if one is: after a crash the next start offers Rejoin or Close the session. */
  active: oc.output(Session.nullable()).errors(unlockedErrors),
  /**
   * Closes: wipes the room password, records when, schedules the group's next one. Closed before its planned time,
   * what was held is recorded by itself and the planned session stays planned, with its room. A rehearsal, of a
   * group too, leaves no record.
   */
  close: oc.input(bySession).output(Session).errors(stateErrors),
  /** Leaves a rehearsal that was never opened. */
  abandonRehearsal: oc.input(bySession).output(Done).errors(stateErrors),
}
