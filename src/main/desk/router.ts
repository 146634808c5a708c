/** @file The contract's desk, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { DeskService } from './service'

/** Procedures of `contract.desk`. */
export const deskRouter = (desk: DeskService) => {
  const os = implement(contract.desk).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(() => desk.list()),
    get: os.get.handler(({ input }) => desk.get(input.number)),
    open: os.open.handler(({ input }) => desk.open(input.file)),
    noteRead: os.noteRead.handler(({ input }) => desk.noteRead(input.number)),
    setThemes: os.setThemes.handler(({ input }) => desk.setThemes(input.number, input.themes)),
    saveFeedback: os.saveFeedback.handler(({ input }) => desk.saveFeedback(input.number, input.parts)),
    sealFeedback: os.sealFeedback.handler(({ input }) => desk.sealFeedback(input.number, input.text)),
    noteGiven: os.noteGiven.handler(({ input }) => desk.noteGiven(input.number)),
    themes: os.themes.handler(() => desk.themes()),
    lessons: {
      list: os.lessons.list.handler(() => desk.lessons.list()),
      save: os.lessons.save.handler(({ input }) => desk.lessons.save(input)),
    },
  })
}
