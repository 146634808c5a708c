/** @file One run of a drill: what happened in it, in this page's memory, and gone with it. */
import { DRILL_END_TITLE, DRILL_STEP_TITLE } from '../../../contract/drill-plan'
import type { RoomTicket } from '../../../contract/meeting'
import { CARDS_MOMENT, cardMoment, type Drill, REPORT_MOMENT } from '../../../contract/rehearsal'
import type { Opened, Practice, PracticeState } from '../meeting'
import { createPageStore, usePageStore } from '../page-store'
import type { LoggedMoment } from './judge'
import { DRILL_OVER_PATH } from './paths'

/** Moments remembered of one run, at most: far above any drill's own. */
const MOMENTS_MAX = 500

/** A card that is left for another sooner than this, in milliseconds, was passed on the way through their list. */
const PASSED_OVER_MS = 1000

const momentOf = (what: Opened): string => {
  switch (what.kind) {
    case 'cards':
      return CARDS_MOMENT
    case 'card':
      return cardMoment(what.cardId)
    case 'report':
      return REPORT_MOMENT
  }
}

/** A drill that was left. */
export interface FinishedDrill {
  drill: Drill
  charterId: string
  log: readonly LoggedMoment[]
  /** It was played to its end, and not left before. */
  isOver: boolean
}

/** The last one, until another begins or the console is locked. */
const finished = createPageStore<FinishedDrill | null>({ name: 'rehearsal.finishedDrill', initial: null })
/** The drill that was left last, or null; outside React. */
export const readFinishedDrill = (): FinishedDrill | null => finished.read()

/** The drill that was left last, or null. */
export const useFinishedDrill = (): FinishedDrill | null => usePageStore(finished)

/** What a run is made with. */
export interface DrillRunOptions {
  drill: Drill
  charterId: string
  /** Readies the drill's room page; `isBack` from the second time on. */
  openRoomPage: (isBack: boolean) => Promise<RoomTicket>
  /** Milliseconds of a clock that only runs forward. */
  nowMs: () => number
}

/** Makes a run that has not begun. The last one's outcome is forgotten. */
export const createDrillRun = ({ drill, charterId, openRoomPage, nowMs }: DrillRunOptions): Practice => {
  finished.set(null)
  const listeners = new Set<() => void>()
  const log: LoggedMoment[] = []
  let hasOpened = false
  let state: PracticeState = { isOver: false, hasReported: false }

  const become = (change: Partial<PracticeState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const note = (moment: string): void => {
    if (log.length < MOMENTS_MAX) log.push({ moment, atMs: nowMs() })
  }

  return {
    title: drill.title,
    practises: drill.practises,
    guide: null,
    openRoomPage: () => {
      const isBack = hasOpened
      hasOpened = true
      return openRoomPage(isBack)
    },
    hear: (event) => {
      if (event.name !== 'hinted') return
      if (event.title === DRILL_STEP_TITLE) note(event.description)
      if (event.title === DRILL_END_TITLE) become({ isOver: true })
    },
    opened: (what) => {
      const last = log.at(-1)
      const isPassed = last?.moment.startsWith(cardMoment('')) && nowMs() - last.atMs < PASSED_OVER_MS
      if (what.kind === 'card' && isPassed) log.pop()
      note(momentOf(what))
      if (what.kind === 'report') become({ hasReported: true })
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    finish: () => {
      finished.set({ drill, charterId, log: [...log], isOver: state.isOver })
      return DRILL_OVER_PATH
    },
  }
}
