/** @file Instants that the contract can say, the year in four digits, and the latest of several. */
import type { Instant } from '../contract/primitives'

const INSTANT_MAX_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** An instant from milliseconds since the epoch; the last one that can be said for all that come after it. */
export const instantAt = (ms: number): Instant => new Date(Math.min(ms, INSTANT_MAX_MS)).toISOString()

/** The latest of some instants. */
export const latestOf = (first: Instant, ...others: readonly Instant[]): Instant =>
  others.reduce((latest, one) => (one > latest ? one : latest), first)
