/**
 * @file A little room kept beside the vault, given up when the disk is full and something is to be forgotten: forgetting
 * writes before it frees, and must not be refused for lack of room.
 */
import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { writeDurably } from './durable-file'

/** Enough to delete one entry with everything that hangs on it, in bytes. */
const SPARE_BYTES = 512 * 1024

/** Keeps the room, where there is any. Random bytes: some disks store zeros in no room at all. */
export function keepSpareRoom(path: string): void {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.size === SPARE_BYTES) return
    writeDurably(path, randomBytes(SPARE_BYTES))
  } catch {
    // A full disk, or one that is only read: then there is none to give up.
  }
}

/** Gives it up. @returns false where there is none. */
export function giveUpSpareRoom(path: string): boolean {
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return false
    rmSync(path)
    return true
  } catch {
    return false
  }
}
