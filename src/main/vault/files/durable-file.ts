/** @file Small files that are whole or not there: bounded reads, and writes that survive a power cut. */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Mode of every file of the vault: its owner only. */
export const PRIVATE_FILE_MODE = 0o600
/** Mode of the vault's folder: its owner only. */
export const PRIVATE_DIR_MODE = 0o700

/**
 * Makes a rename, a new name or a removal in a folder durable. Windows has no such call and needs none:
 * NTFS journals names.
 */
export function syncDir(dir: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(dir, constants.O_RDONLY)
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Flushes a closed file's content to the disk. */
export function syncFile(path: string): void {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Puts bytes in place of a file: temporary file beside it, fsync, rename, fsync of the folder. A crash at
 * any moment leaves the old file or the new one. A failed write leaves the old one and no temporary file.
 *
 * @throws the system's error (`ENOSPC`, `EACCES`, ...).
 */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.writing`
  // Left by a crash between two of these steps; never the file itself.
  rmSync(temporary, { force: true })
  try {
    const fd = openSync(temporary, 'wx', PRIVATE_FILE_MODE)
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(fd, bytes, written)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, path)
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw thrown
  }
  syncDir(dirname(path))
}

/**
 * Reads a regular file of at most `maxBytes`.
 *
 * @returns null when there is no such file, `'tooLong'` when it holds more.
 * @throws the system's error; `EISDIR` for anything that is not a regular file.
 */
export function readBounded(path: string, maxBytes: number): Buffer | null | 'tooLong' {
  let fd: number
  try {
    // Without O_NONBLOCK a pipe of that name would hang the app for ever.
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
    throw thrown
  }
  try {
    if (!fstatSync(fd).isFile()) throw Object.assign(new Error('Not a regular file'), { code: 'EISDIR' })
    const buffer = Buffer.alloc(maxBytes + 1)
    let length = 0
    while (length < buffer.length) {
      const read = readSync(fd, buffer, length, buffer.length - length, null)
      if (read === 0) break
      length += read
    }
    return length > maxBytes ? 'tooLong' : buffer.subarray(0, length)
  } finally {
    closeSync(fd)
  }
}
