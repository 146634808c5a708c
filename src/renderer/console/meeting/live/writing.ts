/** @file Writing to one person or to everyone, and what that answers. */
import type { Clock } from '../guard/clock'
import type { SendCommand } from '../guard/commands'
import type { Messages } from '../guard/messages'
import type { MessageRecipient, Outgoing, OutgoingMessage } from '../guard/outgoing'
import type { PersonActsOf } from '../guard/person-acts'
import type { Roster } from '../roster/roster'

/** The ways to write. Each answers the message's key in `outgoing`; null when it did not leave the console. */
export interface Writing {
  /** Answers what that person wrote and waits, once it was sent. */
  sendPrivateMessage: (id: string, text: string) => number | null
  /** A ready line: it answers nobody, and puts nothing away. */
  sendPrivateLine: (id: string, text: string) => number | null
  sendToEveryone: (text: string) => number | null
  /** @returns false where it was sent, or they are not here. */
  sendAgain: (key: number) => boolean
}

/** Makes it over what was written and what waits. */
export const createWriting = ({
  clock,
  send,
  roster,
  acts,
  messages,
  outgoing,
}: {
  clock: Clock
  send: SendCommand
  roster: Pick<Roster, 'get' | 'has'>
  acts: Pick<PersonActsOf, 'sendMessage'>
  messages: Messages
  outgoing: Outgoing
}): Writing => {
  /** Sends what stands in `message`. */
  const sendOff = ({ key, to, text, answers }: OutgoingMessage): boolean => {
    if (to.kind === 'everyone') {
      return send({ name: 'sendToEveryone', text }, (result) => outgoing.receive(key, result, clock.nowMs()))
    }
    return acts.sendMessage(to.id, text, (result) => {
      outgoing.receive(key, result, clock.nowMs())
      // Words that were not sent answer nobody: what was asked stays.
      if (result.kind === 'sent') for (const answered of answers ?? []) messages.settle(answered)
    })
  }

  const write = (
    to: MessageRecipient,
    text: string,
    answers: OutgoingMessage['answers'] = null,
  ): number | null => {
    const message = outgoing.add(to, text, answers)
    return sendOff(message) ? message.key : null
  }

  const writeTo = (id: string, text: string, answers: OutgoingMessage['answers']): number | null => {
    const person = roster.get(id)
    const words = text.trim()
    if (!person || person.isSelf || words === '') return null
    return write({ kind: 'person', id, name: person.name }, words, answers)
  }

  const sendPrivateMessage = (id: string, text: string): number | null => {
    const waiting = messages.all().filter(({ fromId }) => fromId === id)
    return writeTo(
      id,
      text,
      waiting.map(({ key }) => key),
    )
  }
  const sendPrivateLine = (id: string, text: string): number | null => writeTo(id, text, null)

  const sendToEveryone = (text: string): number | null => {
    const words = text.trim()
    return words === '' ? null : write({ kind: 'everyone' }, words)
  }

  const sendAgain = (key: number): boolean => {
    const message = outgoing.get(key)
    if (message?.status.kind !== 'notSent') return false
    if (message.to.kind === 'person' && !roster.has(message.to.id)) return false
    outgoing.again(key)
    return sendOff(message)
  }

  return { sendPrivateMessage, sendPrivateLine, sendToEveryone, sendAgain }
}
