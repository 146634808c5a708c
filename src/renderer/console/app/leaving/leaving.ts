/**
 * @file Leaving the console, in both shells: what can be stored is stored first, and only what would still be lost
 * is asked about. A browser asks by itself (`beforeunload`); a shell with a window of its own asks through
 * `LeavingPage`.
 */
import { useEffect } from 'react'
import {
  AT_STAKE_KINDS,
  type AtStakeKind,
  FLUSH_LIMIT_MS,
  LEAVING_NAME,
  type LeaveAnswer,
  type LeavingPage,
} from '../../../../contract/leaving'
import { flushAtStake, readAtStake, readUnstorable, watchAtStake } from '../../at-stake'
import { createPageStore, usePageStore } from '../../page-store'
import { useUndo } from '../../ui/undo'

/** The open question: what would be lost, and whom to tell the answer. */
interface Question {
  /** What the person is about to do: close the console, or lock it. */
  act: 'close' | 'lock'
  lost: readonly AtStakeKind[]
  answer: (answer: LeaveAnswer) => void
  /** Grows each time leaving is asked for again while the question stands. */
  askedTimes: number
  /** What had the keyboard before, which gets it back. */
  before: Element | null
  answered: Promise<LeaveAnswer>
}

const question = createPageStore<Question | null>({
  name: 'console.leaving',
  initial: null,
  outlivesLockBecause: 'a window that waits for an answer must get one, locked or not',
})

/** What carries out an act that can still be taken back: behind a lock it would be lost. Null where nothing offers undo. */
const settling = createPageStore<(() => Promise<void>) | null>({
  name: 'console.settling',
  initial: null,
  outlivesLockBecause: 'whoever shows the undo bar is there locked or not; it holds no word',
})

/** For acts that wait, at most, so that as much is left for words: the shell waits no longer for both. */
const SETTLE_LIMIT_MS = FLUSH_LIMIT_MS / 2

/**
 * Carries out what waits for undo, which may change words; then stores all that can be stored.
 *
 * @returns what would still be lost. An act that is not carried out in time counts as words.
 */
const settleAndFlush = async (): Promise<readonly AtStakeKind[]> => {
  const startedMs = performance.now()
  let isSettled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, SETTLE_LIMIT_MS)
  })
  const settle = async () => {
    // Where it fails, its own page has said so, and there is nothing that waits any more.
    await settling
      .read()?.()
      .catch(() => undefined)
    isSettled = true
  }
  await Promise.race([settle(), limit])
  clearTimeout(timer)
  const leftMs = FLUSH_LIMIT_MS - (performance.now() - startedMs)
  const lost = await flushAtStake(Math.max(SETTLE_LIMIT_MS, leftMs))
  return isSettled || lost.includes('words') ? lost : [...lost, 'words']
}

/** Has leaving carry out what waits for undo, for as long as the component is there. */
export const useSettleOnLeaving = (): void => {
  const { flush } = useUndo()
  useEffect(() => {
    settling.set(flush)
    return () => settling.update((now) => (now === flush ? null : now))
  }, [flush])
}

/** The open question, or null. */
export const useLeaveQuestion = (): Pick<Question, 'act' | 'lost' | 'askedTimes' | 'before'> | null =>
  usePageStore(question)

/** Gives the person's answer; nothing where nothing is asked. */
export const answerLeaveQuestion = (answer: LeaveAnswer): void => {
  const open = question.read()
  question.set(null)
  open?.answer(answer)
}

const ask = (act: Question['act']): Promise<LeaveAnswer> => {
  const now = readAtStake()
  // A room stays open behind the lock, and a sheet is shown before there is a lock: words alone are lost by it.
  const lost = AT_STAKE_KINDS.filter((kind) => now.includes(kind) && (act === 'close' || kind === 'words'))
  const open = question.read()
  if (open) {
    question.set({ ...open, act, lost, askedTimes: open.askedTimes + 1 })
    return open.answered
  }
  if (lost.length === 0) return Promise.resolve('leave')
  const { promise: answered, resolve } = Promise.withResolvers<LeaveAnswer>()
  question.set({ act, lost, answer: resolve, askedTimes: 1, before: document.activeElement, answered })
  return answered
}

/**
 * Stores all that can be stored, and asks where words would be lost by locking.
 *
 * @returns true when the console may lock.
 */
export const mayLock = async (): Promise<boolean> => {
  await flushAtStake()
  return (await ask('lock')) === 'leave'
}

const flushNow = (): void => void flushAtStake(FLUSH_LIMIT_MS, { isLastChance: true })

const beforeUnload = (event: BeforeUnloadEvent): void => {
  // Begun before the browser asks: what is on its way arrives while the question stands.
  flushNow()
  if (readUnstorable().length > 0) event.preventDefault()
}

/**
 * Guards the page from now on. The browser's own question is registered only while something would be lost, so that
 * every other reload is an ordinary one.
 *
 * @returns ends it, for tests.
 */
export const guardLeaving = (): (() => void) => {
  const follow = (): void => {
    if (readAtStake().length > 0) addEventListener('beforeunload', beforeUnload)
    else removeEventListener('beforeunload', beforeUnload)
  }
  // The last moment a page is told of; a browser may take it away without asking.

  // Behind another window a browser may end a page without any word.
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') void flushAtStake()
  }
  const offered: LeavingPage = { flush: settleAndFlush, ask: () => ask('close') }
  Object.defineProperty(globalThis, LEAVING_NAME, { value: offered, configurable: true })
  follow()
  const unwatch = watchAtStake(follow)
  addEventListener('pagehide', flushNow)
  document.addEventListener('visibilitychange', onHidden)
  return () => {
    unwatch()
    removeEventListener('pagehide', flushNow)
    document.removeEventListener('visibilitychange', onHidden)
    removeEventListener('beforeunload', beforeUnload)
    Reflect.deleteProperty(globalThis, LEAVING_NAME)
  }
}
