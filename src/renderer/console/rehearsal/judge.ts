/** @file How a drill went: each of its goals against what happened, in the order it happened. Pure. */
import type { Drill, DrillGoal } from '../../../contract/rehearsal'

/** One thing that happened. */
export interface LoggedMoment {
  /** A step's id, a card's moment, or a report's. */
  moment: string
  /** Milliseconds of a clock that only runs forward. */
  atMs: number
}

/**
 * How one goal went.
 *
 * - `kept`: it was done, or left undone to the end; `elapsedMs`: from what called for it to the act, null where nothing did.
 * - `missed`: not this time.
 * - `notReached`: the drill was left before it came up.
 * - `leftEarly`: the drill was left before its end, and only then could it be said.
 */
export type Verdict =
  | { kind: 'kept'; words: string; elapsedMs: number | null }
  | { kind: 'missed'; words: string }
  | { kind: 'notReached' }
  | { kind: 'leftEarly' }

const judgeGoal = (goal: DrillGoal, log: readonly LoggedMoment[], isOver: boolean): Verdict => {
  const isBy = ({ moment }: LoggedMoment): boolean => goal.by.includes(moment)
  if (goal.kind === 'avoided') {
    if (log.some(isBy)) return { kind: 'missed', words: goal.missed }
    return isOver ? { kind: 'kept', words: goal.kept, elapsedMs: null } : { kind: 'leftEarly' }
  }
  const start = goal.after === null ? null : log.findIndex(({ moment }) => moment === goal.after)
  if (start === -1) return { kind: 'notReached' }
  const act = log.slice(start === null ? 0 : start + 1).find(isBy)
  if (!act) return { kind: 'missed', words: goal.missed }
  const calledAtMs = start === null ? null : (log[start]?.atMs ?? null)
  return { kind: 'kept', words: goal.kept, elapsedMs: calledAtMs === null ? null : act.atMs - calledAtMs }
}

/**
 * Holds a drill's goals against what happened.
 *
 * @param log - in the order of happening.
 * @param isOver - it was played to its end: before that nobody can say that something was left undone.
 * @returns one verdict for each goal, in the drill's order.
 */
export const judgeDrill = (
  { goals }: Pick<Drill, 'goals'>,
  log: readonly LoggedMoment[],
  isOver: boolean,
): readonly Verdict[] => goals.map((goal) => judgeGoal(goal, log, isOver))
