/**
 * @file Versions that wait: for the day on which they take effect, and from then on for somebody to read what is
 * different. Which version acts never depends on a clock: only on what was taken in and read.
 */
import { compareVersions } from '../../contract/charter-version'
import type { ComingVersion } from '../../contract/charter-versions'
import type { CharterPack, CharterSummary } from '../../contract/charters'
import type { Clock } from '../host'
import { localDay } from '../local-day'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import { type ComingRow, listComing, readComing, removeComingUpTo } from './coming-store'
import { readTakenPack } from './loader'
import { summaryOf } from './summary'
import { writeTaken } from './taken-store'

/** What the router may ask of versions that wait. All throw `VaultLockedError`. */
export interface CharterVersions {
  coming(): ComingVersion[]
  /** @throws Refusal NOT_FOUND */
  compare(charterId: string, version: string): { before: CharterPack; after: CharterPack }
  /** @throws Refusal NOT_FOUND, NOT_YET, SESSION_OPEN */
  acknowledge(charterId: string, version: string): CharterSummary
  /** The newest version of a charter, whether it waits or not. @throws Refusal NOT_FOUND */
  newest(charterId: string): CharterPack
}

/**
 * Makes the service. `get`: the version that acts; `acting`: the same where it was taken in, undefined where this app
 * cannot read it any more or brings one of that id itself. @throws Refusal NOT_FOUND
 */
export const createCharterVersions = (needs: {
  vault: VaultAccess
  clock: Clock
  isInSession: () => boolean
  get: (charterId: string) => CharterPack
  acting: (charterId: string) => CharterPack | undefined
}): CharterVersions => {
  const { vault: access, clock, isInSession, get, acting } = needs

  /** One that an app since does not read any more waits unseen: its entry stays under What is kept. */
  const readRow = (row: ComingRow | undefined): CharterPack | null => {
    if (!row) return null
    const read = readTakenPack(row.charterId, row.charter)
    return read.isTaken ? read.pack : null
  }
  const waiting = (vault: ReadVault): CharterPack[] =>
    listComing(vault).flatMap(
      ({ charterId, version }) => readRow(readComing(vault, charterId, version)) ?? [],
    )
  const dayOf = ({ takesEffectOn, version }: CharterPack): string => takesEffectOn ?? version.slice(0, 10)
  const isDue = (pack: CharterPack): boolean => dayOf(pack) <= localDay(clock.now().toISOString())
  const requireWaiting = (vault: ReadVault, charterId: string, version: string) => {
    const row = readComing(vault, charterId, version)
    const pack = readRow(row)
    if (!row || !pack) throw Refusal.of('NOT_FOUND')
    return { row, pack }
  }

  return {
    coming: () => {
      const all = waiting(access.read())
      /** Whether a newer one of the same charter has had its day too: reading that one covers this. */
      const isOvertaken = (pack: CharterPack) =>
        all.some(
          (other) => other.id === pack.id && isDue(other) && compareVersions(other.version, pack.version) > 0,
        )
      return all
        .filter((pack) => !isOvertaken(pack))
        .flatMap((pack) => {
          const before = acting(pack.id)
          if (!before) return []
          return {
            charterId: pack.id,
            name: pack.name,
            version: pack.version,
            actingVersion: before.version,
            takesEffectOn: dayOf(pack),
            isDue: isDue(pack),
          }
        })
        .toSorted(
          (a, b) => a.takesEffectOn.localeCompare(b.takesEffectOn) || compareVersions(a.version, b.version),
        )
    },
    compare: (charterId, version) => {
      const { pack } = requireWaiting(access.read(), charterId, version)
      return { before: get(charterId), after: pack }
    },
    acknowledge: (charterId, version) =>
      access.write((vault) => {
        const { row, pack } = requireWaiting(vault, charterId, version)
        if (!isDue(pack)) throw Refusal.of('NOT_YET')
        if (isInSession()) throw Refusal.of('SESSION_OPEN')
        writeTaken(vault, { ...row, acknowledgedAt: clock.now().toISOString() })
        removeComingUpTo(vault, charterId, version)
        return summaryOf(pack)
      }),
    newest: (charterId) => {
      const mine = waiting(access.read()).filter(({ id }) => id === charterId)
      return mine.toSorted((a, b) => compareVersions(a.version, b.version)).at(-1) ?? get(charterId)
    },
  }
}
