/** @file Counts of what was done about conduct, where a charter allows them at all. */
import type { CharterPack } from '../../contract/charters'
import type { InterventionKind } from '../../contract/conduct'
import type { ActReason } from '../../contract/insight'
import type { ChartersService } from '../charters/service'
import type { ActSource, ActTable, CountedAct, CountSum } from '../insight/service'
import { sumCounters } from './store'

const acts = ['reminded', 'spokePrivately', 'removed'] as const satisfies readonly InterventionKind[]

const all: ActReason = { kind: 'all' }

/** A charter's rows: one total, its kinds, each kind's reasons and one row for reasons of earlier versions. */
const countsOf = (pack: CharterPack, own: readonly CountSum[]): CountedAct[] => {
  const known = new Set(pack.reasons.map((reason) => reason.id))
  const add = (rows: readonly CountSum[]) => rows.reduce((sum, row) => sum + row.count, 0)
  const cell = (act: InterventionKind | null, reason: ActReason, rows: readonly CountSum[]): CountedAct => ({
    about: 'acts',
    charterId: pack.id,
    act,
    reason,
    unit: 'count',
    value: add(rows),
  })
  return [
    cell(null, all, own),
    ...acts.flatMap((act) => {
      const ofAct = own.filter((row) => row.kind === act)
      return [
        cell(act, all, ofAct),
        ...pack.reasons.map(({ id }) =>
          cell(
            act,
            { kind: 'one', reasonId: id },
            ofAct.filter((row) => row.reasonId === id),
          ),
        ),
        // Always there: a row that appears only when something is counted would tell that something was.
        cell(
          act,
          { kind: 'earlier' },
          ofAct.filter((row) => !known.has(row.reasonId)),
        ),
      ]
    }),
  ]
}

const counting = (charters: Pick<ChartersService, 'all'>) =>
  charters.all().filter((pack) => pack.settings.interventions.value === 'monthlyCounters')

/**
 * For each installed charter that counts, its whole table, so that which cells there are tells nothing. A charter that
 * counts nothing gives nothing.
 */
export const interventionMeasures = (charters: Pick<ChartersService, 'all'>): ActSource => {
  const tablesFor = (packs: ReturnType<typeof counting>, sums: readonly CountSum[]): ActTable[] =>
    packs.map((pack) => {
      const of = (quarter: number) =>
        countsOf(
          pack,
          sums.filter((row) => row.charterId === pack.id && row.quarter === quarter),
        )
      return {
        charterId: pack.id,
        k: pack.settings.exportK.value,
        quarters: [of(1), of(2), of(3), of(4)],
      }
    })
  return {
    isCounting: () => counting(charters).length > 0,
    tables: (vault, year) => {
      const packs = counting(charters)
      const ids = packs.map(({ id }) => id)
      return packs.length === 0 ? [] : tablesFor(packs, sumCounters(vault, ids, year))
    },
    tablesOf: (sums) => tablesFor(counting(charters), sums),
  }
}
