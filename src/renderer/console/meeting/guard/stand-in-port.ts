/** @file For tests: a port that takes commands down with their time, and can be shut. */
import type { RoomCommand } from '../../../../contract/room-protocol'
import type { Clock } from './clock'
import { type Commands, createCommands } from './commands'

/** A command as it left. */
export interface Left {
  atMs: number
  command: RoomCommand
}

/** Commands that left, and the means to refuse them. */
export interface StandInPort {
  commands: Commands
  left: readonly Left[]
  shut(): void
  open(): void
  /** The room page could not pass on the last command. */
  refuseLast(): void
}

/** Makes one, open. */
export const standInPort = (clock: Clock): StandInPort => {
  const left: Left[] = []
  let isOpen = true
  const commands = createCommands((command) => {
    if (!isOpen) return null
    left.push({ atMs: clock.nowMs(), command })
    return left.length
  })
  return {
    commands,
    left,
    shut: () => {
      isOpen = false
    },
    open: () => {
      isOpen = true
    },
    refuseLast: () => commands.hear({ kind: 'notSent', commandId: left.length }),
  }
}
