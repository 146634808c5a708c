/** @file The contract's sessions, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { SessionsService } from './service'

/** Procedures of `contract.sessions`. */
export const sessionsRouter = (sessions: SessionsService) => {
  const os = implement(contract.sessions).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    groups: os.groups.handler(() => sessions.groups()),
    createGroup: os.createGroup.handler(({ input }) => sessions.createGroup(input)),
    updateGroup: os.updateGroup.handler(({ input: { groupId, ...draft } }) =>
      sessions.updateGroup(groupId, draft),
    ),
    upcoming: os.upcoming.handler(() => sessions.upcoming()),
    past: os.past.handler(({ input }) => sessions.past(input.limit)),
    get: os.get.handler(({ input }) => sessions.get(input.sessionId)),
    charter: os.charter.handler(({ input }) => sessions.charter(input.sessionId)),
    schedule: os.schedule.handler(({ input }) =>
      sessions.schedule(input.groupId, input.day, input.startsAtLocal),
    ),
    invitation: os.invitation.handler(({ input }) => ({ text: sessions.invitation(input.sessionId) })),
    cancel: os.cancel.handler(({ input }) => sessions.cancel(input.sessionId, input.reasonId)),
    uncancel: os.uncancel.handler(({ input }) => sessions.uncancel(input.sessionId)),
    rehearse: os.rehearse.handler(({ input }) => sessions.rehearse(input.charterId)),
    open: os.open.handler(({ input }) => sessions.open(input.sessionId)),
    moveToOtherServer: os.moveToOtherServer.handler(({ input }) =>
      sessions.moveToOtherServer(input.sessionId),
    ),
    active: os.active.handler(() => sessions.active()),
    close: os.close.handler(({ input }) => sessions.close(input.sessionId)),
    abandonRehearsal: os.abandonRehearsal.handler(({ input }) => {
      sessions.abandonRehearsal(input.sessionId)
      return {}
    }),
  })
}
