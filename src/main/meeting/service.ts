/** @file Meeting: server check, and the room page, password and lock time of the open session. Never a participant. */
import { randomInt } from 'node:crypto'
import type { RoomTicket, ServerCheck } from '../../contract/meeting'
import type { MeetingServer } from '../../contract/meeting-server'
import type { SessionId } from '../../contract/primitives'
import type { Session } from '../../contract/sessions'
import type { Clock, Host, RoomHost } from '../host'
import { Refusal } from '../refusal'
import type { SessionsService } from '../sessions/service'
import type { VaultAccess } from '../vault/handles'
import { checkJitsiServer, doesJitsiServerAnswer } from './server-check'
import {
  forgetRoomPassword,
  readIsLockTimeOver,
  readRoomPassword,
  writeLockTimeOver,
  writeRoomPassword,
} from './store'

export { forgetRoom, ROOM_TABLES } from './store'

const passwordAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const PASSWORD_LENGTH = 24

/** A fresh room password: 24 letters and digits, each chosen without bias (about 142 bits). */
export const makeRoomPassword = (): string =>
  Array.from({ length: PASSWORD_LENGTH }, () => passwordAlphabet[randomInt(passwordAlphabet.length)]).join('')

/** What the router may ask of meeting. */
export interface MeetingService {
  /** @throws VaultLockedError: a locked console connects to nothing. */
  checkServer(server: MeetingServer): Promise<ServerCheck>
  /**
   * Whether anything answers at its server's address; null where that cannot be known.
   *
   * @throws Refusal NOT_FOUND, NOT_OPEN; VaultLockedError: a locked console connects to nothing.
   */
  doesServerAnswer(sessionId: SessionId): Promise<boolean | null>
  /** @throws Refusal NOT_FOUND, NOT_OPEN, NO_ROOM_HERE; VaultLockedError */
  openRoomPage(sessionId: SessionId): RoomTicket
  closeRoomPage(): void
  /** @throws Refusal NOT_FOUND, NOT_OPEN; VaultLockedError */
  newRoomPassword(sessionId: SessionId): string
  /** @throws Refusal NOT_FOUND, NOT_OPEN; VaultLockedError */
  roomPassword(sessionId: SessionId): string | null
  /** @throws Refusal NOT_FOUND, NOT_OPEN; VaultLockedError */
  clearRoomPassword(sessionId: SessionId): void
  /** @throws Refusal NOT_FOUND, NOT_OPEN; VaultLockedError */
  isLockTimeOver(sessionId: SessionId): boolean
  /** @throws Refusal NOT_FOUND, NOT_OPEN; VaultLockedError */
  endLockTime(sessionId: SessionId): void
}

/** Makes the service. */
export const createMeeting = (needs: {
  vault: VaultAccess
  clock: Clock
  sessions: SessionsService
  rooms: RoomHost
  wayTo: Host['wayTo']
}): MeetingService => {
  const { vault: access, clock, sessions, rooms, wayTo } = needs
  const requireOpen = (sessionId: SessionId): Session => {
    const session = sessions.get(sessionId)
    if (session.state !== 'open') throw Refusal.of('NOT_OPEN')
    return session
  }
  return {
    checkServer: async (server) => {
      access.read()
      switch (server.kind) {
        case 'rehearsal':
          return { result: 'answers', elapsedMs: 0 }
        case 'jitsi':
          return checkJitsiServer(server.host, wayTo)
      }
    },
    doesServerAnswer: async (sessionId) => {
      const { server } = requireOpen(sessionId)
      return server.kind === 'jitsi' ? doesJitsiServerAnswer(server.host, wayTo) : null
    },
    openRoomPage: (sessionId) => {
      const ticket = rooms.open(requireOpen(sessionId).server)
      if (!ticket) throw Refusal.of('NO_ROOM_HERE')
      return ticket
    },
    closeRoomPage: () => rooms.close(),
    newRoomPassword: (sessionId) => {
      requireOpen(sessionId)
      const password = makeRoomPassword()
      access.write((vault) =>
        writeRoomPassword(vault, sessionId, { password, madeAt: clock.now().toISOString() }),
      )
      return password
    },
    roomPassword: (sessionId) => {
      requireOpen(sessionId)
      return readRoomPassword(access.read(), sessionId)
    },
    clearRoomPassword: (sessionId) => {
      requireOpen(sessionId)
      access.write((vault) => forgetRoomPassword(vault, sessionId))
    },
    isLockTimeOver: (sessionId) => {
      requireOpen(sessionId)
      return readIsLockTimeOver(access.read(), sessionId)
    },
    endLockTime: (sessionId) => {
      requireOpen(sessionId)
      access.write((vault) => writeLockTimeOver(vault, sessionId))
    },
  }
}
