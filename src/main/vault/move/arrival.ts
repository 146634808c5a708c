/** @file A finished copy that no note names yet: whose it is stands in it, so that it is known again and nothing else is. */
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readBounded, writeDurably } from '../files/durable-file'
import { isSame, sumsOf } from './copy'
import type { AskedMove } from './note'

const ARRIVAL_FILE = '.holdspace-arrived'
const ARRIVAL_BYTES_MAX = 256

/** Writes into a copy whose it is. @throws the system's error. */
export const nameArrival = (dir: string, { staging }: AskedMove): void =>
  writeDurably(join(dir, ARRIVAL_FILE), Buffer.from(staging))

/** True where the finished copy of this very move has its place already: the process ended before the note was written. */
export function hasArrived({ to, staging }: AskedMove): boolean {
  try {
    const bytes = readBounded(join(to, ARRIVAL_FILE), ARRIVAL_BYTES_MAX)
    return bytes !== null && bytes !== 'tooLong' && bytes.toString('utf8') === staging
  } catch {
    return false
  }
}

/** The note counts now: the folder needs no word of its own any more. */
export function removeArrival(dir: string): void {
  try {
    rmSync(join(dir, ARRIVAL_FILE), { force: true })
  } catch {
    // It says nothing to anybody.
  }
}

/** Removes what a move made that does not come about; what cannot be removed is a copy, and encrypted. */
export function removeCopy(from: string, move: AskedMove): void {
  try {
    rmSync(join(dirname(move.to), move.staging), { recursive: true, force: true })
    // One in which somebody has worked meanwhile is no copy.
    if (hasArrived(move) && isSame(sumsOf(from), sumsOf(move.to))) rmSync(move.to, { recursive: true })
  } catch {
    // The disk that refused the move refuses this, too.
  }
}
