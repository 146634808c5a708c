/**
 * @file The note of where the data folder is: one small file in the folder at which every start begins. It is there only
 * once a move was asked for, and what it says is what counts: whichever folder it names holds the vault.
 */
import { rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { readBounded, syncDir, writeDurably } from '../files/durable-file'

/** Its name in the folder at which a start begins. */
export const NOTE_FILE = 'data-folder.json'
const NOTE_BYTES_MAX = 1024 * 1024

const Folder = z.string().refine((path) => isAbsolute(path))

/** A move that was asked for. */
const AskedMove = z.strictObject({
  /** Absolute path of the folder to be made. */
  to: Folder,
  /** Name of the folder beside it in which the copy is made ready: of this move and no other. */
  staging: z.string().regex(/^\.holdspace-moving-[0-9a-f]{16}$/),
})
export type AskedMove = z.infer<typeof AskedMove>

/** What a folder that was left held of ours: only these bytes are removed from it. */
const LeftFolder = z.strictObject({
  folder: Folder,
  /** SHA-256 of each file, by its path below the folder. */
  sums: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type LeftFolder = z.infer<typeof LeftFolder>

/** What the note says. */
export const FolderNote = z.strictObject({
  holdspaceDataFolder: z.literal(1),
  /** Where the vault is; null: in the folder of the note itself. */
  at: Folder.nullable(),
  /** Done at the next start. */
  move: AskedMove.nullable(),
  /** The folder that the vault has left, while something of it is still there. */
  left: LeftFolder.nullable(),
})
export type FolderNote = z.infer<typeof FolderNote>

/** What is said where no note is. */
export const noNote: FolderNote = { holdspaceDataFolder: 1, at: null, move: null, left: null }

/** The note is there and cannot be read: nobody knows then where the vault is, and nothing is guessed. */
export class NoteUnreadableError extends Error {
  override readonly name = 'NoteUnreadableError'
}

/** Absolute path of the note of a folder. */
export const notePath = (startDir: string): string => join(startDir, NOTE_FILE)

/** Reads it. @throws `NoteUnreadableError`. */
export function readNote(startDir: string): FolderNote {
  const path = notePath(startDir)
  try {
    const bytes = readBounded(path, NOTE_BYTES_MAX)
    if (bytes === null) return noNote
    if (bytes !== 'tooLong') return FolderNote.parse(JSON.parse(bytes.toString('utf8')))
  } catch (thrown) {
    throw new NoteUnreadableError(path, { cause: thrown })
  }
  throw new NoteUnreadableError(path)
}

/** Writes it, whole or not at all; removes it where it says no more than no note does. @throws the system's error. */
export function writeNote(startDir: string, note: FolderNote): void {
  const path = notePath(startDir)
  if (note.at === null && note.move === null && note.left === null) {
    rmSync(path, { force: true })
    syncDir(startDir)
    return
  }
  writeDurably(path, Buffer.from(`${JSON.stringify(note, null, 2)}\n`))
}
