/** @file Charters: which packs are installed, and the one that new groups start with. */
import {
  type CharterPack,
  type CharterSummary,
  ReaderKind,
  type Reading,
  type RefusedPack,
} from '../../contract/charters'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess, WriteVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { type LoadedCharters, loadCharters } from './loader'
import {
  listReadings,
  readChoice,
  readReadings,
  removeChoice,
  removeReading,
  writeChoice,
  writeReading,
} from './store'

const DAY_MS = 86_400_000

const summaryOf = ({
  id,
  version,
  name,
  organization,
  about,
  jurisdiction,
}: CharterPack): CharterSummary => ({
  id,
  version,
  name,
  organization,
  about,
  jurisdiction,
})

/** What other domains and the router may ask of charters. */
export interface ChartersService {
  /** Complete packs by name, and the files that were refused. Needs no vault. */
  list(): { charters: CharterSummary[]; refused: RefusedPack[] }
  /** A complete pack, or undefined. Needs no vault. */
  find(charterId: string): CharterPack | undefined
  /** Every complete pack. Needs no vault. */
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
}

/** Makes the service over a folder of packs, which is read once, when first asked for. */
export const createCharters = (needs: {
  vault: VaultAccess
  clock: Clock
  /** Absolute path of `resources/charters`. */
  folder: string
}): ChartersService => {
  let loaded: LoadedCharters | undefined
  const load = (): LoadedCharters => {
    loaded ??= loadCharters(needs.folder)
    return loaded
  }
  const find = (charterId: string) => load().packs.get(charterId)
  const get = (charterId: string) => {
    const pack = find(charterId)
    if (!pack) throw Refusal.of('NOT_FOUND')
    return pack
  }
  const all = () => [...load().packs.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))

  return {
    list: () => ({ charters: all().map(summaryOf), refused: [...load().refused] }),
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

/** Notes of who read a charter, as a part of the kind `settings`; stay until forgotten. */
export const charterReadingsKept = (
  charters: ChartersService,
): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['charter_readings'],
  list: (vault: ReadVault) =>
    listReadings(vault).map(({ charterId, by, notedAt }) => ({
      id: `reading:${by}:${charterId}`,
      label: charters.find(charterId)?.name ?? charterId,
      keptSince: notedAt,
      keptUntil: null,
      isAskingToGo: false,
    })),
  forget: (vault: WriteVault, id: string) => {
    const [, by, charterId] = /^reading:(organization|facilitator):(.+)$/.exec(id) ?? []
    const reader = ReaderKind.safeParse(by)
    if (!reader.success || charterId === undefined) return null
    const notedAt = removeReading(vault, charterId, reader.data)
    return notedAt === undefined ? null : [notedAt]
  },
  countDue: () => 0,
  enforceEnd: () => {},
})

/** The choice of a charter, as a part of the kind `settings`; stays until forgotten. */
export const chosenCharterKept = (
  charters: ChartersService,
): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['chosen_charter'],
  list: (vault: ReadVault) => {
    const choice = readChoice(vault)
    if (!choice) return []
    return [
      {
        id: 'chosen-charter',
        label: charters.find(choice.charterId)?.name ?? choice.charterId,
        keptSince: choice.chosenAt,
        keptUntil: null,
        isAskingToGo: false,
      },
    ]
  },
  forget: (vault: WriteVault, id: string) => {
    if (id !== 'chosen-charter') return null
    const choice = removeChoice(vault)
    // The pack's id stands in groups and sessions too, so it proves nothing; the instant of choosing does.
    return choice ? [choice.chosenAt] : null
  },
  countDue: () => 0,
  enforceEnd: () => {},
})
