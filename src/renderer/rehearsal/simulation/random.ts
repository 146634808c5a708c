/** @file Chance with a seed: the same seed gives the same evening. */

/** Draws numbers. Not for secrets. */
export interface Chance {
  /** A whole number, `from` to `to`, both included. */
  between(from: number, to: number): number
  /** True with this probability, 0..1. */
  happens(probability: number): boolean
  /** One of the list, or undefined of an empty one. */
  pick<Item>(items: readonly Item[]): Item | undefined
  /** An id as the meeting gives it: eight hexadecimal digits. */
  id(): string
}

/** Makes chance from a seed (the mulberry32 generator: 32 bits of state, good enough for a play). */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    between,
    happens: (probability) => next() < probability,
    pick: (items) => items[between(0, items.length - 1)],
    id: () => between(0, 0xffff_ffff).toString(16).padStart(8, '0'),
  }
}
