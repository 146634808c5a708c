/** @file Plays an evening for the simulation's tests: a clock turned by hand, everything told written down. */
import { type FrameSettings, readFrameSettings } from '../frame-settings'
import { createHandTurnedClock } from './clock'
import type { Behaviour, EveningPlan, GuestPlan } from './plan'
import { createSimulation } from './simulation'

interface Told {
  name: string
  payload: Readonly<Record<string, unknown>>
}
interface Person {
  id: string
  displayName: string
  role: string
  audioMuted: boolean
}

/** A guest with nothing special but these behaviours. */
export const guest = (
  name: string,
  behaviours: Behaviour[] = [],
  more: Partial<GuestPlan> = {},
): GuestPlan => ({
  name,
  arrivesAtMs: 0,
  hasMicrophone: true,
  comesUnmuted: true,
  behaviours,
  ...more,
})

/** An evening of these guests, without chance talk. */
export const plan = (guests: GuestPlan[], more: Partial<EveningPlan> = {}): EveningPlan => ({
  seed: 7,
  guests,
  moderator: 'we',
  hasTalk: false,
  floodPerSecond: 0,
  drill: null,
  ...more,
})

/** The settings by which one is inside at once, muted. */
export const plainSettings: FrameSettings = readFrameSettings(
  'config.prejoinConfig={"enabled":false}&config.startWithAudioMuted=true',
)

/** Starts an evening on a clock turned by hand, and turns it one second: we are in. */
export const begin = (evenings: EveningPlan, settings: FrameSettings = plainSettings) => {
  const clock = createHandTurnedClock()
  const told: Told[] = []
  const simulation = createSimulation({
    plan: evenings,
    clock,
    settings,
    roomName: 'abcdefghij0123456789',
    ownName: 'Ash',
    emit: (name, payload) => told.push({ name, payload }),
    changed: () => undefined,
  })
  simulation.start()
  clock.advance(1000)
  const people = (): Person[] => {
    const answer = simulation.request('rooms-info', {}) as { rooms: { participants: Person[] }[] }
    return answer.rooms[0]?.participants ?? []
  }
  return {
    clock,
    told,
    simulation,
    people,
    names: () => people().map(({ displayName }) => displayName),
    id: (name: string) => people().find(({ displayName }) => displayName === name)?.id ?? 'nobody',
    of: (name: string) => told.filter((one) => one.name === name).map(({ payload }) => payload),
    knockIds: () =>
      told
        .filter(({ name }) => name === 'knocking-participant')
        .map(({ payload: { participant } }) => (participant as { id: string }).id),
    run: (name: string, ...args: unknown[]) => simulation.execute(name, args),
  }
}

/** A room password as the console makes one. */
export const password = 'A1b2C3d4E5f6G7h8I9j0K1l2'
/** A guest who comes at this time. */
export const late = (atMs: number, name = 'Sol') => guest(name, [], { arrivesAtMs: atMs })
