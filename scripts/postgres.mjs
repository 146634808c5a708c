/** @file Finds PostgreSQL's own programs for the tests, and installs Debian's where that is possible and asked for. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const DEBIANS = '/usr/lib/postgresql'
/** Without a network, or behind one that swallows everything, a run must end all the same, and well within its time. */
const APT_MAX_MS = 120_000
const PATIENT = [
  ...['http', 'https'].flatMap((protocol) => ['-o', `Acquire::${protocol}::Timeout=15`]),
  '-o',
  'Acquire::Retries=1',
  '-o',
  'DPkg::Lock::Timeout=30',
]

/** Folder with `initdb`, `postgres` and `psql`, or null: Debian's newest, then one on the PATH. */
export const findPostgres = () => {
  const debians = existsSync(DEBIANS)
    ? readdirSync(DEBIANS)
        .toSorted((one, other) => Number(other) - Number(one))
        .map((version) => join(DEBIANS, version, 'bin'))
    : []
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return (
    [...debians, ...onPath].find((folder) =>
      ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))),
    ) ?? null
  )
}

/** True where the tests must not do without it: `HOLDSPACE_POSTGRES=required`, as CI says. */
export const isPostgresRequired = () => process.env.HOLDSPACE_POSTGRES === 'required'

/**
 * Finds it, or, where it is required and we are root on a Debian, installs Debian's.
 *
 * @returns {string | null}
 */
export const ensurePostgres = () => {
  const found = findPostgres()
  if (found !== null || !isPostgresRequired()) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const apt = (...words) =>
    execFileSync('/usr/bin/apt-get', [...PATIENT, ...words], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: APT_MAX_MS,
    })
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'postgresql')
  } catch (error) {
    // apt has said why already; that it was stopped, only we know.
    process.stderr.write(`PostgreSQL could not be installed: ${error.message}\n`)
    return null
  }
  return findPostgres()
}
