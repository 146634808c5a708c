/**
 * @file The growing wait after wrong secrets. How many there were is in a file beside the vault, so that a restart does
 * not end the wait; how long is counted by a clock that nobody can set.
 */
import { rmSync } from 'node:fs'
import { z } from 'zod'
import type { Clock } from '../../host'
import { readBounded, writeDurably } from '../files/durable-file'

/** The first wait, in milliseconds; each wrong secret after it doubles it. */
const FIRST_WAIT_MS = 1_000
/** The longest wait: a person who mixes up passphrases is never shut out of their own vault for long. */
const LONGEST_WAIT_MS = 60_000
/** Wrong secrets after which the wait grows no more. */
const COUNTED_MAX = 7

/** What the file holds: nothing of what was typed, and not when. */
const Tries = z.strictObject({ wrongSecrets: z.int().min(1).max(COUNTED_MAX) })
const TRIES_BYTES_MAX = 256

/** How often the wrong secret was given, and until when the next one is not taken. */
export interface Attempts {
  /** Earliest instant of the next try, by the clock that is shown; null when one is taken now. */
  nextTryAt(): Date | null
  /** Notes a wrong secret. */
  fail(): void
  /** Forgets the wrong ones. */
  succeed(): void
}

function readTries(path: string): number {
  try {
    const bytes = readBounded(path, TRIES_BYTES_MAX)
    if (bytes === null || bytes === 'tooLong') return 0
    return Tries.safeParse(JSON.parse(bytes.toString('utf8'))).data?.wrongSecrets ?? 0
  } catch {
    // Not ours, or not to be read: the wait begins anew, and nobody is shut out.
    return 0
  }
}

/**
 * Counts. After a restart the wait of the last wrong secret begins again. It slows a person at the keyboard; whoever
 * can write to the folder can remove the file, and is slowed by Argon2id alone.
 *
 * @param path - of the file, which is there only after a wrong secret. Where it cannot be written, the count lasts for
 *   this process.
 */
export function countAttempts(clock: Clock, path: string): Attempts {
  let failures: number | null = null
  let failedAtMs = clock.elapsedMs()
  const count = (): number => {
    failures ??= readTries(path)
    return failures
  }
  return {
    nextTryAt() {
      if (count() === 0) return null
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (count() - 1), LONGEST_WAIT_MS)
      const leftMs = failedAtMs + waitMs - clock.elapsedMs()
      return leftMs > 0 ? new Date(clock.now().getTime() + leftMs) : null
    },
    fail() {
      failures = Math.min(count() + 1, COUNTED_MAX)
      failedAtMs = clock.elapsedMs()
      try {
        writeDurably(
          path,
          Buffer.from(JSON.stringify({ wrongSecrets: failures } satisfies z.infer<typeof Tries>)),
        )
      } catch {
        // A full disk or a folder that is read-only: it is still known here.
      }
    },
    succeed() {
      if (count() === 0) return
      failures = 0
      try {
        rmSync(path, { force: true })
      } catch {
        // The next start waits once for nothing.
      }
    },
  }
}
