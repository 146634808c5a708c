/** @file Meeting: does the server answer, the room page's address, the room password. Never a participant. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { MeetingServer } from './meeting-server'
import { SessionId, unlockedErrors } from './primitives'

/** What asking the server for its script showed. */
export const ServerCheck = z.strictObject({
  result: z.enum([
    'answers', // 200 and looks like external_api.js
    'down', // no connection, or the name does not resolve
    'notReached', // the same, asked directly where the browser may know of a proxy that we do not
    'proxyRefused', // the call goes through a proxy, which did not let the check through
    'notAsked', // the call goes a way that the check cannot go
    'timeout', // connected, no answer in eight seconds
    'untrusted', // the certificate is not trusted
    'noScript', // answers, without /external_api.js
    'rubbish', // answers with something that is not the script
    'framingForbidden', // its pages may not be shown inside another page
  ]),
  /** Whole milliseconds until the answer. */
  elapsedMs: z.int().min(0),
})
export type ServerCheck = z.infer<typeof ServerCheck>

/** What the console needs to join: where the room page is and what it should load. No names of anybody. */
export const RoomTicket = z.strictObject({
  /** Address of the room page, on its own origin; good for one load. */
  roomUrl: z.url(),
  /** `domain` for the constructor. */
  domain: z.string().max(300),
  /** Address of the server's own external_api.js. */
  scriptUrl: z.url(),
  isRehearsal: z.boolean(),
})
export type RoomTicket = z.infer<typeof RoomTicket>

/** 24 random characters, letters and digits; never shown, in the vault until the session closes. */
export const RoomPassword = z.string().regex(/^[A-Za-z0-9]{24}$/)

const bySession = z.strictObject({ sessionId: SessionId })
const openErrors = { ...unlockedErrors, NOT_OPEN: { message: 'The session is not open.' } } as const

export const meeting = {
  checkServer: oc
    .input(z.strictObject({ server: MeetingServer }))
    .output(ServerCheck)
    .errors(unlockedErrors),
  /**
   * Whether anything answers at the address of the open session's meeting server. Null: it could not be asked, or a proxy
   * between us and it did not let the question through.
   */
  doesServerAnswer: oc
    .input(bySession)
    .output(z.strictObject({ isAnswered: z.boolean().nullable() }))
    .errors(openErrors),
  /** Readies a room page for an open session; an earlier one stops being served. */
  openRoomPage: oc
    .input(bySession)
    .output(RoomTicket)
    .errors({
      ...openErrors,
      NO_ROOM_HERE: { message: 'This browser cannot hold a live room. The rehearsal works.' },
    }),
  /** Stops serving the room page. */
  closeRoomPage: oc.output(z.strictObject({})),
  /** Makes and keeps a new password for the open session's room. */
  newRoomPassword: oc
    .input(bySession)
    .output(z.strictObject({ password: RoomPassword }))
    .errors(openErrors),
  /** The password the room may still have, to re-enter past our own lobby; null when none was sent. */
  roomPassword: oc
    .input(bySession)
    .output(z.strictObject({ password: RoomPassword.nullable() }))
    .errors(openErrors),
  /** The password was taken off the room (unlock): forget it. */
  clearRoomPassword: oc.input(bySession).output(z.strictObject({})).errors(openErrors),
  /** Whether the charter's time to lock the room came, or the facilitator decided by hand before it. */
  isLockTimeOver: oc
    .input(bySession)
    .output(z.strictObject({ isOver: z.boolean() }))
    .errors(openErrors),
  /** It is over: kept until the session closes or goes to another room, so that a reload does not lock once more. */
  endLockTime: oc.input(bySession).output(z.strictObject({})).errors(openErrors),
}
