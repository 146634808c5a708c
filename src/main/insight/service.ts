/** @file Insight: the numbers of a period as they may leave, which periods there are, and what has left. */
import { isDeepStrictEqual } from 'node:util'
import { type HealthReasons, type Numbers, type Period, periodKey } from '../../contract/insight'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import { believedNow, isKept, isSettled, settledPeriods } from './calendar'
import { type DisclosedActs, disclosedActs, needsSolver, readActs } from './disclosed-acts'
import { loadedOnce, loadSolver, type Solver } from './disclosure/solver'
import type { LeftBefore } from './left-before'
import type { ActSource, WorkSource } from './measure-source'
import { addRelease } from './releases'

export { type Bounds, periodBounds } from './calendar'
export { closesForgotten, type GoingSession, type NoteForgotten } from './closing'
export { type LeftBefore, leftBefore } from './left-before'
export type { ActSource, ActTable, CountedAct, CountSum, HeldByGroup, WorkSource } from './measure-source'
export { releasesKept } from './releases'
export { bundlesKept, sentBundlesKept, toldKept } from './roll-up/kept'
export { createRollUp, type RollUpService, type Seals } from './roll-up/service'

/** What is asked for. */
export interface Asked {
  period: Period
  healthReasons: HealthReasons
}

/** What the router may ask of insight. All throw `VaultLockedError`. */
export interface InsightService {
  /** Periods that can be counted, newest first. */
  periods(): Period[]
  /** Everything that an export would hold. @throws Refusal PERIOD_NOT_OVER, PERIOD_TOO_OLD */
  numbers(asked: Asked): Promise<Numbers>
  /** The same, noted as having left: every later export is held against it. @throws Refusal PERIOD_NOT_OVER, PERIOD_TOO_OLD */
  release(asked: Asked): Promise<Numbers>
}

/**
 * Makes the service over the domains' sources of numbers.
 *
 * @param load - how the solver is loaded.
 */
export const createInsight = (needs: {
  vault: VaultAccess
  clock: Clock
  work: WorkSource
  acts: ActSource
  left: LeftBefore
  /** Records what is due: sessions that nobody opened count as missed before anything is counted. */
  settle: () => void
  load?: () => Promise<Solver>
}): InsightService => {
  const { vault: access, clock, work, acts, left, settle, load = loadSolver } = needs
  const now = () => believedNow(access, clock)
  const zonesOf = (vault: ReadVault, year?: number): string[] => {
    const zones = work.timeZones(vault, year)
    // Without a group there is nothing to count; the periods are still the ones of this computer's calendar.
    return zones.length > 0 ? zones : [new Intl.DateTimeFormat().resolvedOptions().timeZone]
  }
  const loaded = loadedOnce(load)
  const solverFor = async (period: Period): Promise<Solver | null> => {
    // Locked: nothing is loaded for nothing.
    access.read()
    return needsSolver(acts, period) ? loaded() : null
  }
  /** What an answer is made of. @throws Refusal PERIOD_NOT_OVER, PERIOD_TOO_OLD */
  const look = (vault: ReadVault, { period, healthReasons }: Asked) => {
    const timeZones = zonesOf(vault, period.year)
    if (!isKept(period, timeZones, now())) throw Refusal.of('PERIOD_TOO_OLD')
    // Numbers that are not final would change, and the difference of two exports would tell.
    const isFinal =
      isSettled(period, timeZones, now()) &&
      !work.isUnsettled(vault, period, timeZones, access.isClockTrusted())
    if (!isFinal) throw Refusal.of('PERIOD_NOT_OVER')
    return {
      timeZones,
      facts: work.numbers(vault, period, timeZones, healthReasons),
      actsNow: readActs({ work, acts, left }, vault, period, timeZones),
    }
  }
  const numbersOf = (
    { period, healthReasons }: Asked,
    { timeZones, facts }: ReturnType<typeof look>,
    { measures, emptied }: DisclosedActs,
  ): Numbers => ({ period, healthReasons, timeZones, measures: [...facts, ...measures], emptied })

  return {
    periods: () => settledPeriods(zonesOf(access.read()), now()),
    numbers: async (asked) => {
      const solver = await solverFor(asked.period)
      settle()
      const seen = look(access.read(), asked)
      const disclosed = await disclosedActs(seen.actsNow, solver)
      // Locked meanwhile: nothing more is told.
      access.read()
      return numbersOf(asked, seen, disclosed)
    },
    release: async (asked) => {
      const solver = await solverFor(asked.period)
      settle()
      for (;;) {
        const seen = look(access.read(), asked)
        const disclosed = await disclosedActs(seen.actsNow, solver)
        // The proof is made beforehand, and holds only if nothing has left or been forgotten since: seen and noted as one.
        const numbers = access.write((vault) => {
          const still = look(vault, asked)
          if (!isDeepStrictEqual(still, seen)) return null
          addRelease(vault, asked.period, clock.now(), disclosed.released)
          return numbersOf(asked, seen, disclosed)
        })
        if (!numbers) continue
        left.note('left', periodKey(asked.period), disclosed.released)
        return numbers
      }
    },
  }
}
