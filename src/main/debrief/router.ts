/** @file The contract's debrief, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { FeedbackService } from './feedback'
import type { HandOffService } from './hand-off'
import type { DebriefService } from './service'

/** Procedures of `contract.debrief`. */
export const debriefRouter = (
  debrief: DebriefService,
  handOff: HandOffService,
  feedback: FeedbackService,
) => {
  const os = implement(contract.debrief).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(({ input }) =>
      debrief.list(input.query, input.limit, { since: input.since, tag: input.tag }),
    ),
    get: os.get.handler(({ input }) => debrief.get(input.debriefId)),
    save: os.save.handler(({ input }) => debrief.save(input)),
    discard: os.discard.handler(({ input }) => {
      debrief.discard(input.debriefId)
      return {}
    }),
    handOff: {
      list: os.handOff.list.handler(() => handOff.list()),
      record: os.handOff.record.handler(({ input }) => handOff.record(input)),
      seal: os.handOff.seal.handler(({ input }) => handOff.seal(input)),
      sealAskBack: os.handOff.sealAskBack.handler(({ input }) => handOff.sealAskBack(input)),
    },
    feedback: {
      list: os.feedback.list.handler(() => feedback.list()),
      open: os.feedback.open.handler(({ input }) => feedback.open(input.file)),
      saveReply: os.feedback.saveReply.handler(({ input }) => feedback.saveReply(input.number, input.words)),
      sealReply: os.feedback.sealReply.handler(({ input }) => feedback.sealReply(input.number, input.text)),
    },
  })
}
