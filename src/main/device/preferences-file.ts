/**
 * @file The plain file of preferences: read with distrust, written whole, and never a reason not to start.
 *
 * `conf` writes it (in Electron `electron-store`, the same library): whole or not at all, and checked against the
 * schema once more, so that nothing but the choices of `contract/preferences.ts` can stand in it.
 */
import { existsSync, readFileSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from 'conf'
import { z } from 'zod'
import type { NotStoredReason, PreferencesTrouble } from '../../contract/device'
import { usualPreferences } from '../../contract/preference-choices'
import {
  Preferences,
  type PreferencesChange,
  StoredPreferences,
  type WindowPlace,
} from '../../contract/preferences'

/** Its name in the data folder. */
export const PREFERENCES_FILE = 'preferences.json'
/** What a file that could not be read is renamed to; an earlier one of that name goes. */
export const SET_ASIDE_FILE = 'preferences.set-aside.json'
/** Far above what all choices together take, in bytes. */
const MAX_BYTES = 64 * 1024

/** What is used of `conf`. */
export interface PlainStore {
  store: StoredPreferences
}

/** Opens the file; given by the shell, which knows which of the two libraries is its own. */
export type OpenPlainStore = (options: PlainStoreOptions) => PlainStore

/** As both libraries take them. */
export type PlainStoreOptions = Options<StoredPreferences> & { cwd: string }

/** The preferences of this computer. */
export interface PreferencesFile {
  read: () => Preferences
  /** Where the window was; null where that is not known. */
  readWindow: () => WindowPlace | null
  /** Changes some. They act at once; `trouble` says where they could not be stored. */
  change: (change: PreferencesChange) => void
  changeWindow: (place: WindowPlace) => void
  /** As at first, the file removed. */
  reset: () => void
  /** What there is to say about the file; null where all is well. */
  trouble: () => PreferencesTrouble | null
}

const { properties = {} } = z.toJSONSchema(StoredPreferences)

const storeOptions = (dataDir: string): PlainStoreOptions => ({
  cwd: dataDir,
  configFileMode: 0o600,
  accessPropertiesByDotNotation: false,
  // The library's types know an older draft of the schema than it reads.
  schema: properties as NonNullable<Options<StoredPreferences>['schema']>,
  rootSchema: { additionalProperties: false },
})

/** The known keys of something that may be no record of preferences, each only where it is one of its choices. */
const salvage = (read: unknown): StoredPreferences => {
  if (typeof read !== 'object' || read === null) return {}
  const kept = Object.keys(StoredPreferences.shape).flatMap((key) => {
    if (!Object.hasOwn(read, key)) return []
    const one = StoredPreferences.safeParse({ [key]: Reflect.get(read, key) })
    return one.success ? [one.data] : []
  })
  return Object.assign({}, ...kept)
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const reasonOf = (error: unknown): NotStoredReason => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull'
  return ['EROFS', 'EACCES', 'EPERM'].includes(code) ? 'readOnly' : 'other'
}

type Found =
  | { kind: 'sound'; stored: StoredPreferences }
  /** Something else than a record of preferences. */
  | { kind: 'broken'; salvaged: StoredPreferences }

const look = (path: string): Found => {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return { kind: 'sound', stored: {} }
    // A pipe of that name would hang the app for ever.
    if (!stats.isFile() || stats.size > MAX_BYTES) return { kind: 'broken', salvaged: {} }
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const parsed = StoredPreferences.safeParse(read)
    return parsed.success
      ? { kind: 'sound', stored: parsed.data }
      : { kind: 'broken', salvaged: salvage(read) }
  } catch {
    return { kind: 'broken', salvaged: {} }
  }
}

/**
 * Opens the preferences of a data folder. Never throws: what is wrong is in `trouble`, and said.
 *
 * @param dataDir - absolute path of the folder, which is there.
 */
export const openPreferences = (dataDir: string, openStore: OpenPlainStore): PreferencesFile => {
  const path = join(dataDir, PREFERENCES_FILE)
  const found = look(path)
  let setAside: PreferencesTrouble | null = null
  let notStored: PreferencesTrouble | null = null
  let stored: StoredPreferences = found.kind === 'sound' ? found.stored : found.salvaged
  let file: PlainStore | null = null

  const store = (): void => {
    try {
      file ??= openStore({ ...storeOptions(dataDir) })
      file.store = stored
      notStored = null
    } catch (error) {
      notStored = { kind: 'notStored', reason: reasonOf(error) }
    }
  }
  if (found.kind === 'broken') {
    try {
      rmSync(join(dataDir, SET_ASIDE_FILE), { recursive: true, force: true })
      renameSync(path, join(dataDir, SET_ASIDE_FILE))
      setAside = { kind: 'setAside', fileName: SET_ASIDE_FILE }
      if (Object.keys(stored).length > 0) store()
    } catch (error) {
      notStored = { kind: 'notStored', reason: reasonOf(error) }
    }
  }

  return {
    read: () => {
      const { window: _place, ...chosen } = stored
      return Preferences.parse({ ...usualPreferences, ...chosen })
    },
    readWindow: () => stored.window ?? null,
    change: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      stored = StoredPreferences.parse({ ...stored, ...Object.fromEntries(given) })
      store()
    },
    changeWindow: (window) => {
      const read = StoredPreferences.safeParse({ ...stored, window })
      // A place that no screen has is not worth a word to anybody.
      if (!read.success) return
      stored = read.data
      store()
    },
    reset: () => {
      stored = {}
      file = null
      try {
        if (existsSync(path)) unlinkSync(path)
        setAside = null
        notStored = null
      } catch (error) {
        notStored = { kind: 'notStored', reason: reasonOf(error) }
      }
    },
    trouble: () => notStored ?? setAside,
  }
}
