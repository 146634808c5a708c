/** @file The seams through which domains say what may be counted. Numbers and enumerations only. */

import type { InterventionKind } from '../../contract/conduct'
import type { ActNumber, HealthReasons, Period, WorkNumber } from '../../contract/insight'
import type { BundleMonth, Quarter } from '../../contract/numbers-bundle'
import type { ReadVault } from '../vault/handles'

/** The facilitator's own work of a period, as it stands at one moment. */
export interface WorkOfPeriod {
  /** Of all groups there are and of the year's sessions: what decides about a period is cut by these clocks. */
  timeZones: string[]
  /** A session of the period is open: its numbers will change. */
  hasOpen: boolean
  /** A session of the period is neither held nor cancelled nor counted as missed. */
  hasScheduled: boolean
  /** Every fact of the period, in the order it is shown: the same rows for every period. */
  facts: WorkNumber[]
  /** As `heldByGroup` has it for the period's year; none for a month, whose counts never leave. */
  heldByGroup: HeldByGroup[]
}

/** Where the facts of the facilitator's own work come from. Handed to insight by `core.ts`. */
export interface WorkSource {
  /** Time zones of all groups and sessions there are. */
  timeZones(vault: ReadVault): string[]
  ofPeriod(vault: ReadVault, period: Period, healthReasons: HealthReasons): WorkOfPeriod
  /** The own sessions of a quarter by group, charter and month, for a bundle. No group is named: each has a digest. */
  months(vault: ReadVault, quarter: Quarter): BundleMonth[]
  /** How many sessions each group held in each quarter of a year, by the charter they were held under. No group is named. */
  heldByGroup(vault: ReadVault, year: number): HeldByGroup[]
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
