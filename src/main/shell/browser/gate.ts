/**
 * @file The one-time token: 256 random bits, good for one connection; each connection gives the next. A connection that
 * breaks before its page has spoken may never have brought the next one: until then the page, known by its load, comes
 * back with the token it had. Otherwise it would try for ever.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'

/** What a page offers: a token, and which load of the console it is. */
export interface Offer {
  token: string
  loadId: string
}

/** Holds the one token that is good now. */
export interface Gate {
  /** The token that opens the next connection. */
  token(): string
  /** True when this is the token that is good now, or that of a page which has not spoken yet; it stays good. */
  knows(offer: Offer): boolean
  /** Uses up the token that was offered and makes the next one. */
  turn(offer: Offer): string
  /** The connected page has spoken, so it has the next token: the one it came with opens nothing any more. */
  spoken(): void
}

const fresh = (): string => randomBytes(32).toString('base64url')

const isSame = (offered: string, held: string): boolean => {
  const [one, other] = [Buffer.from(offered), Buffer.from(held)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** A gate with a fresh token. */
export const createGate = (): Gate => {
  let good = fresh()
  let unspoken: Offer | null = null
  return {
    token: () => good,
    knows: ({ token, loadId }) =>
      isSame(token, good) ||
      (unspoken !== null && isSame(token, unspoken.token) && isSame(loadId, unspoken.loadId)),
    turn: (offer) => {
      unspoken = offer
      good = fresh()
      return good
    },
    spoken: () => {
      unspoken = null
    },
  }
}
