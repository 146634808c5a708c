/**
 * @file Whether the computer's clock can be believed. A clock a year ahead would remove every debrief, and putting
 * it right brings nothing back: so a clock that ran backwards, or very far ahead, is asked about first.
 */
import type { ClockTrust } from '../../../contract/vault'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** How far back a clock may go unasked: corrections by the network are seconds, rarely minutes. */
export const BACKWARDS_MS = 5 * MINUTE_MS
/** A gap longer than a monthly group's rhythm is asked about, where something would end or move. Our default. */
export const GAP_MS = 35 * DAY_MS
/** Before this there was no Holdspace; far after it, a calendar year is a mistake of the clock. */
const PLAUSIBLE_FROM_MS = Date.parse('2026-01-01T00:00:00.000Z')
const PLAUSIBLE_BEFORE_MS = Date.parse('2100-01-01T00:00:00.000Z')

type Doubt = Extract<ClockTrust, { kind: 'asks' }>

/**
 * What is doubtful about the clock.
 *
 * @param lastSeenAt - the latest instant at which the vault was seen open with a clock that was believed.
 * @param countDue - how many entries would go or be moved now; asked only where it decides.
 * @returns null when nothing is.
 */
export function doubtOf(now: Date, lastSeenAt: Date | null, countDue: () => number): Doubt | null {
  const nowMs = now.getTime()
  const asks = (reason: Doubt['reason'], dueCount: number): Doubt => ({
    kind: 'asks',
    reason,
    nowAt: now.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    dueCount,
  })
  if (nowMs < PLAUSIBLE_FROM_MS || nowMs >= PLAUSIBLE_BEFORE_MS) return asks('implausible', 0)
  if (lastSeenAt === null) return null
  const passedMs = nowMs - lastSeenAt.getTime()
  if (passedMs < -BACKWARDS_MS) return asks('backwards', 0)
  if (passedMs <= GAP_MS) return null
  const dueCount = countDue()
  return dueCount === 0 ? null : asks('gap', dueCount)
}

/** The clock of an open vault, judged. */
export interface ClockKeeper {
  trust(): ClockTrust
  isTrusted: () => boolean
  /** By which instant end dates are judged (`VaultAccess.dueBefore`). */
  dueBefore: () => Date
  /** The instant to note with the next change, ISO; null while the clock is not trusted. */
  seenAt(): string | null
  /** Judges the clock anew. @returns true when the trust changed. */
  judge(countDue: () => number): boolean
  /** The person's answer to the question. */
  answer(isRight: boolean): void
}

/**
 * Begins with what the vault remembers.
 *
 * @param now - the computer's clock.
 */
export function keepClock(now: () => Date, remembered: Date | null): ClockKeeper {
  let lastSeenMs = remembered?.getTime() ?? null
  let trust: ClockTrust = { kind: 'trusted' }
  const see = () => {
    lastSeenMs = Math.max(lastSeenMs ?? 0, now().getTime())
  }
  const lastSeen = () => (lastSeenMs === null ? null : new Date(lastSeenMs))
  /** Looked at each time: a clock that jumps is not believed until it was judged. */
  const isTrusted = () => trust.kind === 'trusted' && doubtOf(now(), lastSeen(), () => 1) === null
  return {
    trust: () => trust,
    isTrusted,
    dueBefore() {
      const nowMs = now().getTime()
      switch (trust.kind) {
        case 'trusted':
        case 'asks':
          // Hidden until it is answered, and not removed.
          return new Date(Math.max(nowMs, lastSeenMs ?? nowMs))
        case 'wrong':
          return new Date(lastSeenMs ?? nowMs)
      }
    },
    seenAt() {
      if (!isTrusted()) return null
      see()
      return lastSeen()?.toISOString() ?? null
    },
    judge(countDue) {
      const before = trust
      const doubt = doubtOf(now(), lastSeen(), countDue)
      if (doubt === null) {
        // A clock that was said to be wrong and fits again was put right.
        trust = { kind: 'trusted' }
        see()
      } else if (trust.kind !== 'wrong') {
        trust = trust.kind === 'asks' && trust.reason === doubt.reason ? trust : doubt
      }
      return trust.kind !== before.kind
    },
    answer(isRight) {
      if (trust.kind !== 'asks') return
      if (!isRight) {
        trust = { kind: 'wrong' }
        return
      }
      trust = { kind: 'trusted' }
      // What was remembered was a clock that ran ahead.
      lastSeenMs = now().getTime()
    },
  }
}
