/** @file The facilitator's own work of a period, once none of its numbers will change. */
import type { HealthReasons, Period } from '../../contract/insight'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import { believedNow, isKept, isSettled } from './calendar'
import type { WorkOfPeriod, WorkSource } from './measure-source'

/** Without a group there is nothing to count; the periods are still the ones of this computer's calendar. */
export const zonesOrOwn = (zones: string[]): string[] =>
  zones.length > 0 ? zones : [new Intl.DateTimeFormat().resolvedOptions().timeZone]

/**
 * Reads it. Numbers that are not final would change, and the difference of two exports would tell.
 *
 * @throws Refusal PERIOD_NOT_OVER, PERIOD_TOO_OLD
 */
export const finalWork = (
  needs: { vault: VaultAccess; clock: Clock; work: WorkSource },
  vault: ReadVault,
  period: Period,
  healthReasons: HealthReasons,
): WorkOfPeriod => {
  const { vault: access, clock, work } = needs
  const now = believedNow(access, clock)
  const of = work.ofPeriod(vault, period, healthReasons)
  const timeZones = zonesOrOwn(of.timeZones)
  if (!isKept(period, timeZones, now)) throw Refusal.of('PERIOD_TOO_OLD')
  // A row that is damaged stays scheduled for good, so it is asked only where others may wait to be counted as missed.
  const isWaiting = of.hasScheduled && !access.isClockTrusted()
  if (!isSettled(period, timeZones, now) || of.hasOpen || isWaiting) throw Refusal.of('PERIOD_NOT_OVER')
  return { ...of, timeZones }
}
