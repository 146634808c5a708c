/** @file Handing commands to the port, and hearing which of them the room page could not pass on. */
import type { FromRoom, RoomCommand } from '../../../../contract/room-protocol'

/**
 * Hands one command over, in the same task.
 *
 * @param onNotSent - called when it did not leave: now (no port) or later (the room page says so).
 * @returns false when it did not leave now.
 */
export type Hand = (command: RoomCommand, onNotSent: () => void) => boolean

/** Commands handed over and not yet answered. */
export interface Commands {
  hand: Hand
  /** Hears the room page's `sent` and `notSent`. Ids never handed out change nothing. */
  hear(message: Extract<FromRoom, { kind: 'sent' | 'notSent' }>): void
  clear(): void
}

/** Most commands waited for at once; a page that never answers must not make this grow. */
const OPEN_MAX = 1000

/** Makes it over `send`, which answers the command's id, or null when there is no port. */
export const createCommands = (send: (command: RoomCommand) => number | null): Commands => {
  const open = new Map<number, () => void>()
  return {
    hand(command, onNotSent) {
      const commandId = send(command)
      if (commandId === null) {
        onNotSent()
        return false
      }
      open.set(commandId, onNotSent)
      if (open.size > OPEN_MAX) {
        const oldest = open.keys().next()
        if (!oldest.done) open.delete(oldest.value)
      }
      return true
    },
    hear({ kind, commandId }) {
      const onNotSent = open.get(commandId)
      open.delete(commandId)
      if (kind === 'notSent') onNotSent?.()
    },
    clear: () => open.clear(),
  }
}
