/** @file Private messages from people in the room: they stay until answered. Never stored, never logged. */
import { cleanText } from '../roster/display-name'

/** One message waiting for an answer. */
export interface PrivateMessage {
  /** Counted up from 1. */
  key: number
  fromId: string
  /** The sender's name in the roster when it came; never the one in the message. */
  fromName: string
  /** Cleaned; may hold line breaks. */
  text: string
  receivedAtMs: number
}

/** Most messages that wait, and most of one person. */
export const MESSAGES_MAX = 200
const PER_PERSON_MAX = 10

/** Messages that wait. */
export interface Messages {
  all(): readonly PrivateMessage[]
  /** @returns false when no more are taken. */
  receive(from: { id: string; name: string }, text: string, receivedAtMs: number): boolean
  /** One is answered, aloud for instance. */
  settle(key: number): void
  clear(): void
}

/** Makes it, empty. */
export const createMessages = (onChange: () => void): Messages => {
  let waiting: readonly PrivateMessage[] = []
  let lastKey = 0
  const become = (next: readonly PrivateMessage[]): void => {
    if (next.length === waiting.length && next.every((message, index) => message === waiting[index])) return
    waiting = next
    onChange()
  }
  return {
    all: () => waiting,
    receive({ id: fromId, name: fromName }, text, receivedAtMs) {
      const cleaned = cleanText(text)
      if (cleaned === '') return true
      const theirs = waiting.filter((message) => message.fromId === fromId)
      // Somebody who writes a lot keeps the last ten; nobody can push another person's message out.
      const makesRoom = theirs.length >= PER_PERSON_MAX ? theirs[0] : undefined
      if (!makesRoom && waiting.length >= MESSAGES_MAX) return false
      lastKey += 1
      become([
        ...waiting.filter((message) => message !== makesRoom),
        { key: lastKey, fromId, fromName, text: cleaned, receivedAtMs },
      ])
      return true
    },
    settle: (key) => become(waiting.filter((message) => message.key !== key)),
    clear() {
      waiting = []
      onChange()
    },
  }
}
