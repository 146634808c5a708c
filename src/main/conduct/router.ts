/** @file The contract's conduct, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { ConductService } from './service'

/** Procedures of `contract.conduct`. */
export const conductRouter = (conduct: ConductService) => {
  const os = implement(contract.conduct).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    ticks: os.ticks.handler(({ input }) => conduct.ticks(input.sessionId)),
    tick: os.tick.handler(({ input }) =>
      conduct.tick(input.sessionId, input.phase, input.itemId, input.isTicked),
    ),
    crisisResources: os.crisisResources.handler(({ input }) => conduct.crisisResources(input.region)),
    crisisRegions: os.crisisRegions.handler(() => conduct.crisisRegions()),
    chosenRegion: os.chosenRegion.handler(() => conduct.chosenRegion()),
    crisisSettings: os.crisisSettings.handler(() => conduct.crisisSettings()),
    saveCrisisSettings: os.saveCrisisSettings.handler(({ input }) => conduct.saveCrisisSettings(input)),
    countIntervention: os.countIntervention.handler(({ input }) => {
      conduct.countIntervention(input.charterId, input.kind, input.reasonId)
      return {}
    }),
  })
}
