/**
 * @file The guided first evening: which of its acts were done, in this page's memory. It waits for the act itself, as
 * the rehearsal's server saw it or the console did it, never for a press of "next".
 */
import { DRILL_END_TITLE, DRILL_STEP_TITLE } from '../../../contract/drill-plan'
import type { RoomTicket } from '../../../contract/meeting'
import type { Drill } from '../../../contract/rehearsal'
import type { GuidedAct, Practice, PracticeState } from '../meeting'
import { createPageStore, usePageStore } from '../page-store'
import { FIRST_EVENING_PATH } from './paths'

/** Its acts, in their order; the last is done outside the room. */
export const FIRST_EVENING = ['open', 'lock', 'admit', 'quiet', 'cards', 'close', 'debrief'] as const
/** One act of it. */
export type EveningAct = (typeof FIRST_EVENING)[number]

/** What became of each act so far; none: it is still waited for. */
export type EveningSoFar = Partial<Record<EveningAct, 'done' | 'skipped'>>

const soFar = createPageStore<EveningSoFar | null>({
  name: 'rehearsal.firstEvening',
  initial: null,
  outlivesLockBecause: 'it says which acts of a rehearsal were done, and the room that it guides stays open',
})

/** What became of each act; null: no guided evening is going on. */
export const useFirstEvening = (): EveningSoFar | null => usePageStore(soFar)

/** The act that is waited for; null: the evening is over. */
export const waitedFor = (evening: EveningSoFar): EveningAct | null =>
  FIRST_EVENING.find((act) => evening[act] === undefined) ?? null

const settle = (outcome: 'done' | 'skipped', ...acts: EveningAct[]): void =>
  soFar.update((now) => {
    if (now === null) return now
    const open = acts.filter((act) => now[act] === undefined)
    return open.length === 0 ? now : { ...now, ...Object.fromEntries(open.map((act) => [act, outcome])) }
  })

/** An act was done; it counts whenever it comes. */
export const didAct = (act: EveningAct): void => settle('done', act)

/** Leaves the guide, or ends it. What was done is forgotten. */
export const leaveFirstEvening = (): void => soFar.set(null)

/** Nobody knocks at a room that was not locked. */
const skipAct = (act: EveningAct): void =>
  settle('skipped', ...(act === 'lock' ? (['lock', 'admit'] as const) : [act]))

/** Steps of the drill's plan that show an act. */
const SHOWN_BY: Readonly<Partial<Record<string, EveningAct>>> = {
  locked: 'lock',
  admitted: 'admit',
  quieted: 'quiet',
}

const isInRoom = (act: EveningAct | null): act is GuidedAct => act !== null && act !== 'debrief'

/**
 * Begins the guided evening.
 *
 * @param drill - the pack that has its guests.
 * @param openRoomPage - readies the room page; `isBack` from the second time on.
 */
export const createFirstEvening = (
  { title, practises }: Pick<Drill, 'title' | 'practises'>,
  openRoomPage: (isBack: boolean) => Promise<RoomTicket>,
): Practice => {
  soFar.set({})
  let hasOpened = false
  let isLeft = false
  let reported: PracticeState = { isOver: false, hasReported: false }
  const reportListeners = new Set<() => void>()
  // One picture as long as nothing changes, as React wants it.
  let at = { act: 'open' as GuidedAct, number: 1, of: FIRST_EVENING.length }
  const readAt = () => {
    const act = waitedFor(soFar.read() ?? {})
    if (isInRoom(act) && act !== at.act) at = { ...at, act, number: FIRST_EVENING.indexOf(act) + 1 }
    return at
  }
  return {
    title,
    practises,
    openRoomPage: () => {
      const isBack = hasOpened
      hasOpened = true
      return openRoomPage(isBack)
    },
    hear: (event) => {
      if (event.name === 'joined') didAct('open')
      if (event.name !== 'hinted') return
      const act = event.title === DRILL_STEP_TITLE ? SHOWN_BY[event.description] : undefined
      if (act !== undefined) didAct(act)
      // The guests do nothing any more: what needs one is not waited for.
      if (event.title === DRILL_END_TITLE) settle('skipped', 'lock', 'admit', 'quiet')
    },
    opened: (what) => {
      if (what.kind !== 'report') return didAct('cards')
      reported = { ...reported, hasReported: true }
      for (const listener of reportListeners) listener()
    },
    state: () => reported,
    subscribe: (listener) => {
      reportListeners.add(listener)
      return () => {
        reportListeners.delete(listener)
      }
    },
    guide: {
      at: readAt,
      subscribe: soFar.subscribe,
      skip: () => {
        const { act } = readAt()
        if (act !== 'open' && act !== 'close') skipAct(act)
      },
      leave: () => {
        isLeft = true
      },
    },
    finish: () => {
      if (isLeft) {
        leaveFirstEvening()
        return '/'
      }
      // Closed before its turn: what was before it is not waited for in a room that is gone.
      didAct('close')
      settle('skipped', 'open', 'lock', 'admit', 'quiet', 'cards')
      return FIRST_EVENING_PATH
    },
  }
}
