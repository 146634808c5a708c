/** @file A duty as it is listed: what is stored of it, with where it stands now. */
import { DutyRhythm } from '../../contract/duties'
import type { Session } from '../../contract/sessions'
import { localDay } from '../local-day'
import { roundDueAt, stateOf } from './due'
import type { DutyRow } from './store'

/** The duty, to be read back; undefined where its rhythm is none, as nothing can be told of its days then. */
export const answered = (row: DutyRow, now: Date, planned: readonly Session[]): unknown => {
  if (!DutyRhythm.safeParse(row.rhythm).success) return undefined
  const { createdAt: _, suggestedCharterId, suggestedId, ...duty } = row
  const { dueOn, endsOn } = row
  return {
    ...duty,
    suggestedBy:
      suggestedCharterId === null || suggestedId === null
        ? null
        : { charterId: suggestedCharterId, suggestedId },
    state: stateOf(row, now),
    dueAt: roundDueAt(row),
    plannedSessions:
      dueOn === null || endsOn === null
        ? 0
        : planned.filter(({ state, plannedAt, timeZone }) => {
            const day = localDay(plannedAt, timeZone)
            return state === 'scheduled' && day >= dueOn && day <= endsOn
          }).length,
  }
}
