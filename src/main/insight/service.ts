/** @file Insight: the numbers of a period as they may leave, which periods there are, and what has left. */
import { isDeepStrictEqual } from 'node:util'
import { type HealthReasons, type Numbers, type Period, periodKey } from '../../contract/insight'
import type { Clock } from '../host'
import type { ReadVault, VaultAccess } from '../vault/handles'
import { believedNow, settledPeriods } from './calendar'
import { type DisclosedActs, disclosedActs, needsSolver, readActs } from './disclosed-acts'
import { loadedOnce, loadSolver, type Solver } from './disclosure/solver'
import { finalWork, zonesOrOwn } from './final-work'
import type { LeftBefore } from './left-before'
import type { ActSource, WorkSource } from './measure-source'
import { addRelease } from './releases'

export { monthStart } from './calendar'
export { closesForgotten, type GoingSession, type NoteForgotten } from './closing'
export { type LeftBefore, leftBefore } from './left-before'
export type {
  ActSource,
  ActTable,
  CountedAct,
  CountSum,
  HeldByGroup,
  WorkSource,
} from './measure-source'
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
  const loaded = loadedOnce(load)
  /** What an answer is made of. @throws Refusal PERIOD_NOT_OVER, PERIOD_TOO_OLD */
  const look = (vault: ReadVault, { period, healthReasons }: Asked) => {
    const { timeZones, facts, heldByGroup } = finalWork(needs, vault, period, healthReasons)
    return {
      timeZones,
      facts,
      actsNow: readActs({ acts, left }, vault, period, heldByGroup),
    }
  }
  const disclosed = async ({ actsNow }: ReturnType<typeof look>) =>
    disclosedActs(actsNow, needsSolver(actsNow) ? await loaded() : null)
  const numbersOf = (
    { period, healthReasons }: Asked,
    { timeZones, facts }: ReturnType<typeof look>,
    { measures, emptied }: DisclosedActs,
  ): Numbers => ({ period, healthReasons, timeZones, measures: [...facts, ...measures], emptied })

  return {
    periods: () => settledPeriods(zonesOrOwn(work.timeZones(access.read())), believedNow(access, clock)),
    numbers: async (asked) => {
      settle()
      const seen = look(access.read(), asked)
      const proved = await disclosed(seen)
      // Locked meanwhile: nothing more is told.
      access.read()
      return numbersOf(asked, seen, proved)
    },
    release: async (asked) => {
      settle()
      for (;;) {
        const seen = look(access.read(), asked)
        const proved = await disclosed(seen)
        // The proof is made beforehand, and holds only if nothing has left or been forgotten since: seen and noted as one.
        const numbers = access.write((vault) => {
          const still = look(vault, asked)
          if (!isDeepStrictEqual(still, seen)) return null
          addRelease(vault, asked.period, clock.now(), proved.released)
          return numbersOf(asked, seen, proved)
        })
        if (!numbers) continue
        left.note('left', periodKey(asked.period), proved.released)
        return numbers
      }
    },
  }
}
