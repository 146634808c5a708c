/**
 * @file Forgetting again what came back with a backup although it was forgotten by hand after that backup was made. What
 * an open session holds waits until it is closed.
 */
import { rmSync } from 'node:fs'
import { z } from 'zod'
import type { OpenVault } from '../database/opened'
import { readBounded, writeDurably } from '../files/durable-file'
import { EntryInUseError, type KeptKindDescriptor } from '../kept-kind'
import type { Forgotten } from './forgotten'
import { tidySearch } from './search-residue'

/** Digests of the entries that wait, as the notes have them: they tell nothing of the entries. */
const Waiting = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1000)
const WAITING_BYTES_MAX = 128 * 1024

/** What forgetting again needs. */
export interface AgainParts {
  vault: Pick<OpenVault, 'read' | 'write' | 'maintain' | 'emptyLog'>
  forgotten: Pick<Forgotten, 'look' | 'digest'>
  kinds: readonly KeptKindDescriptor[]
  now: Date
}

/** Forgets every entry that is due. @returns the digests of those that an open session holds. */
function forgetDue(
  { vault, forgotten, kinds, now }: AgainParts,
  isDue: (kind: string, id: string) => boolean,
): string[] {
  const inUse: string[] = []
  let hasForgotten = false
  for (const kind of kinds) {
    if (!kind.canForget) continue
    for (const { id } of kind.list(vault.read(), now)) {
      if (!isDue(kind.kind, id)) continue
      try {
        // Its note stays, and is not made a second time. It may have gone with another one meanwhile.
        hasForgotten = vault.write((handle) => kind.forget(handle, id)) !== null || hasForgotten
      } catch (thrown) {
        if (!(thrown instanceof EntryInUseError)) throw thrown
        inUse.push(forgotten.digest(kind.kind, id))
      }
    }
  }
  if (hasForgotten) {
    vault.maintain((connection) => tidySearch(connection))
    vault.emptyLog()
  }
  return inUse
}

/**
 * Forgets what the notes say was forgotten at an instant or later. An entry that was made anew, or put back on purpose,
 * after it was forgotten and before the backup, stays.
 *
 * @param backupAt - when the backup's vault was last changed or seen open, ISO; null: not known, and every note counts.
 * @returns the digests of those that an open session holds: they are still there.
 */
export function forgetAgain(parts: AgainParts, backupAt: string | null): string[] {
  const forgottenAt = parts.forgotten.look()
  const backupAtMs = backupAt === null ? null : Date.parse(backupAt)
  return forgetDue(parts, (kind, id) => {
    const at = forgottenAt(kind, id)
    if (at === null) return false
    return at === 'unknown' || backupAtMs === null || at >= backupAtMs
  })
}

/** Notes that these are still to be forgotten again. @throws the system's error. */
export function noteWaiting(path: string, digests: readonly string[]): void {
  writeDurably(path, Buffer.from(JSON.stringify(digests)))
}

/**
 * Forgets what still waits, where something does, and ends the waiting once nothing is held any more.
 *
 * @throws SQLite's and the system's errors; it waits on then.
 */
export function forgetWaiting(path: string, parts: AgainParts): void {
  const bytes = readBounded(path, WAITING_BYTES_MAX)
  if (bytes === null) return
  let waiting: ReadonlySet<string> = new Set()
  try {
    waiting = new Set(Waiting.parse(JSON.parse(bytes === 'tooLong' ? '' : bytes.toString('utf8'))))
  } catch {
    // Not as it was written: What is kept shows what stayed.
  }
  const inUse = forgetDue(parts, (kind, id) => waiting.has(parts.forgotten.digest(kind, id)))
  if (inUse.length === 0) rmSync(path, { force: true })
}
