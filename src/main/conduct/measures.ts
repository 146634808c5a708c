/** @file Counts of what was done about conduct, where a charter allows them at all. */
import type { CharterPack } from '../../contract/charters'
import type { InterventionKind } from '../../contract/conduct'
import { type ActReason, monthBounds } from '../../contract/insight'
import type { ChartersService } from '../charters/service'
import type { ActSource, ActTable, CountedAct } from '../insight/service'
import { type CounterSum, sumCounters } from './store'

const acts = ['reminded', 'spokePrivately', 'removed'] as const satisfies readonly InterventionKind[]

const all: ActReason = { kind: 'all' }

/** A charter's table: one total, its kinds, each kind's reasons and one row for reasons of earlier versions. */
const tableOf = (pack: CharterPack, sums: readonly CounterSum[]): ActTable => {
  const own = sums.filter((row) => row.charterId === pack.id)
  const known = new Set(pack.reasons.map((reason) => reason.id))
  const add = (rows: readonly CounterSum[]) => rows.reduce((sum, row) => sum + row.count, 0)
  const cell = (
    act: InterventionKind | null,
    reason: ActReason,
    rows: readonly CounterSum[],
  ): CountedAct => ({
    about: 'acts',
    charterId: pack.id,
    act,
    reason,
    unit: 'count',
    value: add(rows),
  })
  const counts = [
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
  return { charterId: pack.id, k: pack.settings.exportK.value, counts }
}

/**
 * For each installed charter that counts, its whole table, so that which cells there are tells nothing. A charter that
 * counts nothing gives nothing.
 */
export const interventionMeasures = (charters: ChartersService): ActSource => ({
  tables: (vault, period) => {
    const { first, after } = monthBounds(period)
    const sums = sumCounters(vault, first, after)
    return charters
      .all()
      .filter((pack) => pack.settings.interventions.value === 'monthlyCounters')
      .map((pack) => tableOf(pack, sums))
  },
})
