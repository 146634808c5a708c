/** @file Rehearsal: the drills that ship, and a room for one. It writes nothing, anywhere. */
import type { RoomTicket } from '../../contract/meeting'
import type { Drill, DrillLanguage, DrillSummary } from '../../contract/rehearsal'
import type { RoomHost } from '../host'
import { Refusal } from '../refusal'
import type { SessionsService } from '../sessions/service'
import type { VaultAccess } from '../vault/handles'
import { loadDrills } from './drill-packs'

const MINUTE_MS = 60_000

/** A drill, in the words of a language. */
export interface AskedDrill {
  drillId: string
  language: DrillLanguage
}

/** What the router may ask of rehearsal. */
export interface RehearsalService {
  /** @throws VaultLockedError */
  drills(language: DrillLanguage): DrillSummary[]
  /** @throws Refusal NOT_FOUND; VaultLockedError */
  get(asked: AskedDrill): Drill
  /** @throws Refusal NOT_FOUND, SESSION_OPEN, NO_ROOM_HERE; VaultLockedError */
  openRoomPage(asked: AskedDrill & { isBack: boolean }): RoomTicket
  /**
   * The drill that was asked for at the start; null from the second time on.
   *
   * @throws VaultLockedError
   */
  takeAsked(): string | null
}

/** What it is made with. */
export interface RehearsalNeeds {
  /** Asked only whether it is open: behind a locked console nothing is opened. */
  vault: VaultAccess
  sessions: SessionsService
  rooms: RoomHost
  /** Absolute path of `resources/rehearsal`. */
  folder: string
  /** A drill's name from the command line; null where none was given. */
  askedDrillId: string | null
}

/** Makes the service. */
export const createRehearsal = ({
  vault,
  sessions,
  rooms,
  folder,
  askedDrillId,
}: RehearsalNeeds): RehearsalService => {
  const loaded = new Map<DrillLanguage, readonly Drill[]>()
  let asked = askedDrillId
  const drills = (language: DrillLanguage): readonly Drill[] => {
    vault.read()
    const known = loaded.get(language) ?? loadDrills(folder, language).drills
    loaded.set(language, known)
    return known
  }
  const get = ({ drillId, language }: AskedDrill): Drill => {
    const drill = drills(language).find(({ id }) => id === drillId)
    if (!drill) throw Refusal.of('NOT_FOUND')
    return drill
  }
  return {
    drills: (language) =>
      drills(language).map(({ id, title, kind, practises, plan }) => ({
        id,
        title,
        kind,
        practises,
        minutes: Math.ceil(plan.endsAfterMs / MINUTE_MS),
      })),
    get,
    openRoomPage: ({ isBack, ...asked }) => {
      const { plan } = get(asked)
      // Readying this page would stop the open room's from being served.
      if (sessions.active()) throw Refusal.of('SESSION_OPEN')
      const ticket = rooms.open({ kind: 'rehearsal' }, { plan, isBack })
      if (!ticket) throw Refusal.of('NO_ROOM_HERE')
      return ticket
    },
    takeAsked: () => {
      vault.read()
      const drillId = asked
      asked = null
      return drillId
    },
  }
}
