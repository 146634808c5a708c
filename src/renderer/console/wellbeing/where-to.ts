/** @file Which choices say that somebody is not well, and where each leads at once. Pure. */
import { type WellbeingQuestion, wellbeingQuestions } from '../../../contract/wellbeing'

/** Choices while they are made: those of the contract, or none yet. */
export type Choices = {
  [Q in WellbeingQuestion]: (typeof wellbeingQuestions)[Q][number] | null
}

/** `now`: emergency and crisis lines first. `somebody`: the on-call contact first. `debrief`: one to talk it through with. */
export type WhereTo = 'now' | 'somebody' | 'debrief'

/** The questions, in their order. */
export const questions = Object.keys(wellbeingQuestions).filter(
  (name): name is WellbeingQuestion => name in wellbeingQuestions,
)

/** Nothing chosen: nothing is chosen before a person chooses it. */
export const noChoices: Choices = { tired: null, homeWith: null, next: null, talk: null, wish: null }

const leads: { [Q in WellbeingQuestion]: Partial<Record<(typeof wellbeingQuestions)[Q][number], WhereTo>> } =
  {
    tired: { nothingLeft: 'somebody' },
    homeWith: { keepsAwake: 'somebody' },
    next: { dread: 'somebody' },
    talk: { nobody: 'somebody' },
    wish: { debrief: 'debrief', somebody: 'somebody', notWell: 'now' },
  }

/** Where one answer leads; null: nowhere, as nothing asks for it. */
export const leadOf = <Q extends WellbeingQuestion>(question: Q, choice: Choices[Q]): WhereTo | null => {
  const table: Partial<Record<string, WhereTo>> = leads[question]
  return choice === null ? null : (table[choice] ?? null)
}

/** Where the answers lead together: the most pressing of them; null where none leads anywhere. */
export const whereTo = (choices: Choices): WhereTo | null => {
  const all = questions.map((question) => leadOf(question, choices[question]))
  return (['now', 'somebody', 'debrief'] as const).find((to) => all.includes(to)) ?? null
}

/** The last question in their order whose answer leads somewhere; null where none does. */
export const lastLeading = (choices: Choices): WellbeingQuestion | null =>
  questions.findLast((question) => leadOf(question, choices[question]) !== null) ?? null
