/**
 * @file Commands on their way to the room page, and what became of each. "Sent" is said only when the room page says
 * that it handed the command to the server's script; what the server does with it is shown by other things.
 */
import type { FromRoom, RoomCommand } from '../../../../contract/room-protocol'
import type { Clock } from './clock'

/**
 * Why a command counts as not sent.
 *
 * - `noConnection`: there was no port, or it was shut before the room page answered.
 * - `refused`: the room page could not hand it over: unknown to the script, not joined, or the script threw.
 * - `unanswered`: the room page has said nothing for `ANSWER_LIMIT_MS`. It may still have handed it over, and may
 *   still say so.
 */
export type NotSentReason = 'noConnection' | 'refused' | 'unanswered'

/** What became of one command. */
export type SendResult = { kind: 'sent' } | { kind: 'notSent'; why: NotSentReason }

/**
 * Hands one command to the port, in the same task.
 *
 * @param onResult - told what became of it: at once where there is no port; twice where an answer comes after the
 * limit (first `unanswered`, then the answer).
 * @returns false when it did not leave the console.
 */
export type SendCommand = (command: RoomCommand, onResult: (result: SendResult) => void) => boolean

/** Commands that left the console. */
export interface Commands {
  send: SendCommand
  /** Takes the room page's `sent` and `notSent`. Ids never handed out change nothing. */
  receive(message: Extract<FromRoom, { kind: 'sent' | 'notSent' }>): void
  /** The connection is gone: what was not answered was not sent. */
  disconnected(): void
}

/** How long the room page may take to say what became of a command, in milliseconds. */
export const ANSWER_LIMIT_MS = 4000
/** Most commands waited for at once; a page that never answers must not make this grow. */
const OPEN_MAX = 1000

/** Makes it over `send`, which answers the command's id, or null when there is no port. */
export const createCommands = (options: {
  clock: Clock
  send: (command: RoomCommand) => number | null
}): Commands => {
  interface Open {
    onResult: (result: SendResult) => void
    stopWaiting: () => void
  }
  const open = new Map<number, Open>()

  const settle = (commandId: number, result: SendResult): void => {
    const waiting = open.get(commandId)
    if (!waiting) return
    waiting.stopWaiting()
    open.delete(commandId)
    waiting.onResult(result)
  }

  return {
    send(command, onResult) {
      const commandId = options.send(command)
      if (commandId === null) {
        onResult({ kind: 'notSent', why: 'noConnection' })
        return false
      }
      // The entry stays after the limit: a late answer still counts.
      const stopWaiting = options.clock.after(ANSWER_LIMIT_MS, () =>
        onResult({ kind: 'notSent', why: 'unanswered' }),
      )
      open.set(commandId, { onResult, stopWaiting })
      if (open.size > OPEN_MAX) {
        const oldest = open.keys().next()
        if (!oldest.done) settle(oldest.value, { kind: 'notSent', why: 'unanswered' })
      }
      return true
    },
    receive({ kind, commandId }) {
      settle(commandId, kind === 'sent' ? { kind } : { kind, why: 'refused' })
    },
    disconnected() {
      for (const commandId of open.keys()) settle(commandId, { kind: 'notSent', why: 'noConnection' })
    },
  }
}
