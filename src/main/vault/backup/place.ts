/** @file The folder that backups go to, as a person types it, and what lies there. */
import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, normalize, relative } from 'node:path'
import { BackupName, type FoundBackup, type PlaceProblem } from '../../../contract/backup'

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

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
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
  if (/^(\\\\|\/\/)/.test(meant) || /^[a-z]{2,}:/i.test(meant)) throw new BackupPlaceError('network')
  if (!isAbsolute(meant)) throw new BackupPlaceError('notAbsolute')
  if (meant.includes('\0')) throw new BackupPlaceError('notThere')
  try {
    let path = realpathSync(normalize(meant))
    if (statSync(path).isFile() && isBackupName(path.split(/[/\\]/).at(-1) ?? '')) path = join(path, '..')
    if (!statSync(path).isDirectory()) throw new BackupPlaceError('notAFolder')
    const own =
      statSync(vaultDir, { throwIfNoEntry: false }) === undefined ? vaultDir : realpathSync(vaultDir)
    if (isInside(path, own)) throw new BackupPlaceError('insideVault')
    return path
  } catch (thrown) {
    if (thrown instanceof BackupPlaceError) throw thrown
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
    const isMissing = code === 'ENOENT' || code === 'ENAMETOOLONG'
    const problem = isMissing ? 'notThere' : code === 'ENOTDIR' ? 'notAFolder' : 'notAllowed'
    throw new BackupPlaceError(problem, { cause: thrown })
  }
}

const isBackupName = (name: string): boolean => BackupName.safeParse(name).success

/** The backups in a folder, newest first by their names. @throws `BackupPlaceError`. */
export function findBackups(folder: string): FoundBackup[] {
  try {
    accessSync(folder, constants.R_OK)
    return readdirSync(folder)
      .flatMap((entry) => {
        const name = BackupName.safeParse(entry).data
        const stats = name && statSync(join(folder, name), { throwIfNoEntry: false })
        return name && stats?.isFile() ? [{ name, bytes: stats.size }] : []
      })
      .toSorted((a, b) => (a.name < b.name ? 1 : -1))
  } catch (thrown) {
    throw new BackupPlaceError('notAllowed', { cause: thrown })
  }
}
