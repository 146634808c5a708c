/** @file The one-time token: 256 random bits, good for one connection; each connection gives the next. */
import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Holds the one token that is good now. */
export interface Gate {
  /** The token that opens the next connection. */
  token(): string
  /** True when this is the token that is good now; it stays good. */
  knows(offered: string): boolean
  /** Uses up the token and makes the next one. */
  turn(): string
}

const fresh = (): string => randomBytes(32).toString('base64url')

/** A gate with a fresh token. */
export const createGate = (): Gate => {
  let good = fresh()
  return {
    token: () => good,
    knows: (offered) => {
      const [one, other] = [Buffer.from(offered), Buffer.from(good)]
      return one.length === other.length && timingSafeEqual(one, other)
    },
    turn: () => {
      good = fresh()
      return good
    },
  }
}
