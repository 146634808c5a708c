/** @file The contract's meeting, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { MeetingService } from './service'

/** Procedures of `contract.meeting`. */
export const meetingRouter = (meeting: MeetingService) => {
  const os = implement(contract.meeting).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    checkServer: os.checkServer.handler(({ input }) => meeting.checkServer(input.server)),
    doesServerAnswer: os.doesServerAnswer.handler(async ({ input }) => ({
      isAnswered: await meeting.doesServerAnswer(input.sessionId),
    })),
    openRoomPage: os.openRoomPage.handler(({ input }) => meeting.openRoomPage(input.sessionId)),
    closeRoomPage: os.closeRoomPage.handler(() => {
      meeting.closeRoomPage()
      return {}
    }),
    newRoomPassword: os.newRoomPassword.handler(({ input }) => ({
      password: meeting.newRoomPassword(input.sessionId),
    })),
    roomPassword: os.roomPassword.handler(({ input }) => ({
      password: meeting.roomPassword(input.sessionId),
    })),
    clearRoomPassword: os.clearRoomPassword.handler(({ input }) => {
      meeting.clearRoomPassword(input.sessionId)
      return {}
    }),
    isLockTimeOver: os.isLockTimeOver.handler(({ input }) => ({
      isOver: meeting.isLockTimeOver(input.sessionId),
    })),
    endLockTime: os.endLockTime.handler(({ input }) => {
      meeting.endLockTime(input.sessionId)
      return {}
    }),
  })
}
