/** @file Charters: which packs are installed, and the one that new groups start with. */
import type { CharterPack, CharterSummary, ReaderKind, Reading, RefusedPack } from '../../contract/charters'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { VaultAccess } from '../vault/handles'
import { type CharterDrafts, createCharterDrafts } from './drafts'
import { type CharterFiles, createCharterFiles } from './files'
import { type LoadedCharters, loadCharters } from './loader'
import { readChoice, readReadings, removeReading, writeChoice, writeReading } from './store'
import { summaryOf } from './summary'
import { createTakenCharters } from './taken'
import { type CharterVersions, createCharterVersions } from './versions'

export { charterDraftsKept, charterReadingsKept, chosenCharterKept, takenChartersKept } from './kept'

const DAY_MS = 86_400_000

/** What other domains and the router may ask of charters. */
export interface ChartersService {
  /** Complete packs by name, and the files that were refused. A locked vault adds none of those taken in. */
  list(): { charters: CharterSummary[]; refused: RefusedPack[] }
  /** A complete pack, or undefined. One that was taken in is there while the vault is open. */
  find(charterId: string): CharterPack | undefined
  /** Every complete pack, as above. */
  all(): CharterPack[]
  /** A complete pack. @throws Refusal NOT_FOUND */
  get(charterId: string): CharterPack
  /** Keeps the charter that new groups start with. @throws Refusal NOT_FOUND, VaultLockedError */
  choose(charterId: string): CharterSummary
  /** The chosen charter; null when none is, or when its pack is no longer installed. */
  chosen(): CharterSummary | null
  /** Who read a charter, as noted. @throws VaultLockedError */
  readings(charterId: string): Reading[]
  /** Notes a reading, or takes it away. @throws Refusal NOT_FOUND, IN_THE_FUTURE, VaultLockedError */
  noteReading(charterId: string, by: ReaderKind, readOn: string | null): Reading[]
  /** Charters as files. */
  files: CharterFiles
  /** Charters that are being written. */
  drafts: CharterDrafts
  /** Versions that wait for their day. */
  versions: CharterVersions
}

/** Makes the service over a folder of packs, which is read once, when first asked for. */
export const createCharters = (needs: {
  vault: VaultAccess
  clock: Clock
  /** Absolute path of `resources/charters`. */
  folder: string
  /** Absolute path of the empty page with our defaults, read when a charter is begun from it; left out where none is. */
  oursPath?: string
  /** Whether a session is open; left out where there are none. */
  isInSession?: () => boolean
}): ChartersService => {
  let loaded: LoadedCharters | undefined
  const load = (): LoadedCharters => {
    loaded ??= loadCharters(needs.folder)
    return loaded
  }
  const taken = createTakenCharters(needs.vault)
  // The ids of those that ship are theirs, whatever was taken in before they came.
  const find = (charterId: string) => load().packs.get(charterId) ?? taken().packs.get(charterId)
  const get = (charterId: string) => {
    const pack = find(charterId)
    if (!pack) throw Refusal.of('NOT_FOUND')
    return pack
  }
  const all = () =>
    [...new Map([...taken().packs, ...load().packs]).values()].toSorted((a, b) =>
      a.name.localeCompare(b.name, 'en'),
    )

  const isInSession = needs.isInSession ?? (() => false)
  const files = createCharterFiles({
    ...needs,
    isInSession,
    shipped: () => [...load().packs.values()],
    taken,
  })
  const versions = createCharterVersions({
    ...needs,
    isInSession,
    get,
    acting: (charterId) => (load().packs.has(charterId) ? undefined : taken().packs.get(charterId)),
  })

  return {
    files,
    versions,
    drafts: createCharterDrafts({ ...needs, get, newest: (id) => versions.newest(id), ...files }),
    list: () => ({ charters: all().map(summaryOf), refused: [...load().refused, ...taken().refused] }),
    find,
    all,
    get,
    choose: (charterId) =>
      needs.vault.write((vault) => {
        const pack = get(charterId)
        writeChoice(vault, { charterId, chosenAt: needs.clock.now().toISOString() })
        return summaryOf(pack)
      }),
    chosen: () => {
      const choice = readChoice(needs.vault.read())
      const pack = choice && find(choice.charterId)
      return pack ? summaryOf(pack) : null
    },
    readings: (charterId) => readReadings(needs.vault.read(), charterId),
    noteReading: (charterId, by, readOn) =>
      needs.vault.write((vault) => {
        const { version } = get(charterId)
        const now = needs.clock.now().toISOString()
        // A day somewhere on Earth may be one ahead of ours.
        if (readOn !== null && Date.parse(readOn) > Date.parse(now) + DAY_MS)
          throw Refusal.of('IN_THE_FUTURE')
        if (readOn === null) removeReading(vault, charterId, by)
        else writeReading(vault, charterId, { by, version, readOn }, now)
        return readReadings(vault, charterId)
      }),
  }
}
