/** @file A copy of a data folder that is the same to the byte, on the disk before anybody is told of it. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { PRIVATE_DIR_MODE, PRIVATE_FILE_MODE, syncDir } from '../files/durable-file'
import { belongingsOf } from './belongings'

/** The most that is held in memory at a time, in bytes. */
const PIECE_BYTES = 1024 * 1024

/** SHA-256 of each file, by its path below the folder. */
export type Sums = Record<string, string>

/** Copies as it reads where `out` is given. @returns the sum of what was read. @throws the system's error. */
function readThrough(path: string, out: number | null): string {
  const file = openSync(path, constants.O_RDONLY)
  const sum = createHash('sha256')
  try {
    // Most files are far smaller than a piece, and one that is empty is read all the same.
    const piece = Buffer.alloc(Math.min(PIECE_BYTES, fstatSync(file).size + 1))
    for (;;) {
      const read = readSync(file, piece, 0, piece.length, null)
      if (read === 0) return sum.digest('hex')
      const got = piece.subarray(0, read)
      sum.update(got)
      if (out !== null) for (let at = 0; at < read; ) at += writeSync(out, got, at)
    }
  } finally {
    closeSync(file)
  }
}

/** The sum of a file. @throws the system's error. */
export const sumOf = (path: string): string => readThrough(path, null)

/** The sums of everything of ours in a folder. @throws the system's error. */
export function sumsOf(dir: string): Sums {
  return Object.fromEntries(belongingsOf(dir).files.map((name) => [name, sumOf(join(dir, name))]))
}

/** True where two folders hold the same files. */
export function isSame(one: Sums, other: Sums): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

/**
 * Copies what is ours into a folder that is made for it, flushes it, and reads it back.
 *
 * @returns the sums of the copy, which are those of the original.
 * @throws the system's error; an error where the copy reads back as something else.
 */
export function copyFolder(from: string, into: string): Sums {
  const { files, folders } = belongingsOf(from)
  mkdirSync(into, { mode: PRIVATE_DIR_MODE })
  for (const name of folders) mkdirSync(join(into, name), { mode: PRIVATE_DIR_MODE })
  const sums: Sums = {}
  for (const name of files) {
    const out = openSync(join(into, name), 'wx', PRIVATE_FILE_MODE)
    try {
      sums[name] = readThrough(join(from, name), out)
      fsyncSync(out)
    } finally {
      closeSync(out)
    }
  }
  for (const name of folders) syncDir(join(into, name))
  syncDir(into)
  if (!isSame(sums, sumsOf(into))) throw Object.assign(new Error('The copy differs.'), { code: 'EIO' })
  return sums
}
