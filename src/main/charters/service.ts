/** @file Charters: which packs are installed, and the one that new groups start with. */
import { eq } from 'drizzle-orm'
import type { CharterPack, CharterSummary, RefusedPack } from '../../contract/charters'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess, WriteVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { type LoadedCharters, loadCharters } from './loader'
import { chosenCharter } from './tables'

const summaryOf = ({ id, version, name, organization, jurisdiction }: CharterPack): CharterSummary => ({
  id,
  version,
  name,
  organization,
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
        const choice = { charterId, chosenAt: needs.clock.now().toISOString() }
        vault
          .insert(chosenCharter)
          .values({ id: 1, ...choice })
          .onConflictDoUpdate({ target: chosenCharter.id, set: choice })
          .run()
        return summaryOf(pack)
      }),
    chosen: () => {
      const row = needs.vault.read().select().from(chosenCharter).get()
      const pack = row && find(row.charterId)
      return pack ? summaryOf(pack) : null
    },
  }
}

/** The choice of a charter, as a part of the kind `settings`; stays until forgotten. */
export const chosenCharterKept = (
  charters: ChartersService,
): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['chosen_charter'],
  list: (vault: ReadVault) =>
    vault
      .select()
      .from(chosenCharter)
      .all()
      .map((row) => ({
        id: 'chosen-charter',
        label: charters.find(row.charterId)?.name ?? row.charterId,
        keptSince: row.chosenAt,
        keptUntil: null,
        isAskingToGo: false,
      })),
  forget: (vault: WriteVault, id: string) => {
    if (id !== 'chosen-charter') return null
    const row = vault.delete(chosenCharter).where(eq(chosenCharter.id, 1)).returning().get()
    // The pack's id stands in groups and sessions too, so it proves nothing; the instant of choosing does.
    return row ? [row.chosenAt] : null
  },
  enforceEnd: () => {},
})
