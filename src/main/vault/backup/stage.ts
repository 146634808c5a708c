/**
 * @file Taking a backup apart into a folder of its own, still encrypted, with each file held against its sum. Nothing
 * that a backup says decides where anything is written.
 */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { BackupProblem } from '../../../contract/backup'
import { Instant } from '../../../contract/primitives'
import { readJson } from '../../read-json'
import { PRIVATE_FILE_MODE, writeDurably } from '../files/durable-file'
import { type VaultPaths, vaultPaths } from '../files/vault-files'
import { HEADER_BYTES_MAX, type HeaderBody, parseHeader } from '../header/header'
import { BLOCK_BYTES, filling, readHeading } from './archive'
import { diskTroubleOf } from './disk-trouble'
import { BACKUP_FORMAT, DATABASE, HEADER, MANIFEST, MANIFEST_BYTES_MAX, Manifest, README } from './format'

/** A backup that cannot be used; it was not changed. Routers answer it as `BACKUP_UNUSABLE`. */
export class BackupUnusableError extends Error {
  override readonly name = 'BackupUnusableError'
  readonly problem: BackupProblem
  constructor(problem: BackupProblem, options?: ErrorOptions) {
    super(`The backup cannot be used: ${problem}.`, options)
    this.problem = problem
  }
}

/** A backup taken apart. */
export interface StagedBackup {
  paths: VaultPaths
  header: HeaderBody
  /** As the backup says, ISO; null where that is no instant. */
  madeAt: string | null
}

/** What a disk that does not give the backup's bytes is called. */
const unreadable = (thrown: unknown): BackupUnusableError =>
  new BackupUnusableError(diskTroubleOf(thrown) === 'gone' ? 'gone' : 'unreadable', { cause: thrown })

const READ_AT_ONCE_BYTES = 1024 * 1024
const README_BYTES_MAX = 64 * 1024
const ORDER = [README, HEADER, DATABASE, MANIFEST] as const

/** Reads a file from its beginning, never past its end. */
class Reader {
  private at = 0
  private readonly file: number
  constructor(file: number) {
    this.file = file
  }
  read(bytes: number): Buffer {
    const buffer = Buffer.alloc(bytes)
    let length = 0
    while (length < bytes) {
      let read: number
      try {
        read = readSync(this.file, buffer, length, bytes - length, this.at)
      } catch (thrown) {
        throw unreadable(thrown)
      }
      if (read === 0) throw new BackupUnusableError('damaged')
      length += read
      this.at += read
    }
    return buffer
  }
}

function parseManifest(bytes: Buffer): Manifest {
  const read = readJson(bytes.toString('utf8'))
  if (read.kind !== 'json') throw new BackupUnusableError('damaged')
  const json = read.value
  const format =
    typeof json === 'object' && json !== null && 'holdspaceBackup' in json ? json.holdspaceBackup : null
  if (typeof format === 'number' && format > BACKUP_FORMAT) throw new BackupUnusableError('fromTheFuture')
  const manifest = Manifest.safeParse(json)
  if (!manifest.success) throw new BackupUnusableError('damaged')
  return manifest.data
}

function readHeader(bytes: Buffer): HeaderBody {
  const parsed = parseHeader(bytes)
  switch (parsed.kind) {
    case 'header':
      return parsed.body
    case 'fromTheFuture':
      throw new BackupUnusableError('fromTheFuture')
    case 'damaged':
      throw new BackupUnusableError('damaged')
  }
}

async function takeApart(file: number, paths: VaultPaths): Promise<Omit<StagedBackup, 'paths'>> {
  const reader = new Reader(file)
  const sums = new Map<string, { bytes: number; sha256: string }>()
  let header: HeaderBody | null = null
  let madeAt: string | null = null
  for (const name of ORDER) {
    const entry = readHeading(reader.read(BLOCK_BYTES))
    // Not even its first heading is ours: some other file.
    if (name === README && (entry === null || entry === 'end' || entry.name !== README)) {
      throw new BackupUnusableError('notABackup')
    }
    if (entry === null || entry === 'end' || entry.name !== name) throw new BackupUnusableError('damaged')
    const limit = { [README]: README_BYTES_MAX, [HEADER]: HEADER_BYTES_MAX, [MANIFEST]: MANIFEST_BYTES_MAX }
    if (name !== DATABASE && entry.bytes > limit[name]) throw new BackupUnusableError('damaged')
    if (entry.bytes > fstatSync(file).size) throw new BackupUnusableError('damaged')
    const sum = createHash('sha256')
    if (name === DATABASE) {
      const out = openSync(paths.database, 'wx', PRIVATE_FILE_MODE)
      try {
        for (let left = entry.bytes; left > 0; ) {
          const piece = reader.read(Math.min(left, READ_AT_ONCE_BYTES))
          sum.update(piece)
          let written = 0
          while (written < piece.length) written += writeSync(out, piece, written)
          left -= piece.length
          await setImmediate()
        }
        fsyncSync(out)
      } finally {
        closeSync(out)
      }
    } else {
      const content = reader.read(entry.bytes)
      sum.update(content)
      if (name === HEADER) {
        header = readHeader(content)
        writeDurably(paths.header, content)
        writeDurably(paths.previousHeader, content)
      }
      if (name === MANIFEST) {
        const manifest = parseManifest(content)
        madeAt = Instant.safeParse(manifest.madeAt).data ?? null
        const said = new Map(manifest.files.map((one) => [one.name, one]))
        for (const [written, own] of sums) {
          const one = said.get(written)
          if (one?.sha256 !== own.sha256 || one.bytes !== own.bytes) throw new BackupUnusableError('damaged')
        }
      }
    }
    sums.set(name, { bytes: entry.bytes, sha256: sum.digest('hex') })
    reader.read(filling(entry.bytes).length)
  }
  if (header === null) throw new BackupUnusableError('damaged')
  return { header, madeAt }
}

/**
 * Takes a backup apart.
 *
 * @param dir - an empty folder of ours for it; the caller removes it.
 * @throws `BackupUnusableError`, and the system's error where `dir` cannot be written.
 */
export async function stageBackup(path: string, dir: string): Promise<StagedBackup> {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
    throw isMissing ? new BackupUnusableError('notThere', { cause: thrown }) : unreadable(thrown)
  }
  try {
    if (!fstatSync(file).isFile()) throw new BackupUnusableError('notABackup')
    const paths = vaultPaths(dir)
    return { paths, ...(await takeApart(file, paths)) }
  } finally {
    closeSync(file)
  }
}
