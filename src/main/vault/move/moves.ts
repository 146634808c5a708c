/** @file Asking for the data folder to be moved, and taking that back: noted now, done at the next start. */
import { randomBytes } from 'node:crypto'
import type { FolderState } from '../../../contract/device'
import { Refusal } from '../../refusal'
import { removeCopy } from './arrival'
import { type FolderNote, readNote, writeNote } from './note'
import { MovePlaceError, moveProblemOf, readMovePlace } from './place'
import type { SettledFolder } from './settle'

/** The data folder of a running console: where it is, whether it can be moved, and what was asked for. */
export interface FolderMoves {
  state(): FolderState
  /**
   * Notes a move for the next start.
   *
   * @param typed - the folder in which one is to be made.
   * @throws `Refusal` MOVE_REFUSED; nothing is noted then.
   */
  ask(typed: string): void
  /** Takes it back. Harmless where none was asked for. @throws `Refusal` MOVE_REFUSED. */
  takeBack(): void
}

/** A folder that was named at the start: where it is, is said there and nowhere else. */
export const namedFolder = (dataDir: string): FolderMoves => {
  const state: FolderState = { path: dataDir, isNamedAtStart: true, moveTo: null, move: null }
  const refuse = (): never => {
    throw Refusal.of('MOVE_REFUSED', { problem: 'named' })
  }
  return { state: () => state, ask: refuse, takeBack: refuse }
}

/** The folder that a start has settled on. */
export const movableFolder = (startDir: string, { dataDir, move }: SettledFolder): FolderMoves => {
  /** The note, where it is still about the folder that is open here. */
  const noteOfOurs = (): FolderNote => {
    const note = readNote(startDir)
    if ((note.at ?? startDir) !== dataDir) throw new MovePlaceError('gone')
    return note
  }
  const refused = <T>(work: () => T): T => {
    try {
      return work()
    } catch (thrown) {
      throw Refusal.of('MOVE_REFUSED', { problem: moveProblemOf(thrown) })
    }
  }
  const askedFor = (): string | null => {
    try {
      return noteOfOurs().move?.to ?? null
    } catch {
      // Whoever asks for a move, or takes one back, is told.
      return null
    }
  }
  return {
    state: () => ({ path: dataDir, isNamedAtStart: false, moveTo: askedFor(), move }),
    ask: (typed) =>
      refused(() => {
        const note = noteOfOurs()
        const to = readMovePlace(typed, dataDir)
        const staging = `.holdspace-moving-${randomBytes(8).toString('hex')}`
        writeNote(startDir, { ...note, move: { to, staging } })
      }),
    takeBack: () =>
      refused(() => {
        const note = noteOfOurs()
        writeNote(startDir, { ...note, move: null })
        if (note.move !== null) removeCopy(dataDir, note.move)
      }),
  }
}
