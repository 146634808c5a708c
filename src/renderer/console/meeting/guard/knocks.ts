/**
 * @file Who waits to enter. A knock stays until it is answered or its person appears: the meeting says nothing
 * when a knocker leaves or somebody else lets them in, and inside they have another id (trap 7).
 */

import { nameKey, shownName } from '../roster/display-name'
import type { Clock } from './clock'
import { type CommandStatus, createCommandStatus, type StatusTracker } from './command-status'
import type { SendCommand } from './commands'

/** One person at the door. */
export interface Knock {
  id: string
  name: string
  knockedAtMs: number
  /** Of letting them in. Sent at most: nothing shows it but somebody of that name appearing. */
  admitting: CommandStatus
  /** Of "not now". Once it was sent the knock leaves the list; until then it stays. */
  denying: CommandStatus
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
  receive(id: string, rawName: string, fallback: string): boolean
  admit(id: string): void
  deny(id: string): void
  /** Somebody appeared in the room. */
  appeared(id: string, name: string): void
  lobbyTurnedOff(): void
  clear(): void
}

/** Makes an empty one. */
export const createKnocks = (options: { clock: Clock; send: SendCommand; onChange: () => void }): Knocks => {
  const { clock, send } = options
  interface Entry {
    knock: Omit<Knock, 'admitting' | 'denying'>
    admitting: StatusTracker
    denying: StatusTracker
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
    entry.admitting.reset()
    entry.denying.reset()
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
      cached ??= [...entries.values()].map(({ knock, admitting, denying }) => ({
        ...knock,
        admitting: admitting.now(),
        denying: denying.now(),
      }))
      return cached
    },
    receive(id, rawName, fallback) {
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
        admitting: known?.admitting ?? createCommandStatus(clock, onChange),
        denying: known?.denying ?? createCommandStatus(clock, onChange, false),
        stopAgeing: clock.after(KNOCK_STALE_AFTER_MS, () => doubt(id, 'mayHaveLeft')),
      })
      onChange()
      return true
    },
    admit(id) {
      const entry = entries.get(id)
      if (!entry) return
      entry.denying.reset()
      send({ name: 'answerKnockingParticipant', id, isAdmitted: true }, entry.admitting.attempt())
    },
    deny(id) {
      const entry = entries.get(id)
      if (!entry) return
      entry.admitting.reset()
      const onResult = entry.denying.attempt({ onSent: () => drop(id) })
      send({ name: 'answerKnockingParticipant', id, isAdmitted: false }, onResult)
    },
    appeared(id, name) {
      drop(id)
      const key = nameKey(name)
      for (const [knockId, { knock, admitting }] of entries) {
        const isExpected = admitting.now().kind !== 'idle' || knock.doubt === 'mayBeInside'
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
      for (const { admitting, denying, stopAgeing } of entries.values()) {
        stopAgeing()
        admitting.reset()
        denying.reset()
      }
      entries.clear()
      cached = null
    },
  }
}
