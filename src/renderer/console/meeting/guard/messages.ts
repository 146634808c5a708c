/** @file Private messages from people in the room: they stay until answered. Never stored, never logged. */
import { CHAT_MAX } from '../../../../contract/room-protocol'
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
  /** @returns false when something was left out: this one, or the oldest of theirs. */
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
      const [first, second, ...later] = waiting.filter((message) => message.fromId === fromId)
      // Nobody can push another person's message out. Of somebody who writes line by line the two oldest become one: an
      // answer to both settles it, and one to the first alone does not.
      const isFull = later.length + 2 >= PER_PERSON_MAX
      if (!isFull && waiting.length >= MESSAGES_MAX) return false
      lastKey += 1
      const added = { key: lastKey, fromId, fromName, text: cleaned, receivedAtMs }
      if (!isFull || !first || !second) {
        become([...waiting, added])
        return true
      }
      const joined = { ...second, text: `${first.text}\n${second.text}`, receivedAtMs: first.receivedAtMs }
      const isShort = joined.text.length <= CHAT_MAX
      const others = waiting.filter((message) => message !== first)
      become([...others.map((message) => (message === second && isShort ? joined : message)), added])
      return isShort
    },
    settle: (key) => become(waiting.filter((message) => message.key !== key)),
    clear() {
      waiting = []
      onChange()
    },
  }
}
