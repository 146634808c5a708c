/** @file Counts of what was done about conduct, where a charter allows them at all. */
import type { InterventionKind } from '../../contract/conduct'
import type { ChartersService } from '../charters/service'
import type { MeasureSource, PeopleMeasure } from '../insight/service'
import { sumCounters } from './store'

const kindLabels: Record<InterventionKind, string> = {
  reminded: 'Reminded',
  spokePrivately: 'Spoke privately',
  removed: 'Removed',
}
const kinds = ['reminded', 'spokePrivately', 'removed'] as const satisfies readonly InterventionKind[]

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10)

/**
 * For each installed charter that counts: one total, its kinds, and each kind's reasons, every reason of the
 * charter included, so that which cells there are tells nothing. Charter A counts nothing and gives nothing.
 */
export const interventionMeasures = (charters: ChartersService): MeasureSource => ({
  measures: (vault, period) => {
    const sums = sumCounters(vault, period.from, dayAfter(period.to))
    return charters
      .all()
      .filter((pack) => pack.settings.interventions.value === 'monthlyCounters')
      .flatMap((pack) => {
        const k = pack.settings.exportK.value
        const own = sums.filter((row) => row.charterId === pack.id)
        const add = (rows: typeof own) => rows.reduce((sum, row) => sum + row.count, 0)
        const cell = (id: string, label: string, value: number, totalId: string | null): PeopleMeasure => ({
          id,
          label: label.slice(0, 120),
          about: 'people',
          unit: 'count',
          value,
          k,
          totalId,
        })
        const totalId = `interventions.${pack.id}`
        return [
          cell(totalId, `${pack.name}: what was done about conduct`, add(own), null),
          ...kinds.flatMap((kind) => {
            const ofKind = own.filter((row) => row.kind === kind)
            const kindId = `${totalId}.${kind}`
            const known = new Set(pack.reasons.map((reason) => reason.id))
            return [
              cell(kindId, `${pack.name}: ${kindLabels[kind]}`, add(ofKind), totalId),
              ...pack.reasons.map((reason) =>
                cell(
                  `${kindId}.${reason.id}`,
                  `${pack.name}: ${kindLabels[kind]}: ${reason.label}`,
                  add(ofKind.filter((row) => row.reasonId === reason.id)),
                  kindId,
                ),
              ),
              // Reasons that an earlier version of the pack had still belong to the total.
              ...(ofKind.some((row) => !known.has(row.reasonId))
                ? [
                    cell(
                      `${kindId}.earlier-reasons`,
                      `${pack.name}: ${kindLabels[kind]}: reasons of earlier versions`,
                      add(ofKind.filter((row) => !known.has(row.reasonId))),
                      kindId,
                    ),
                  ]
                : []),
            ]
          }),
        ]
      })
  },
})
