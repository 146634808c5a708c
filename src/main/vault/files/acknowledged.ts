/**
 * @file How many changes were acknowledged: a small file beside the database, written after each one and before
 * anybody is told that it is stored. SQLite takes a log that was cut, emptied or flipped for a shorter one and
 * says nothing; this says that more was there (docs/decisions/0002-vault.md).
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { PRIVATE_FILE_MODE, syncDir } from './durable-file'

/** Where the newest changes are. */
const Where = z.discriminatedUnion('kind', [
  /** In the database file, or in it and the log. No move from log to database was begun since. */
  z.strictObject({ kind: z.literal('log') }),
  /** A move was begun: until it is over, the log must still hold everything up to this commit. */
  z.strictObject({
    kind: z.literal('moving'),
    salts: z.string(),
    frames: z.int().min(1),
    checksum: z.string(),
  }),
  /** All of them are in the database file; the log is not needed. */
  z.strictObject({ kind: z.literal('database') }),
])
const Note = z.strictObject({
  /** Grows with each note; of the two in the file, the higher one counts. */
  sequence: z.int().min(1),
  /** Acknowledged changes since the vault was made. */
  changes: z.int().min(0),
  where: Where,
})
type Note = z.infer<typeof Note>
/** What a note says: how many changes were acknowledged, and where they are. */
export type Acknowledged = Omit<Note, 'sequence'>

/** Two notes in turn, each of this many bytes: one that is cut off while being written leaves the other. */
const SLOT_BYTES = 512
const TAG_CHARS = 64

function tagOf(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function slotOf(note: Note, key: Buffer): Buffer {
  const text = JSON.stringify(note)
  return Buffer.from(
    `${tagOf(text, key).toString('hex')} ${text}`.padEnd(SLOT_BYTES - 1).concat('\n'),
    'latin1',
  )
}

function noteOf(slot: string, key: Buffer): Note | null {
  const tag = Buffer.from(slot.slice(0, TAG_CHARS), 'hex')
  const text = slot.slice(TAG_CHARS + 1).trimEnd()
  const expected = tagOf(text, key)
  if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) return null
  try {
    const parsed = Note.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The newest whole note in the bytes of the file; null when there is none. */
export function newestNote(bytes: Buffer, key: Buffer): Note | null {
  const notes = [0, 1]
    .map((slot) => noteOf(bytes.toString('latin1', slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES), key))
    .filter((note) => note !== null)
    .toSorted((a, b) => b.sequence - a.sequence)
  return notes[0] ?? null
}

/** The file of notes, open. */
export interface AcknowledgedFile {
  /** The newest note; null where there is no file, or no whole note in it. */
  read(): Acknowledged | null
  /** Notes durably; makes the file where there is none. @throws the system's error. */
  write(next: Acknowledged): void
  close(): void
}

/**
 * Opens the notes of a vault; makes nothing before the first write.
 *
 * @param key - for the tag of each note; filled with zeros at close.
 */
export function openAcknowledged(path: string, key: Buffer): AcknowledgedFile {
  let file: number | null = null
  let sequence = 0
  const read = (): Note | null => {
    if (file === null) {
      try {
        file = openSync(path, 'r+')
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
        throw thrown
      }
    }
    if (!fstatSync(file).isFile()) return null
    const bytes = Buffer.alloc(SLOT_BYTES * 2)
    readSync(file, bytes, 0, bytes.length, 0)
    const note = newestNote(bytes, key)
    sequence = Math.max(sequence, note?.sequence ?? 0)
    return note
  }
  return {
    read() {
      const note = read()
      return note === null ? null : { changes: note.changes, where: note.where }
    },
    write({ changes, where }) {
      if (file === null) {
        file = openSync(path, 'a+', PRIVATE_FILE_MODE)
        closeSync(file)
        file = openSync(path, 'r+')
        syncDir(dirname(path))
      }
      sequence += 1
      const slot = slotOf({ sequence, changes, where }, key)
      writeSync(file, slot, 0, slot.length, (sequence % 2) * SLOT_BYTES)
      fdatasyncSync(file)
    },
    close() {
      if (file !== null) closeSync(file)
      file = null
      key.fill(0)
    },
  }
}
