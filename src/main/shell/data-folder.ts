/** @file The data folder of a start: the one that was named, or the one that the vault was moved to; or why it is neither. */
import type { MoveProblem } from '../../contract/device'
import { type FolderMoves, movableFolder, namedFolder } from '../vault/move/moves'
import { NoteUnreadableError, notePath, readNote } from '../vault/move/note'
import { FolderGoneError, FolderUnsettledError, type SettledFolder, settleFolder } from '../vault/move/settle'
import { VaultUnusableError } from '../vault/problems'
import { prepareDataDir, type ShellOptions, StartError } from './options'

/** The folder, settled. */
export interface StartedFolder {
  /** Absolute path; it is there and can be written to. */
  dataDir: string
  folder: FolderMoves
}

const ELSEWHERE = 'To begin elsewhere, name a folder with --data-dir.'

/** Why no console is opened, in one plain line. Nothing was made, and nothing removed. */
const sentenceOf = (thrown: unknown, startDir: string): string | null => {
  if (thrown instanceof NoteUnreadableError) {
    return `The file ${notePath(startDir)} says where your data folder is, and cannot be read. Name the folder with --data-dir.`
  }
  if (thrown instanceof FolderGoneError) {
    return thrown.isEmpty
      ? `Your data folder was moved to ${thrown.folder}, and there is no vault in it. Nothing was made in its place. ${ELSEWHERE}`
      : `Your data folder was moved to ${thrown.folder}, and that is not there. Connect its disk, and start Holdspace again. Nothing was made in its place. ${ELSEWHERE}`
  }
  if (thrown instanceof FolderUnsettledError) {
    return 'The disk did not say whether your data folder has moved. Nothing is lost, it is whole in both places. Start Holdspace again.'
  }
  if (thrown instanceof VaultUnusableError && thrown.problem === 'inUse') {
    return 'Your data folder is to be moved, and another Holdspace has it open. Close that one, and start Holdspace again.'
  }
  return null
}

const asStartError = (thrown: unknown, startDir: string): unknown => {
  const sentence = sentenceOf(thrown, startDir)
  return sentence === null ? thrown : new StartError(sentence)
}

/** A folder that was named counts, and is not left for another in silence. */
const named = (dataDir: string): StartedFolder => {
  const { at } = readNote(dataDir)
  if (at !== null) {
    throw new StartError(
      `The vault of ${dataDir} was moved to ${at}. Start without --data-dir, or name that folder.`,
    )
  }
  return { dataDir, folder: namedFolder(dataDir) }
}

const moved = (startDir: string): StartedFolder => {
  const settled: SettledFolder = settleFolder(startDir)
  if (settled.dataDir !== startDir) prepareDataDir(settled.dataDir)
  return { dataDir: settled.dataDir, folder: movableFolder(startDir, settled) }
}

/**
 * Settles which folder it is, and does a move that was asked for. Before anything of the vault is opened, and once the
 * folder of the options is prepared.
 *
 * @throws `StartError`.
 */
export const settleDataFolder = ({
  dataDir,
  isDataDirNamed,
}: Pick<ShellOptions, 'dataDir' | 'isDataDirNamed'>): StartedFolder => {
  try {
    return isDataDirNamed ? named(dataDir) : moved(dataDir)
  } catch (thrown) {
    throw asStartError(thrown, dataDir)
  }
}

/** For the end of a sentence; the settings say each at length. */
const MOVE_SAID: Readonly<Record<MoveProblem, string>> = {
  notAbsolute: 'that is not a full path',
  network: 'that is on another computer, where a vault would be damaged',
  notThere: 'there is no such folder',
  notAFolder: 'that is a file',
  inside: 'that is in the folder itself',
  same: 'it is there already',
  taken: 'something of that name is there already',
  notAllowed: 'this computer does not let you write there',
  readOnly: 'that disk can only be read',
  full: 'there is too little room on that disk',
  gone: 'that disk does not answer',
  unfit: 'that disk does not do what a vault needs',
  strange: 'in the folder is a link, or something else, where a file of Holdspace belongs',
  inUse: 'another Holdspace has the vault open',
  named: 'it was named when Holdspace was started',
}

/** What became of a move, in one line for whoever reads the terminal; null where there is nothing to say. */
export const moveLine = ({ dataDir, folder }: StartedFolder): string | null => {
  const { move } = folder.state()
  if (move === null) return null
  return move.kind === 'moved'
    ? `Your data folder was moved to ${dataDir}.`
    : `Your data folder was not moved to ${move.to}: ${MOVE_SAID[move.problem]}. It is where it was.`
}
