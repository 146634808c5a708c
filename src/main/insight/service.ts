/** @file Insight: the numbers of a period as they may leave, which periods there are, and what has left. */
import type { HealthReasons, Numbers, Period } from '../../contract/insight'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import { isSettled, settledPeriods } from './calendar'
import { disclosedActs, needsSolver } from './disclosed-acts'
import { loadSolver, type Solver } from './disclosure/solver'
import type { ActSource, WorkSource } from './measure-source'
import { addRelease, type ReleasedCells } from './releases'

export { type Bounds, periodBounds } from './calendar'
export type { ActSource, ActTable, CountedAct, WorkSource } from './measure-source'
export { releasesKept } from './releases'

/** What is asked for. */
export interface Asked {
  period: Period
  healthReasons: HealthReasons
}

/** What the router may ask of insight. All throw `VaultLockedError`. */
export interface InsightService {
  /** Periods that can be counted, newest first. */
  periods(): Period[]
  /** Everything that an export would hold. @throws Refusal PERIOD_NOT_OVER */
  numbers(asked: Asked): Promise<Numbers>
  /** The same, noted as having left: every later export is held against it. @throws Refusal PERIOD_NOT_OVER */
  release(asked: Asked): Promise<Numbers>
}

/** Makes the service over the domains' sources of numbers. */
export const createInsight = (needs: {
  vault: VaultAccess
  clock: Clock
  work: WorkSource
  acts: ActSource
  /** Records what is due: sessions that nobody opened count as missed before anything is counted. */
  settle: () => void
}): InsightService => {
  const { vault: access, clock, work, acts, settle } = needs
  /** A clock that is known to run ahead makes no period over. */
  const now = (): Date => (access.isClockTrusted() ? clock.now() : access.dueBefore())
  const zonesOf = (vault: ReadVault): string[] => {
    const zones = work.timeZones(vault)
    // Without a group there is nothing to count; the periods are still the ones of this computer's calendar.
    return zones.length > 0 ? zones : [new Intl.DateTimeFormat().resolvedOptions().timeZone]
  }
  let loading: Promise<Solver> | null = null
  /** Loaded once, and only where a charter counts anything. */
  const solverFor = async (period: Period): Promise<Solver | null> => {
    if (!needsSolver(acts, access.read(), period)) return null
    loading ??= loadSolver()
    return await loading
  }
  const count = (
    vault: ReadVault,
    solver: Solver | null,
    { period, healthReasons }: Asked,
  ): { numbers: Numbers; released: ReleasedCells[] } => {
    const timeZones = zonesOf(vault)
    // Numbers that are not final would change, and the difference of two exports would tell.
    const isFinal =
      isSettled(period, timeZones, now()) && !work.isUnsettled(vault, period, access.isClockTrusted())
    if (!isFinal) throw Refusal.of('PERIOD_NOT_OVER')
    const { measures, emptied, released } = disclosedActs({ work, acts }, solver, vault, period)
    const facts = work.numbers(vault, period, healthReasons)
    return {
      numbers: { period, healthReasons, timeZones, measures: [...facts, ...measures], emptied },
      released,
    }
  }
  return {
    periods: () => settledPeriods(zonesOf(access.read()), now()),
    numbers: async (asked) => {
      const solver = await solverFor(asked.period)
      settle()
      return count(access.read(), solver, asked).numbers
    },
    release: async (asked) => {
      const solver = await solverFor(asked.period)
      settle()
      // In one transaction: nothing leaves between looking at what has left and noting this.
      return access.write((vault) => {
        const { numbers, released } = count(vault, solver, asked)
        addRelease(vault, asked.period, clock.now(), released)
        return numbers
      })
    },
  }
}
