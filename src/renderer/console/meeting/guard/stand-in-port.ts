/** @file For tests: a port that takes commands down with their time, answers them or not, and can be shut. */
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
  /** From now on every command is answered so, at once; null: by nothing until `answerLast`. */
  answerWith(kind: 'sent' | 'notSent' | null): void
  /** The room page says what became of the last command. */
  answerLast(kind: 'sent' | 'notSent'): void
}

/** Makes one, open. */
export const standInPort = (clock: Clock): StandInPort => {
  const left: Left[] = []
  let isOpen = true
  let answer: 'sent' | 'notSent' | null = 'sent'
  const inner = createCommands({
    clock,
    send: (command) => {
      if (!isOpen) return null
      left.push({ atMs: clock.nowMs(), command })
      return left.length
    },
  })
  const answerLast = (kind: 'sent' | 'notSent') => inner.receive({ kind, commandId: left.length })
  const commands: Commands = {
    ...inner,
    send: (command, onResult) => {
      const hasLeft = inner.send(command, onResult)
      if (hasLeft && answer !== null) answerLast(answer)
      return hasLeft
    },
  }
  return {
    commands,
    left,
    shut: () => {
      isOpen = false
    },
    open: () => {
      isOpen = true
    },
    answerWith: (kind) => {
      answer = kind
    },
    answerLast,
  }
}
