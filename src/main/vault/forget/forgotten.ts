/**
 * @file What was forgotten by hand, as digests that only this vault's key can make: a backup that is put back over this
 * vault would bring it back, and it is forgotten again. A digest tells nothing of the entry, not even its kind.
 */
import { createHmac } from 'node:crypto'
import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs'
import { PRIVATE_FILE_MODE, readBounded } from '../files/durable-file'

/** Bytes of one line: a digest in hexadecimal and a line end. */
const LINE_BYTES = 65
/** Longest file that is read, in bytes: a hundred thousand forgotten entries. */
const BYTES_MAX = 100_000 * LINE_BYTES

/** The digests, in a file beside the database: what is wrong with the database does not touch it. */
export interface Forgotten {
  /** Notes one. Does nothing where there is no room: forgetting needs none. */
  note(kind: string, id: string): void
  /** Whether an entry was forgotten by hand. Reads the file once for each call of `look`. */
  look(): (kind: string, id: string) => boolean
  /** Clears the key. */
  close(): void
}

/**
 * The digests of one vault.
 *
 * @param key - ours from here on; filled with zeros at close.
 */
export function openForgotten(path: string, key: Buffer): Forgotten {
  const digest = (kind: string, id: string) =>
    createHmac('sha256', key).update(`${kind}\n${id}`).digest('hex')
  return {
    note(kind, id) {
      try {
        const file = openSync(path, 'a', PRIVATE_FILE_MODE)
        try {
          appendFileSync(file, `${digest(kind, id)}\n`)
          fsyncSync(file)
        } finally {
          closeSync(file)
        }
      } catch {
        // It is gone from the vault all the same.
      }
    },
    look() {
      let lines: ReadonlySet<string> = new Set()
      try {
        const bytes = readBounded(path, BYTES_MAX)
        if (bytes !== null && bytes !== 'tooLong') lines = new Set(bytes.toString('latin1').split('\n'))
      } catch {
        // Not to be read: then nothing is known to have been forgotten.
      }
      return (kind, id) => lines.has(digest(kind, id))
    },
    close() {
      key.fill(0)
    },
  }
}
