/** @file Duties: keeps what the facilitator owes to their own role, and says what is due, never near a session. */
import { DateTime } from 'luxon'
import {
  DUTIES_MAX,
  DUTY_AHEAD_MAX_YEARS,
  type DutyDraft,
  type DutySuggestion,
  OwnDuty,
} from '../../contract/duties'
import type { DutyId } from '../../contract/primitives'
import { NOT_YET } from '../../contract/unfinished-forms'
import type { Clock } from '../host'
import { localDay } from '../local-day'
import { readBack, soundRows } from '../read-back'
import { Refusal } from '../refusal'
import type { SessionsService } from '../sessions/service'
import { dropForm, removeFormsOf } from '../unfinished/service'
import type { VaultAccess, WriteVault } from '../vault/handles'
import { answered } from './answered'
import { inOrder, nextDueOn, remindedStates } from './due'
import { countDuties, type DutyRow, readDuties, readDuty, removeDuty, writeDuty } from './store'

export { dutiesKept } from './kept'
export { isDutyThere } from './store'

/** So long before and after a session nobody is reminded, in milliseconds. */
const QUIET_MS = 3_600_000
const DAY_MS = 86_400_000
/** Days after which a duty that is over goes by itself. Our default. */
export const OVER_KEPT_DAYS = 90

/** What the router may ask of duties. All throw `VaultLockedError`. */
export interface DutiesService {
  list(): OwnDuty[]
  reminders(): { count: number }
  /** @throws Refusal NOT_FOUND (one that was forgotten), TOO_FAR_AHEAD, TOO_MANY */
  save(dutyId: DutyId, isNew: boolean, draft: DutyDraft, suggestedBy?: DutySuggestion): OwnDuty
  /** @throws Refusal NOT_FOUND, IN_THE_FUTURE */
  done(dutyId: DutyId, doneOn: string): OwnDuty
  /** @throws Refusal NOT_FOUND, TOO_FAR_AHEAD, IN_THE_FUTURE */
  takeBack(dutyId: DutyId, before: { dueOn: string | null; doneAt: string | null }): OwnDuty
  /** @throws Refusal NOT_FOUND */
  discard(dutyId: DutyId): void
}

/** Makes the service. */
export const createDuties = (needs: {
  vault: VaultAccess
  clock: Clock
  sessions: SessionsService
}): DutiesService => {
  const { vault: access, clock, sessions } = needs

  const hasEnded = ({ keptUntil }: DutyRow): boolean =>
    keptUntil !== null && keptUntil <= access.dueBefore().toISOString()
  const found = (row: DutyRow | undefined): DutyRow => {
    if (!row || hasEnded(row)) throw Refusal.of('NOT_FOUND')
    return row
  }
  /** Counted from its last day, or from now where that is later, so that nothing goes on the day it is typed. */
  const keptUntilOf = (row: DutyRow): string | null => {
    const now = clock.now()
    if (row.endsOn !== null) {
      const endsMs = DateTime.fromISO(row.endsOn).endOf('day').toMillis()
      return new Date(Math.max(endsMs, now.getTime()) + OVER_KEPT_DAYS * DAY_MS).toISOString()
    }
    return row.rhythm.kind === 'once' && row.doneAt !== null
      ? new Date(Math.max(Date.parse(row.doneAt), now.getTime()) + OVER_KEPT_DAYS * DAY_MS).toISOString()
      : null
  }
  const refuseTooFar = (days: readonly (string | null)[]): void => {
    const last = DateTime.fromJSDate(clock.now()).plus({ years: DUTY_AHEAD_MAX_YEARS }).toISODate() ?? ''
    if (days.some((day) => day !== null && day > last)) throw Refusal.of('TOO_FAR_AHEAD')
  }
  const isQuiet = (): boolean => {
    const nowMs = clock.now().getTime()
    if (sessions.active() !== null) return true
    const isClose = (startMs: number, endMs: number) => nowMs > startMs - QUIET_MS && nowMs < endMs + QUIET_MS
    return (
      sessions.upcoming().some(({ plannedAt, plannedMinutes }) => {
        const startMs = Date.parse(plannedAt)
        return isClose(startMs, startMs + plannedMinutes * 60_000)
      }) ||
      sessions
        .past(1)
        .some(({ closedAt }) => closedAt !== null && isClose(Number.NEGATIVE_INFINITY, Date.parse(closedAt)))
    )
  }
  const list = (): OwnDuty[] => {
    const planned = sessions.upcoming()
    const rows = readDuties(access.read()).filter((row) => !hasEnded(row))
    return inOrder(
      soundRows(
        OwnDuty,
        rows.map((row) => answered(row, clock.now(), planned)),
      ),
    )
  }
  /** Changes one in a transaction; what the sessions say is read before, as they settle what is due. */
  const changing = (change: (vault: WriteVault) => DutyRow): OwnDuty => {
    const planned = sessions.upcoming()
    return access.write((vault) =>
      readBack(OwnDuty, answered(writeDuty(vault, change(vault)), clock.now(), planned)),
    )
  }

  return {
    list,
    reminders: () => ({
      count: isQuiet() ? 0 : list().filter(({ state }) => remindedStates.has(state)).length,
    }),
    save: (dutyId, isNew, draft, suggestedBy) =>
      changing((vault) => {
        const now = clock.now()
        refuseTooFar([draft.dueOn, draft.endsOn])
        const before = readDuty(vault, dutyId)
        // Not found, and known to have been there: it was forgotten, and stays so.
        if (!before && !isNew) throw Refusal.of('NOT_FOUND')
        if (!before && countDuties(vault) >= DUTIES_MAX) throw Refusal.of('TOO_MANY')
        const row: DutyRow = {
          ...draft,
          id: dutyId,
          // Another day for something that was done is a new one to come.
          doneAt:
            before && (before.dueOn === draft.dueOn || draft.rhythm.kind !== 'once') ? before.doneAt : null,
          suggestedCharterId: before ? before.suggestedCharterId : (suggestedBy?.charterId ?? null),
          suggestedId: before ? before.suggestedId : (suggestedBy?.suggestedId ?? null),
          createdAt: before?.createdAt ?? now.toISOString(),
          keptUntil: null,
        }
        // What a charter suggests is added without the form, which stays as it is.
        if (!suggestedBy) dropForm(vault, 'duty', before ? dutyId : NOT_YET)
        return { ...row, keptUntil: keptUntilOf(row) }
      }),
    done: (dutyId, doneOn) =>
      changing((vault) => {
        const before = found(readDuty(vault, dutyId))
        const now = clock.now()
        const today = localDay(now.toISOString())
        if (doneOn > today) throw Refusal.of('IN_THE_FUTURE')
        const doneAt =
          doneOn === today
            ? now.toISOString()
            : (DateTime.fromISO(doneOn).set({ hour: 12 }).toUTC().toISO() ?? now.toISOString())
        const row = { ...before, doneAt, dueOn: nextDueOn(before.rhythm, doneOn) ?? before.dueOn }
        return { ...row, keptUntil: keptUntilOf(row) }
      }),
    takeBack: (dutyId, { dueOn, doneAt }) =>
      changing((vault) => {
        refuseTooFar([dueOn])
        if (doneAt !== null && doneAt > clock.now().toISOString()) throw Refusal.of('IN_THE_FUTURE')
        const row = { ...found(readDuty(vault, dutyId)), dueOn, doneAt }
        return { ...row, keptUntil: keptUntilOf(row) }
      }),
    discard: (dutyId) =>
      access.write((vault) => {
        if (!removeDuty(vault, dutyId)) throw Refusal.of('NOT_FOUND')
        removeFormsOf(vault, 'duty', dutyId)
      }),
  }
}
