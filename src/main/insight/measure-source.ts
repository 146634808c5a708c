/** @file The seams through which domains say what may be counted. Numbers and enumerations only. */

import type { InterventionKind } from '../../contract/conduct'
import type { ActNumber, HealthReasons, Period, WorkNumber } from '../../contract/insight'
import type { BundleMonth, Quarter } from '../../contract/numbers-bundle'
import type { ReadVault } from '../vault/handles'

/** Where the facts of the facilitator's own work come from. Handed to insight by `core.ts`. */
export interface WorkSource {
  /**
   * Time zones of all groups and sessions there are, or of all groups and a year's sessions: those that the other
   * answers about it are cut by.
   */
  timeZones(vault: ReadVault, year?: number): string[]
  /**
   * True while a session of a period is open, or waits to be counted as missed because the clock is not believed: its
   * numbers would change.
   */
  isUnsettled(vault: ReadVault, period: Period, zones: readonly string[], isClockTrusted: boolean): boolean
  /** Every fact of a period, in the order it is shown: the same rows for every period. */
  numbers(
    vault: ReadVault,
    period: Period,
    zones: readonly string[],
    healthReasons: HealthReasons,
  ): WorkNumber[]
  /** The own sessions of a quarter by group, charter and month, for a bundle. No group is named: each has a digest. */
  months(vault: ReadVault, quarter: Quarter, zones: readonly string[]): BundleMonth[]
  /** How many sessions each group held in each quarter of a year, by the charter they were held under. No group is named. */
  heldByGroup(vault: ReadVault, year: number, zones: readonly string[]): HeldByGroup[]
}

/** A charter's smallest counts of one quarter, before they are put into a table. */
export interface CountSum {
  charterId: string
  /** 1 to 4. */
  quarter: number
  kind: InterventionKind
  /** One that the charter does not have is counted with those of its earlier versions. */
  reasonId: string
  count: number
}

/** Four numbers, one for each quarter of a year. */
export type Quarters<T> = readonly [T, T, T, T]

/** What one group held under one charter. */
export interface HeldByGroup {
  charterId: string
  sessions: Quarters<number>
}

/** A count before anything is hidden. */
export interface CountedAct extends Omit<ActNumber, 'value'> {
  value: number
}

/** The counts of one charter in a year. */
export interface ActTable {
  charterId: string
  /** Smallest count that may leave (`settings.exportK`). */
  k: number
  /**
   * By quarter, in the order they are shown: totals before their parts, which are all of them. The same rows in each
   * quarter, and in every year.
   */
  quarters: Quarters<readonly CountedAct[]>
}

/** Where the counts of what people did come from. Handed to insight by `core.ts`. */
export interface ActSource {
  /** True where an installed charter counts anything. */
  isCounting(): boolean
  /** One table for each installed charter that counts. */
  tables(vault: ReadVault, year: number): ActTable[]
  /** The same out of sums from elsewhere. */
  tablesOf(sums: readonly CountSum[]): ActTable[]
}
