/** @file The seams through which domains say what may be counted. Numbers and enumerations only. */
import type { ActNumber, HealthReasons, Period, WorkNumber } from '../../contract/insight'
import type { ReadVault } from '../vault/handles'

/** Where the facts of the facilitator's own work come from. Handed to insight by `core.ts`. */
export interface WorkSource {
  /** Time zones of all groups and sessions there are. */
  timeZones(vault: ReadVault): string[]
  /**
   * True while a session of a period is open, or waits to be counted as missed because the clock is not believed: its
   * numbers would change.
   */
  isUnsettled(vault: ReadVault, period: Period, isClockTrusted: boolean): boolean
  /** Every fact of a period, in the order it is shown: the same rows for every period. */
  numbers(vault: ReadVault, period: Period, healthReasons: HealthReasons): WorkNumber[]
  /** How many sessions each group held in a period, by the charter they were held under. No group is named. */
  heldByGroup(vault: ReadVault, period: Period): { charterId: string; sessions: number }[]
}

/** A count before anything is hidden. */
export interface CountedAct extends Omit<ActNumber, 'value'> {
  value: number
}

/** The counts of one charter. */
export interface ActTable {
  charterId: string
  /** Smallest count that may leave (`settings.exportK`). */
  k: number
  /** In the order they are shown: totals before their parts, which are all of them. The same rows for every period. */
  counts: CountedAct[]
}

/** Where the counts of what people did come from. Handed to insight by `core.ts`. */
export interface ActSource {
  /** One table for each installed charter that counts. */
  tables(vault: ReadVault, period: Period): ActTable[]
}
