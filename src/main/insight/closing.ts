/**
 * @file Forgetting a group or a session must not open a period: how much one group held can no longer be told from what
 * is left. So a period that was closed, or is not over, is noted as closed for good before they go.
 */
import { Period, periodKey } from '../../contract/insight'
import type { Clock } from '../host'
import { localDay } from '../local-day'
import type { VaultAccess, WriteVault } from '../vault/handles'
import { believedNow, isSettled } from './calendar'
import { groupsRefuse } from './disclosure/release'
import { heldIn, placeOf } from './disclosure/year-table'
import type { HeldByGroup, WorkSource } from './measure-source'
import { addClosing } from './releases'

/** A held session that is about to be forgotten. */
export interface GoingSession {
  charterId: string
  plannedAt: string
  timeZone: string
}

/**
 * Called before sessions are forgotten, with those that were held.
 *
 * @returns what writes the note once they are gone: then there is room for it.
 */
export type NoteForgotten = (vault: WriteVault, going: readonly GoingSession[]) => () => void

/** None for a session whose day cannot be read: it is in no period, and is forgotten all the same. */
const periodsOf = ({ plannedAt, timeZone }: GoingSession): Period[] => {
  const [year = 0, month = 0] = localDay(plannedAt, timeZone).split('-').map(Number)
  const periods = [
    { kind: 'quarter', year, quarter: Math.ceil(month / 3) },
    { kind: 'year', year },
  ]
  return periods.flatMap((period) => Period.safeParse(period).data ?? [])
}

/** Makes what is called before sessions are forgotten. */
export const closesForgotten = (needs: {
  vault: VaultAccess
  clock: Clock
  work: WorkSource
}): NoteForgotten => {
  const { vault: access, clock, work } = needs
  return (vault, going) => {
    const now = believedNow(access, clock)
    const timeZones = work.timeZones(vault)
    const touched = new Map(
      going.flatMap((session) =>
        periodsOf(session).map((period) => [
          `${session.charterId} ${periodKey(period)}`,
          { charterId: session.charterId, period },
        ]),
      ),
    )
    const read = new Map<number, readonly HeldByGroup[]>()
    const heldOf = (year: number): readonly HeldByGroup[] => {
      const held = read.get(year) ?? work.heldByGroup(vault, year)
      read.set(year, held)
      return held
    }
    const closed = [...touched.values()].filter(({ charterId, period }) => {
      if (!isSettled(period, timeZones, now)) return true
      const place = placeOf(period)
      if (place === null) return false
      const held = heldOf(period.year).filter((one) => one.charterId === charterId)
      return groupsRefuse(held.map((one) => heldIn(one, place))) !== null
    })
    return () => {
      for (const { charterId, period } of closed) addClosing(vault, charterId, period, clock.now())
    }
  }
}
