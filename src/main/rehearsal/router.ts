/** @file The contract's rehearsal, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { RehearsalService } from './service'

/** Procedures of `contract.rehearsal`. */
export const rehearsalRouter = (rehearsal: RehearsalService) => {
  const os = implement(contract.rehearsal).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    drills: os.drills.handler(({ input }) => rehearsal.drills(input.language)),
    get: os.get.handler(({ input }) => rehearsal.get(input)),
    openRoomPage: os.openRoomPage.handler(({ input }) => rehearsal.openRoomPage(input)),
    takeAsked: os.takeAsked.handler(() => ({ drillId: rehearsal.takeAsked() })),
  })
}
