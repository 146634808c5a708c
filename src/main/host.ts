/** @file What a shell lends the core: a clock, folders, and a way to show the room page. Never `electron` itself. */
import type { DrillFrame } from '../contract/drill-plan'
import type { RoomTicket } from '../contract/meeting'
import type { MeetingServer } from '../contract/meeting-server'
import type { DeviceHost } from './device/service'

/** Tells the time. Tests give a fixed one. */
export interface Clock {
  /** The present instant. */
  now(): Date
  /** Milliseconds since some moment of this process; nobody can set it. May stand still while the machine sleeps. */
  elapsedMs(): number
}

/** The machine's own clock. */
export const machineClock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
}

/** Serves the room page and the rehearsal server on origins of their own (docs/room-page.md). */
export interface RoomHost {
  /**
   * Readies a fresh room page for one server; an earlier page stops being served.
   *
   * @param drill - what the rehearsal plays; left out: the evening that ships.
   * @returns null where this shell's browser cannot hold a live room (the rehearsal excepted).
   */
  open(server: MeetingServer, drill?: DrillFrame): RoomTicket | null
  /** Stops serving the room page. Harmless when none is served. */
  close(): void
}

/** How the call will reach an address, and so how a check of it must. */
export type ServerWay =
  /** `isSure`: false where the browser may know of a proxy that the shell cannot see. */
  | { kind: 'direct'; isSure: boolean }
  /** Through a proxy: its address, `http:` or `https:`. */
  | { kind: 'proxy'; address: string }
  /** A way that a check cannot go: a proxy of another kind, or a script that chooses one. */
  | { kind: 'closed' }

/** Everything the core needs from the machine it runs on. */
export interface Host {
  clock: Clock
  /** Absolute path of the folder that holds `vault.json` and `vault.db`. */
  dataDir: string
  /** Absolute path of `resources/`. */
  resourcesDir: string
  /**
   * Absolute path of the SQL migrations, `meta/_journal.json` included. In the source tree this is
   * `src/main/vault/migrations`; the shells, which know where they were built to, say where it ships.
   */
  migrationsDir: string
  rooms: RoomHost
  /** How the call will reach an address of the meeting server. Never rejects. */
  wayTo: (url: string) => Promise<ServerWay>
  device: DeviceHost
  /** A drill's name from the command line, known to be one; left out where none was given. */
  askedDrillId?: string | null
  /** Shows the system's window for choosing a folder; null answers that none was chosen. Null where there is no such window. */
  chooseFolder: (() => Promise<string | null>) | null
}
