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
 * - `kept`: by the charter; `elapsedMs`: from what called for it to the act, null where nothing did.
 * - `missed`: not this time.
 * - `notReached`: the drill was left before it came up.
 */
export type Verdict =
  | { kind: 'kept'; words: string; elapsedMs: number | null }
  | { kind: 'missed'; words: string }
  | { kind: 'notReached' }

const judgeGoal = (goal: DrillGoal, log: readonly LoggedMoment[]): Verdict => {
  const isBy = ({ moment }: LoggedMoment): boolean => goal.by.includes(moment)
  if (goal.kind === 'avoided') {
    return log.some(isBy)
      ? { kind: 'missed', words: goal.missed }
      : { kind: 'kept', words: goal.kept, elapsedMs: null }
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
 * @returns one verdict for each goal, in the drill's order.
 */
export const judgeDrill = (
  { goals }: Pick<Drill, 'goals'>,
  log: readonly LoggedMoment[],
): readonly Verdict[] => goals.map((goal) => judgeGoal(goal, log))
