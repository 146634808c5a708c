/** @file The growing wait after wrong secrets, kept in memory: the vault's files know nothing of tries. */
import type { Clock } from '../../host'

/** The first wait, in milliseconds; each wrong secret after it doubles it. */
const FIRST_WAIT_MS = 1_000
/** The longest wait: a person who mixes up passphrases is never shut out of their own vault for long. */
const LONGEST_WAIT_MS = 60_000

/** How often the wrong secret was given, and until when the next one is not taken. */
export interface Attempts {
  /** Earliest instant of the next try; null when one is taken now. */
  nextTryAt(): Date | null
  /** Notes a wrong secret. */
  fail(): void
  /** Forgets the wrong ones. */
  succeed(): void
}

/**
 * A count that starts at none with the process: the wait slows a person at the keyboard, while whoever holds
 * the files is slowed by Argon2id alone.
 */
export function countAttempts(clock: Clock): Attempts {
  let failures = 0
  let failedAtMs = 0
  return {
    nextTryAt() {
      if (failures === 0) return null
      const nowMs = clock.now().getTime()
      // A clock that was set back must not make the wait longer than it is.
      if (nowMs < failedAtMs) failedAtMs = nowMs
      const nextMs = failedAtMs + Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
      return nextMs > nowMs ? new Date(nextMs) : null
    },
    fail() {
      failures += 1
      failedAtMs = clock.now().getTime()
    },
    succeed() {
      failures = 0
    },
  }
}
