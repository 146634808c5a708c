/**
 * @file What the facilitator wrote to somebody or to everyone in this room, and what became of it. Words that were not
 * sent stay until they are, or are put away. Memory only.
 */
import type { NotSentReason, SendResult } from './commands'

/** To whom. A person by id and by the name they had then. */
export type MessageRecipient = { kind: 'person'; id: string; name: string } | { kind: 'everyone' }

/** What became of one message. Delivery is never known: `sent` is the most there is (trap 9). */
export type OutgoingStatus =
  | { kind: 'sending' }
  | { kind: 'sent'; sentAtMs: number }
  /** `theyLeft`: they left while it was being written. */
  | { kind: 'notSent'; why: NotSentReason | 'theyLeft' }

/** One message of ours. */
export interface OutgoingMessage {
  /** Counted up from 1. */
  key: number
  to: MessageRecipient
  text: string
  /**
   * Keys of their messages that waited as it was written: it answers these, and however often it is tried, none that
   * came later. Null: it is a line that answers nobody.
   */
  answers: readonly number[] | null
  status: OutgoingStatus
}

/** Most messages remembered. The oldest that was sent goes first; one that was not sent goes last. */
export const OUTGOING_MAX = 100

/** Messages of ours, oldest first. */
export interface Outgoing {
  all(): readonly OutgoingMessage[]
  get(key: number): OutgoingMessage | null
  /**
   * Takes one down that is being sent. The same words to the same recipient that were not sent before are
   * replaced: this is another attempt at them.
   */
  add(to: MessageRecipient, text: string, answers: OutgoingMessage['answers']): OutgoingMessage
  /** Takes words down that were never sent, as the one they were for had left. They answer nobody. */
  keep(to: MessageRecipient, text: string): void
  /** It is being sent once more. */
  again(key: number): void
  /** What became of it, at this moment. */
  receive(key: number, result: SendResult, nowMs: number): void
  /** The facilitator is done with it. */
  dismiss(key: number): void
  clear(): void
}

const isSameRecipient = (one: MessageRecipient, other: MessageRecipient): boolean =>
  one.kind === 'person' && other.kind === 'person' ? one.id === other.id : one.kind === other.kind

/** Makes it, with nothing written. */
export const createOutgoing = (onChange: () => void): Outgoing => {
  let messages: readonly OutgoingMessage[] = []
  let lastKey = 0
  const become = (next: readonly OutgoingMessage[]): void => {
    messages = next
    onChange()
  }
  const change = (key: number, status: OutgoingStatus): void =>
    become(messages.map((message) => (message.key === key ? { ...message, status } : message)))

  const add = (message: Omit<OutgoingMessage, 'key'>): OutgoingMessage => {
    lastKey += 1
    const added = { ...message, key: lastKey }
    const others = messages.filter(
      ({ status, text, to }) =>
        status.kind !== 'notSent' || text !== added.text || !isSameRecipient(to, added.to),
    )
    const first = others.find(({ status }) => status.kind === 'sent') ?? others[0]
    become([...(others.length < OUTGOING_MAX ? others : others.filter((other) => other !== first)), added])
    return added
  }

  return {
    all: () => messages,
    get: (key) => messages.find((message) => message.key === key) ?? null,
    add: (to, text, answers) => add({ to, text, answers, status: { kind: 'sending' } }),
    keep: (to, text) => void add({ to, text, answers: null, status: { kind: 'notSent', why: 'theyLeft' } }),
    again: (key) => change(key, { kind: 'sending' }),
    receive: (key, result, nowMs) =>
      change(key, result.kind === 'sent' ? { kind: 'sent', sentAtMs: nowMs } : result),
    dismiss: (key) => become(messages.filter((message) => message.key !== key)),
    clear: () => become([]),
  }
}
