/** @file The contract's charters, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { ChartersService } from './service'

/** Procedures of `contract.charters`. */
export const chartersRouter = (charters: ChartersService) => {
  const os = implement(contract.charters).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(() => charters.list()),
    get: os.get.handler(({ input }) => charters.get(input.charterId)),
    choose: os.choose.handler(({ input }) => charters.choose(input.charterId)),
    chosen: os.chosen.handler(() => charters.chosen()),
    readings: os.readings.handler(({ input }) => charters.readings(input.charterId)),
    files: {
      examine: os.files.examine.handler(({ input }) => charters.files.examine(input.text)),
      take: os.files.take.handler(({ input }) => charters.files.take(input.text, input.fingerprint)),
      taken: os.files.taken.handler(() => charters.files.taken()),
      save: os.files.save.handler(({ input }) => charters.files.save(input.charterId, input.version)),
    },
    drafts: {
      list: os.drafts.list.handler(() => charters.drafts.list()),
      get: os.drafts.get.handler(({ input }) => charters.drafts.get(input.draftId)),
      begin: os.drafts.begin.handler(({ input }) => charters.drafts.begin(input.draftId, input.from)),
      save: os.drafts.save.handler(({ input }) => charters.drafts.save(input.draftId, input.text)),
      discard: os.drafts.discard.handler(({ input }) => {
        charters.drafts.discard(input.draftId)
        return {}
      }),
      publish: os.drafts.publish.handler(({ input }) => charters.drafts.publish(input.draftId)),
    },
    versions: {
      coming: os.versions.coming.handler(() => charters.versions.coming()),
      compare: os.versions.compare.handler(({ input }) =>
        charters.versions.compare(input.charterId, input.version),
      ),
      acknowledge: os.versions.acknowledge.handler(({ input }) =>
        charters.versions.acknowledge(input.charterId, input.version),
      ),
    },
    noteReading: os.noteReading.handler(({ input }) =>
      charters.noteReading(input.charterId, input.by, input.readOn),
    ),
  })
}
