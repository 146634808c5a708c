/** @file The folder that backups go to, as a person types it, and what lies there. */
import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, normalize, relative } from 'node:path'
import { BackupName, type FoundBackup, type PlaceProblem } from '../../../contract/backup'
import { diskTroubleOf } from './disk-trouble'

/** A folder that cannot be used. Routers answer it as `BACKUP_PLACE`. */
export class BackupPlaceError extends Error {
  override readonly name = 'BackupPlaceError'
  readonly problem: PlaceProblem
  constructor(problem: PlaceProblem, options?: ErrorOptions) {
    super(`No backup can be made or found there: ${problem}.`, options)
    this.problem = problem
  }
}

/** As typed: without the quotation marks that a file window copies along, and with `~` for the home folder. */
function asMeant(typed: string): string {
  const bare = typed.trim().replace(/^(["'])(.*)\1$/u, '$2')
  return bare === '~' || /^~[/\\]/.test(bare) ? join(homedir(), bare.slice(1)) : bare
}

/** Two slashes of either kind, in any mix: Windows takes each of them for another computer, or for a device. */
const isNetworkPath = (path: string): boolean => /^[\\/]{2}/.test(path)

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function problemOfPlace(thrown: unknown): PlaceProblem {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  if (code === 'ENOENT' || code === 'ENAMETOOLONG') return 'notThere'
  if (code === 'ENOTDIR') return 'notAFolder'
  return diskTroubleOf(thrown) === 'gone' ? 'gone' : 'notAllowed'
}

/**
 * Reads a typed folder. A path to a backup itself means its folder.
 *
 * @param vaultDir - a backup in the vault's own folder would go with it.
 * @returns its real path.
 * @throws `BackupPlaceError`.
 */
export function readPlace(typed: string, vaultDir: string): string {
  const meant = asMeant(typed)
  // A path to another computer makes the system connect to it, and on Windows tells it who is here.
  if (isNetworkPath(meant) || /^[a-z]{2,}:/i.test(meant)) throw new BackupPlaceError('network')
  if (!isAbsolute(meant)) throw new BackupPlaceError('notAbsolute')
  if (meant.includes('\0')) throw new BackupPlaceError('notThere')
  try {
    let path = realpathSync(normalize(meant))
    if (isNetworkPath(path)) throw new BackupPlaceError('network')
    if (statSync(path).isFile() && isBackupName(path.split(/[/\\]/).at(-1) ?? '')) path = join(path, '..')
    if (!statSync(path).isDirectory()) throw new BackupPlaceError('notAFolder')
    const own =
      statSync(vaultDir, { throwIfNoEntry: false }) === undefined ? vaultDir : realpathSync(vaultDir)
    if (isInside(path, own)) throw new BackupPlaceError('insideVault')
    return path
  } catch (thrown) {
    if (thrown instanceof BackupPlaceError) throw thrown
    throw new BackupPlaceError(problemOfPlace(thrown), { cause: thrown })
  }
}

const isBackupName = (name: string): boolean => BackupName.safeParse(name).success

/** What lies in a folder. */
export interface BackupsFound {
  /** Newest first, by their names. */
  backups: FoundBackup[]
  /** How many more have the name of a backup and cannot be looked at. */
  unreadableCount: number
}

/** The backups in a folder; one that cannot be looked at hides no other. @throws `BackupPlaceError`. */
export function findBackups(folder: string): BackupsFound {
  let entries: string[]
  try {
    accessSync(folder, constants.R_OK)
    entries = readdirSync(folder)
  } catch (thrown) {
    throw new BackupPlaceError(diskTroubleOf(thrown) === 'gone' ? 'gone' : 'notAllowed', { cause: thrown })
  }
  const backups: FoundBackup[] = []
  let unreadableCount = 0
  for (const entry of entries) {
    const name = BackupName.safeParse(entry).data
    if (name === undefined) continue
    try {
      const stats = statSync(join(folder, name))
      if (stats.isFile()) backups.push({ name, bytes: stats.size })
    } catch {
      unreadableCount += 1
    }
  }
  return { backups: backups.toSorted((a, b) => (a.name < b.name ? 1 : -1)), unreadableCount }
}
