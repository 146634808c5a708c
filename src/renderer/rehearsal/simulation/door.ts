/**
 * @file The meeting's two locks and how they trip over each other. Each change is sent with what the client
 * believes of the other lock, and that belief is a second old (trap 3; docs/meeting-api.md).
 */
import type { SimulationClock } from './clock'

/** How old the client's belief may be, in milliseconds. */
export const BELIEF_AGE_MS = 1000

/** What somebody finds who comes without having been let in. */
export type Entrance = 'open' | 'knock' | 'passwordPrompt'

/** The locks of one room. */
export interface Door {
  setLobby(isOn: boolean): void
  /** `''` takes it off. */
  setPassword(password: string): void
  isLobbyOn(): boolean
  hasPassword(): boolean
  /** @param password - what the person has; null for nothing. A correct one passes the lobby too (trap 4). */
  entrance(password: string | null): Entrance
  /** The room emptied: both locks are gone. */
  vanish(): void
}

interface Lock<State> {
  get(): State
  set(state: State): void
  /** What the client still believes. */
  believed(): State
}

const createLock = <State>(clock: SimulationClock, initial: State): Lock<State> => {
  let state = initial
  let before = initial
  let changedAtMs = Number.NEGATIVE_INFINITY
  const believed = (): State => (clock.nowMs() - changedAtMs >= BELIEF_AGE_MS ? state : before)
  return {
    get: () => state,
    believed,
    set: (next) => {
      if (next === state) return
      before = believed()
      state = next
      changedAtMs = clock.nowMs()
    },
  }
}

/** Makes an unlocked door. */
export const createDoor = (clock: SimulationClock): Door => {
  const lobby = createLock(clock, false)
  const password = createLock<string | null>(clock, null)
  return {
    setLobby: (isOn) => {
      const carried = password.believed()
      lobby.set(isOn)
      password.set(carried)
    },
    setPassword: (text) => {
      const carried = lobby.believed()
      password.set(text === '' ? null : text)
      lobby.set(carried)
    },
    isLobbyOn: () => lobby.get(),
    hasPassword: () => password.get() !== null,
    entrance: (known) => {
      const needed = password.get()
      if (needed !== null && known === needed) return 'open'
      if (lobby.get()) return 'knock'
      return needed === null ? 'open' : 'passwordPrompt'
    },
    vanish: () => {
      lobby.set(false)
      password.set(null)
    },
  }
}
