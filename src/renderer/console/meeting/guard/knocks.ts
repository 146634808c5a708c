/**
 * @file Who waits to enter. A knock stays until it is answered or its person appears: the meeting says nothing
 * when a knocker leaves or somebody else lets them in, and inside they have another id (trap 7).
 */

import { nameKey, shownName } from '../roster/display-name'
import type { Clock } from './clock'
import type { Hand } from './commands'
import { createStanding, type Standing, type StandingMachine } from './standing'

/** One person at the door. */
export interface Knock {
  id: string
  name: string
  knockedAtMs: number
  /** Of letting them in. Sent at most: nothing shows it but somebody of that name appearing. */
  admitting: Standing
  /** `mayHaveLeft`: some minutes old. `mayBeInside`: the lobby was turned off since, which lets everyone in. */
  doubt: 'none' | 'mayHaveLeft' | 'mayBeInside'
}

/** After this long a knock may be stale, in milliseconds (our default). */
export const KNOCK_STALE_AFTER_MS = 5 * 60_000
/** Most knocks held; more than a room takes cannot be answered by hand anyway. */
export const KNOCKS_MAX = 200

/** The waiting list. */
export interface Knocks {
  all(): readonly Knock[]
  /** @returns false when the list is full. */
  hear(id: string, rawName: string, fallback: string): boolean
  admit(id: string): void
  deny(id: string): void
  /** Somebody appeared in the room. */
  appeared(id: string, name: string): void
  lobbyTurnedOff(): void
  clear(): void
}

/** Makes an empty one. */
export const createKnocks = (options: { clock: Clock; hand: Hand; onChange: () => void }): Knocks => {
  const { clock, hand } = options
  interface Entry {
    knock: Omit<Knock, 'admitting'>
    machine: StandingMachine
    stopAgeing: () => void
  }
  const entries = new Map<string, Entry>()
  let cached: readonly Knock[] | null = null
  const onChange = (): void => {
    cached = null
    options.onChange()
  }
  const drop = (id: string): void => {
    const entry = entries.get(id)
    if (!entry) return
    entry.stopAgeing()
    entry.machine.reset()
    entries.delete(id)
    onChange()
  }
  const doubt = (id: string, why: Knock['doubt']): void => {
    const entry = entries.get(id)
    if (!entry) return
    entry.knock = { ...entry.knock, doubt: why }
    onChange()
  }

  return {
    all() {
      cached ??= [...entries.values()].map(({ knock, machine }) => ({ ...knock, admitting: machine.now() }))
      return cached
    },
    hear(id, rawName, fallback) {
      const known = entries.get(id)
      if (!known && entries.size >= KNOCKS_MAX) return false
      known?.stopAgeing()
      entries.set(id, {
        knock: {
          id,
          name: shownName(rawName, fallback),
          knockedAtMs: known?.knock.knockedAtMs ?? clock.nowMs(),
          doubt: 'none',
        },
        machine: known?.machine ?? createStanding(clock, onChange),
        stopAgeing: clock.after(KNOCK_STALE_AFTER_MS, () => doubt(id, 'mayHaveLeft')),
      })
      onChange()
      return true
    },
    admit(id) {
      const entry = entries.get(id)
      if (!entry) return
      const { machine } = entry
      const command = { name: 'answerKnockingParticipant', id, isAdmitted: true } as const
      if (hand(command, () => machine.notSent())) machine.sent()
    },
    deny(id) {
      const entry = entries.get(id)
      if (!entry) return
      const { machine } = entry
      // It leaves the list only when the answer left the console.
      const command = { name: 'answerKnockingParticipant', id, isAdmitted: false } as const
      if (hand(command, () => machine.notSent())) drop(id)
    },
    appeared(id, name) {
      drop(id)
      const key = nameKey(name)
      for (const [knockId, { knock, machine }] of entries) {
        const isExpected = machine.now().kind !== 'idle' || knock.doubt === 'mayBeInside'
        if (isExpected && nameKey(knock.name) === key) {
          drop(knockId)
          return
        }
      }
    },
    lobbyTurnedOff() {
      for (const id of entries.keys()) doubt(id, 'mayBeInside')
    },
    clear() {
      for (const { machine, stopAgeing } of entries.values()) {
        stopAgeing()
        machine.reset()
      }
      entries.clear()
      cached = null
    },
  }
}
