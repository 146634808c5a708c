/** @file Writing a backup: one file, whole or not there, flushed and read again before anybody is told of it. */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { BackupName, type FoundBackup } from '../../../contract/backup'
import { PRIVATE_FILE_MODE, syncDir } from '../files/durable-file'
import { type HeaderBody, writeHeader } from '../header/header'
import { ARCHIVE_END, entryHeading, filling } from './archive'
import { diskTroubleOf } from './disk-trouble'
import {
  BACKUP_FORMAT,
  backupNameOf,
  DATABASE,
  HEADER,
  MANIFEST,
  type Manifest,
  README,
  README_WORDS,
} from './format'
import { BackupPlaceError } from './place'

/** What was written is not what is there. */
export class BackupNotWrittenError extends Error {
  override readonly name = 'BackupNotWrittenError'
}

/** What a backup is made of. */
export interface BackupSource {
  header: HeaderBody
  /** Bytes of the database, and its pieces in order, each looked at. @throws when it changed in the middle. */
  databaseBytes: number
  database: Generator<Buffer, void>
  /** Called before the copy gets its name. @throws when what was copied is not true any more. */
  requireStillTrue: () => void
}

/** Work in the chosen folder: what its disk refuses is named. @throws `BackupPlaceError`; as it is where the disk is full. */
function inPlace<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    const trouble = diskTroubleOf(thrown)
    if (trouble === null || trouble === 'full') throw thrown
    throw new BackupPlaceError(trouble === 'denied' ? 'notAllowed' : trouble, { cause: thrown })
  }
}

const READ_AT_ONCE_BYTES = 1024 * 1024

/** A file of ours in pieces, in their order. */
export function* piecesOfFile(path: string): Generator<Buffer, void> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const buffer = Buffer.alloc(READ_AT_ONCE_BYTES)
      const read = readSync(file, buffer)
      if (read === 0) return
      yield buffer.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}

/** The SHA-256 of a file, read a piece at a time. */
async function sumOfFile(path: string): Promise<string> {
  const sum = createHash('sha256')
  const buffer = Buffer.alloc(READ_AT_ONCE_BYTES)
  const file = inPlace(() => openSync(path, 'r'))
  try {
    for (;;) {
      const read = inPlace(() => readSync(file, buffer))
      if (read === 0) return sum.digest('hex')
      sum.update(buffer.subarray(0, read))
      await setImmediate()
    }
  } finally {
    closeSync(file)
  }
}

/** Writes to a file and counts what is written into one sum for all and one for the file at hand. */
class SummedFile {
  readonly all = createHash('sha256')
  bytes = 0
  private readonly file: number
  constructor(file: number) {
    this.file = file
  }
  write(bytes: Buffer, own?: Hash): void {
    let written = 0
    while (written < bytes.length) written += inPlace(() => writeSync(this.file, bytes, written))
    this.all.update(bytes)
    own?.update(bytes)
    this.bytes += bytes.length
  }
}

async function writeArchive(out: SummedFile, source: BackupSource, madeAt: Date): Promise<void> {
  const files: Manifest['files'] = []
  const add = async (name: string, bytes: number, pieces: Iterable<Buffer>) => {
    const own = createHash('sha256')
    out.write(entryHeading({ name, bytes }, madeAt))
    const before = out.bytes
    for (const piece of pieces) {
      out.write(piece, own)
      await setImmediate()
    }
    if (out.bytes - before !== bytes) throw new BackupNotWrittenError('The database has another length.')
    out.write(filling(bytes))
    files.push({ name, bytes, sha256: own.digest('hex') })
  }
  const small = (name: string, content: Buffer) => add(name, content.length, [content])
  await small(README, Buffer.from(README_WORDS))
  await small(HEADER, writeHeader(source.header))
  await add(DATABASE, source.databaseBytes, source.database)
  const manifest = { holdspaceBackup: BACKUP_FORMAT, madeAt: madeAt.toISOString(), files } satisfies Manifest
  await small(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  out.write(ARCHIVE_END)
}

/**
 * Writes a backup into a folder. On any error nothing of it is left there.
 *
 * @throws `BackupPlaceError` where the folder's disk refuses, `BackupNotWrittenError`, the system's error where it is full,
 *   and what `source` throws.
 */
export async function writeBackup(folder: string, source: BackupSource, madeAt: Date): Promise<FoundBackup> {
  const name = BackupName.parse(backupNameOf(madeAt))
  const path = join(folder, name)
  const temporary = `${path}.writing`
  if (existsSync(path)) throw new BackupPlaceError('notAllowed')
  const file = inPlace(() => {
    rmSync(temporary, { force: true })
    return openSync(temporary, 'wx', PRIVATE_FILE_MODE)
  })
  try {
    const out = new SummedFile(file)
    try {
      await writeArchive(out, source, madeAt)
      inPlace(() => fsyncSync(file))
    } finally {
      closeSync(file)
    }
    if ((await sumOfFile(temporary)) !== out.all.digest('hex')) {
      throw new BackupNotWrittenError('What was read back is not what was written.')
    }
    source.requireStillTrue()
    inPlace(() => renameSync(temporary, path))
    try {
      syncDir(folder)
    } catch {
      // Some sticks and shares cannot do that; the file itself is on the disk.
    }
    return { name, bytes: out.bytes }
  } catch (thrown) {
    try {
      rmSync(temporary, { force: true })
    } catch {
      // The disk that failed is the one it is on. It has no backup's name.
    }
    throw thrown
  }
}
