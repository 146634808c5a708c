/**
 * @file The room's password: made and kept by the vault, held ready here so that a press on Lock hands it over
 * in the same task. Never shown. Older ones are remembered while this page lives: which of them the room still
 * has can never be known (trap 2).
 */

/** The contract's three procedures, bound to the open session. */
export interface PasswordKeeper {
  /** The one kept from before, or null. */
  read(): Promise<string | null>
  /** Makes and keeps a new one. */
  make(): Promise<string>
  /** Forgets the kept one. */
  clear(): Promise<void>
}

/** Passwords of one room. */
export interface RoomPasswords {
  /** Reads what is kept, or makes one ahead of need. Failure leaves none ready. */
  start(): Promise<void>
  /** Ready to be handed over, or null. */
  current(): string | null
  /** All that the room may have, likeliest first: for a password prompt. */
  candidates(): readonly string[]
  /** The room may have one: it was handed over, or kept from before. */
  isOnRoom(): boolean
  markSent(): void
  /** Makes another; the present one stays a candidate. Null when the vault could not. */
  renew(): Promise<string | null>
  /** Taken off the room: forgets it in the vault, and makes the next one ahead of need. */
  takenOff(): Promise<void>
  forget(): void
}

/** Makes it over the contract. */
export const createPasswords = (keeper: PasswordKeeper): RoomPasswords => {
  let current: string | null = null
  let older: readonly string[] = []
  let isOnRoom = false
  let isForgotten = false

  let making: Promise<string | null> | null = null

  const make = async (clearsFirst: boolean): Promise<string | null> => {
    try {
      // Where forgetting the kept one fails, the next one replaces it in the vault all the same.
      if (clearsFirst) await keeper.clear().catch(() => undefined)
      const made = await keeper.make()
      if (isForgotten) return null
      if (current !== null && isOnRoom) older = [current, ...older].slice(0, 4)
      current = made
      return made
    } catch {
      return null
    } finally {
      making = null
    }
  }
  // One at a time: the vault keeps the last one made, and that must be the one handed over.
  const renew = (clearsFirst = false): Promise<string | null> => {
    making ??= make(clearsFirst)
    return making
  }

  return {
    async start() {
      try {
        const kept = await keeper.read()
        if (isForgotten) return
        if (kept !== null) {
          current = kept
          isOnRoom = true
          return
        }
      } catch {
        // Making one says whether the vault answers at all.
      }
      await renew()
    },
    current: () => current,
    candidates: () => (current === null ? older : [current, ...older]),
    isOnRoom: () => isOnRoom,
    markSent() {
      isOnRoom = true
    },
    renew: () => renew(),
    async takenOff() {
      if (current !== null) older = [current, ...older].slice(0, 4)
      current = null
      isOnRoom = false
      await renew(true)
    },
    forget() {
      current = null
      older = []
      isOnRoom = false
      isForgotten = true
    },
  }
}
