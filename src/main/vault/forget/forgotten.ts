/**
 * @file What was forgotten by hand, and when, as lines that only this vault's key can make and read: a backup that is put
 * back over this vault would bring it back, and it is forgotten again. A line tells nothing of the entry, not even its
 * kind, and nothing of the instant.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { appendFileSync, closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync } from 'node:fs'
import { PRIVATE_FILE_MODE, readBounded } from '../files/durable-file'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Milliseconds since 1970 fit into it. */
const INSTANT_BYTES = 6
const SEALED_CHARS = (NONCE_BYTES + INSTANT_BYTES + TAG_BYTES) * 2
/** Characters of one line: a digest and a sealed instant in hexadecimal, a space, and a line end. */
const LINE_BYTES = 64 + 1 + SEALED_CHARS + 1
/** Longest file that is read, in bytes: a hundred thousand forgotten entries. */
const BYTES_MAX = 100_000 * LINE_BYTES
/** A line; one without an instant is of an earlier Holdspace. */
const LINE = new RegExp(`^([0-9a-f]{64})(?: ([0-9a-f]{${SEALED_CHARS}}))?$`)

/** When an entry was forgotten last: milliseconds since 1970, `'unknown'` where it was not noted, null where it never was. */
export type ForgottenAt = number | 'unknown' | null

/** The lines, in a file beside the database: what is wrong with the database does not touch it. */
export interface Forgotten {
  /**
   * Notes one, durably. Does nothing where there is no room: forgetting needs none.
   *
   * @returns takes the line back, for when the entry was not forgotten after all.
   */
  note(kind: string, id: string, at: Date): () => void
  /** What stands for an entry. */
  digest(kind: string, id: string): string
  /** When an entry was forgotten by hand. Reads the file once for each call of `look`. */
  look(): (kind: string, id: string) => ForgottenAt
  /** How many lines are not as they were written; what they said is not known. One where the file cannot be read at all. */
  unreadLines(): number
  /** Clears the keys. */
  close(): void
}

/**
 * The lines of one vault.
 *
 * @param key - ours from here on; filled with zeros at close.
 */
export function openForgotten(path: string, key: Buffer): Forgotten {
  const whenKey = createHmac('sha256', key).update('when').digest()
  const digestOf = (kind: string, id: string) =>
    createHmac('sha256', key).update(`${kind}\n${id}`).digest('hex')
  const seal = (digest: string, at: Date): string => {
    const instant = Buffer.alloc(INSTANT_BYTES)
    instant.writeUIntBE(Math.max(0, at.getTime()), 0, INSTANT_BYTES)
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', whenKey, nonce).setAAD(Buffer.from(digest, 'latin1'))
    return Buffer.concat([nonce, cipher.update(instant), cipher.final(), cipher.getAuthTag()]).toString('hex')
  }
  const unseal = (digest: string, sealed: string): number | 'unknown' => {
    const bytes = Buffer.from(sealed, 'hex')
    const decipher = createDecipheriv('aes-256-gcm', whenKey, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    try {
      decipher.setAAD(Buffer.from(digest, 'latin1')).setAuthTag(bytes.subarray(-TAG_BYTES))
      const instant = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
      decipher.final()
      return instant.readUIntBE(0, INSTANT_BYTES)
    } catch {
      // Changed by hand or by a flipped bit: that it was forgotten still stands.
      return 'unknown'
    }
  }
  return {
    digest: digestOf,
    note(kind, id, at) {
      try {
        const file = openSync(path, 'a', PRIVATE_FILE_MODE)
        try {
          const lengthBefore = fstatSync(file).size
          const digest = digestOf(kind, id)
          // What was cut off, by a crash perhaps, must not take this line with it.
          const begin = endsLine(path, lengthBefore) ? '' : '\n'
          appendFileSync(file, `${begin}${digest} ${seal(digest, at)}\n`)
          fsyncSync(file)
          return () => cutTo(path, lengthBefore)
        } finally {
          closeSync(file)
        }
      } catch {
        // It is gone from the vault all the same.
        return () => {}
      }
    },
    look() {
      const lines = new Map<string, string | null>()
      try {
        const bytes = readBounded(path, BYTES_MAX)
        if (bytes !== null && bytes !== 'tooLong') {
          for (const line of bytes.toString('latin1').split('\n')) {
            const [, digest, sealed] = LINE.exec(line) ?? []
            // The last line of an entry counts: it may have been made and forgotten more than once.
            if (digest !== undefined) lines.set(digest, sealed ?? null)
          }
        }
      } catch {
        // Not to be read: then nothing is known to have been forgotten.
      }
      if (lines.size === 0) return () => null
      return (kind, id) => {
        const digest = digestOf(kind, id)
        const sealed = lines.get(digest)
        if (sealed === undefined) return null
        return sealed === null ? 'unknown' : unseal(digest, sealed)
      }
    },
    unreadLines() {
      try {
        const bytes = readBounded(path, BYTES_MAX)
        if (bytes === null) return 0
        if (bytes === 'tooLong') return 1
        return bytes
          .toString('latin1')
          .split('\n')
          .filter((line) => {
            if (line === '') return false
            const [, digest, sealed] = LINE.exec(line) ?? []
            return digest === undefined || (sealed !== undefined && unseal(digest, sealed) === 'unknown')
          }).length
      } catch {
        return 1
      }
    },
    close() {
      key.fill(0)
      whenKey.fill(0)
    },
  }
}

/** Whether a file of this length ends with a whole line; an empty one does. */
function endsLine(path: string, length: number): boolean {
  if (length === 0) return true
  const file = openSync(path, 'r')
  try {
    const last = Buffer.alloc(1)
    readSync(file, last, 0, 1, length - 1)
    return last.toString('latin1') === '\n'
  } finally {
    closeSync(file)
  }
}

/** Takes back what was added to the end. */
function cutTo(path: string, length: number): void {
  try {
    const file = openSync(path, 'r+')
    try {
      ftruncateSync(file, length)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch {
    // Then a restore of a backup from before would take the wish to forget it at its word.
  }
}
