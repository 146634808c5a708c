/**
 * @file Gives the keyboard back to the console at once when the meeting's frame took it, and cuts the frame off where
 * it keeps taking it while something else is typed: a report about a person is never typed into somebody's server.
 */
import { takesText } from '../../ui/key-match'
import { forgetOwnAct } from './forget-own-act'
import { ACTED_WITHIN_MS, countTaken, isTaken } from './keyboard-claim'

/** How often it is looked at whether the frame has the keyboard without an event having said so, in milliseconds. */
const LOOK_EVERY_MS = 100
/** Turns of the page in which giving back is tried, one after another. */
const TRIES_MAX = 50

/** What a guard needs. */
export interface KeyboardGuardOptions {
  frame: HTMLIFrameElement
  /** The frame took the keyboard. Told each time. */
  onTaken: () => void
  /** It took it too often while another page is shown. */
  onTooOften: () => void
}

/** Watches one frame. */
export interface KeyboardGuard {
  /** The live view is shown, or another page is: then the frame may not have the keyboard at all. */
  setShown(isShown: boolean): void
  /** Puts the keyboard into the frame, as the person asked. */
  focusFrame(): void
  stop(): void
}

/** Watches from now on; the frame counts as shown. */
export const guardKeyboard = ({ frame, onTaken, onTooOften }: KeyboardGuardOptions): KeyboardGuard => {
  const count = countTaken()
  let isShown = true
  let isStopped = false
  /** The frame has the keyboard by right. */
  let isAllowed = false
  let wasInFrame = false
  let askedAtMs = Number.NEGATIVE_INFINITY
  let tabAtMs = Number.NEGATIVE_INFINITY
  let ownActAtMs = Number.NEGATIVE_INFINITY
  let isOwnActForgotten = false
  let forgetting: ReturnType<typeof setTimeout> | undefined
  let lastOwn: HTMLElement | null = null

  const isInFrame = (): boolean => document.activeElement === frame

  const giveBack = (): void => {
    const place = lastOwn?.isConnected ? lastOwn : document.body
    if (place === document.body) place.tabIndex = -1
    window.focus()
    place.focus({ preventScroll: true })
  }

  const look = (): void => {
    if (isStopped) return
    if (!isInFrame()) {
      wasInFrame = false
      isAllowed = false
      return
    }
    if (wasInFrame && isAllowed) return
    const nowMs = performance.now()
    const taken = isTaken({
      isFrameShown: isShown,
      sinceAskedMs: nowMs - askedAtMs,
      sinceTabMs: nowMs - tabAtMs,
      sinceOwnActMs: nowMs - ownActAtMs,
      isOwnActForgotten,
      wasInText: takesText(lastOwn),
      hasActivation: navigator.userActivation.isActive,
    })
    const isAnew = !wasInFrame
    wasInFrame = true
    isAllowed = !taken
    if (!taken) return
    if (isAnew) {
      onTaken()
      if (!isShown && count.take(nowMs)) {
        onTooOften()
        return
      }
    }
    giveBack()
  }

  /** The browser tells of it in several turns, and the frame may take it again in between. */
  const lookForAWhile = (tries = TRIES_MAX): void => {
    look()
    if (tries > 0 && !isStopped && isInFrame() && !isAllowed) setTimeout(lookForAWhile, 0, tries - 1)
  }

  const onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target !== frame) {
      lastOwn = target
      // Tab has led here: what comes into the frame now, it did not ask for.
      tabAtMs = Number.NEGATIVE_INFINITY
    }
    lookForAWhile()
  }
  // The window is blurred just before the frame becomes the active element.
  const onBlur = (): void => void setTimeout(lookForAWhile, 0)
  const forgetIn = (delayMs: number): void => {
    clearTimeout(forgetting)
    forgetting = setTimeout(() => {
      // In the frame the act that is remembered is one of its own, which it may need.
      if (!isInFrame()) isOwnActForgotten = forgetOwnAct()
    }, delayMs)
  }
  /** What was pressed may still have to act: a button does at its click, a key elsewhere than in words somewhat later. */
  const noteAct = (target: EventTarget | null): void => {
    ownActAtMs = performance.now()
    isOwnActForgotten = false
    forgetIn(takesText(target) ? 0 : ACTED_WITHIN_MS.elsewhere)
  }
  const onKeyDown = ({ key, target }: KeyboardEvent): void => {
    noteAct(target)
    if (key === 'Tab') tabAtMs = ownActAtMs
  }
  const onPointerDown = ({ target }: PointerEvent): void => noteAct(target)
  const onClick = (): void => forgetIn(0)
  const looking = setInterval(look, LOOK_EVERY_MS)
  addEventListener('blur', onBlur)
  addEventListener('focus', look)
  document.addEventListener('focusin', onFocusIn)
  addEventListener('keydown', onKeyDown, true)
  addEventListener('pointerdown', onPointerDown, true)
  addEventListener('click', onClick, true)
  if (document.activeElement instanceof HTMLElement) lastOwn = document.activeElement

  return {
    setShown(next) {
      if (next === isShown) return
      isShown = next
      count.reset()
      // What it had by right it has no longer; that is no taking.
      if (!isShown && isInFrame()) {
        giveBack()
        wasInFrame = isInFrame()
      }
    },
    focusFrame() {
      askedAtMs = performance.now()
      frame.focus()
    },
    stop() {
      isStopped = true
      clearInterval(looking)
      removeEventListener('blur', onBlur)
      removeEventListener('focus', look)
      document.removeEventListener('focusin', onFocusIn)
      removeEventListener('keydown', onKeyDown, true)
      removeEventListener('pointerdown', onPointerDown, true)
      removeEventListener('click', onClick, true)
      clearTimeout(forgetting)
      // With the frame gone the keyboard would be nowhere.
      if (isInFrame()) giveBack()
    },
  }
}
