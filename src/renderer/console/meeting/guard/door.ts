/**
 * @file The lock: what the server shows of it, and what is said of our wishes. What is sent, and in which order, is in
 * door-runs.ts. Lock only ever locks.
 *
 * A reconnect leaves the wish "not known": what was locked may be open, and what was open may be locked (trap 4).
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import { confirm, expire, lapse, notShownAtMs, type ProofEnd, takeResult } from './command-status'
import {
  advance,
  initialLock,
  type LockPart,
  lock,
  pausing,
  request,
  resuming,
  type Step,
  stopRun,
} from './door-runs'
import { type Effect, earlier, type GuardInput, just, type Slice, type Stepped, type World } from './slice'

/** Confirms what is wished where the lobby is shown so, since the last command that could have changed it. */
const look = (part: LockPart, heldBack: ProofEnd = 'shownOtherwise'): LockPart => {
  const { wish, isLobbyShownOn, sentLobby, tracked } = part
  const wants = wish === 'locked' ? true : wish === 'unlocked' ? false : null
  if (wants === null || sentLobby?.isOn !== wants) return part
  if (isLobbyShownOn === wants) return { ...part, tracked: confirm(tracked, 'lobbyShown') }
  return { ...part, tracked: lapse(tracked, heldBack) }
}

const shown = (part: LockPart, isOn: boolean, heardStep: number): Stepped<LockPart> => {
  const state = look({ ...part, isLobbyShownOn: isOn, heardStep })
  return isOn ? just(state) : { state, effects: [{ kind: 'signal', signal: { kind: 'lobbyOff' } }] }
}

const ended = (part: LockPart, why: ProofEnd, { step }: World): Stepped<LockPart> => {
  // That the lobby is off is doubted by neither; that it is on, is.
  if (part.isLobbyShownOn === false) return just(part)
  const tracked = lapse(part.tracked, why)
  return just({ ...part, tracked, isLobbyShownOn: null, heardStep: step })
}

const receiveEvent = (part: LockPart, event: MeetingEvent, world: World): Stepped<LockPart> => {
  // Outside, nothing is heard of the room.
  if (world.ownId === null) return just(part)
  switch (event.name) {
    case 'ownLobbyShown': {
      // Turned on a second time it tells nothing (trap 2): it was off before.
      const isProof = event.isOn && part.before?.isShut === null
      const before = isProof && part.before ? { ...part.before, isShut: false } : part.before
      return shown({ ...part, before }, event.isOn, world.step)
    }
    case 'lobbyChanged':
      return shown(part, event.isEnabled, world.step)
    case 'hinted':
      if (event.description === 'lobby.notificationLobbyEnabled') return shown(part, true, world.step)
      if (event.description === 'lobby.notificationLobbyDisabled') return shown(part, false, world.step)
      // Whoever knows another password passes the lobby, and setting one may have cost it (traps 3, 4).
      return /^notify\.password(Set|Removed)Remotely$/.test(event.title)
        ? ended(part, 'changedByOther', world)
        : just(part)
    default:
      return just(part)
  }
}

const receiveResult = (
  part: LockPart,
  { ref, result }: Extract<GuardInput, { kind: 'result' }>,
  world: World,
): Stepped<LockPart> => {
  switch (ref.of) {
    case 'lobby': {
      const taken: LockPart = {
        ...part,
        tracked: takeResult(part.tracked, ref.attempt, result, world.nowMs),
      }
      if (result.kind === 'sent') {
        const isOff = part.sentLobby?.attempt === ref.attempt && !part.sentLobby.isOn
        const effects: Effect[] = isOff ? [{ kind: 'signal', signal: { kind: 'lobbyOff' } }] : []
        return { state: look(taken), effects }
      }
      if (result.why === 'unanswered' || part.sentLobby === null) return just(taken)
      const { before, ...latest } = part.sentLobby
      if (before?.attempt === ref.attempt) return just({ ...taken, sentLobby: { ...latest, before: null } })
      if (latest.attempt !== ref.attempt) return just(taken)
      // It did not reach the meeting: what follows it must not either, and the one before it still holds.
      return just({ ...stopRun(taken), sentLobby: before && { ...before, before: null } })
    }
    case 'password': {
      if (result.kind === 'sent') return { state: part, effects: [{ kind: 'passwordSent' }] }
      // A script that refuses it must not keep the lobby, which is what locks, away.
      return just(
        result.why === 'noConnection'
          ? { ...stopRun(part), tracked: { ...part.tracked, status: result } }
          : part,
      )
    }
    case 'noPassword': {
      if (part.wish !== 'unlocked') return just(part)
      // The kept one is forgotten only when taking it off was handed over.
      if (result.kind === 'sent') return { state: part, effects: [{ kind: 'passwordTakenOff' }] }
      return just({ ...part, tracked: { ...part.tracked, attempt: ref.attempt, status: result } })
    }
    default:
      return just(part)
  }
}

const passwordMade = (
  part: LockPart,
  { forRun, password }: Extract<GuardInput, { kind: 'passwordMade' }>,
  world: World,
): Stepped<LockPart> => {
  // A newer wish may have come while the vault wrote: then the door is its business.
  if (password === null || part.wish !== 'locked' || part.makesPasswordFor !== forRun) return just(part)
  const steps: Step[] = [
    { form: 'password', text: password },
    { form: 'lobby', isOn: true },
  ]
  const run = { kind: part.run?.kind ?? 'lock', steps, id: world.step } as const
  return advance({ ...stopRun(part), makesPasswordFor: 0, run }, world)
}

/** The lock. */
export const door: Slice<LockPart> = {
  initial: initialLock,
  step(part, input, world) {
    switch (input.kind) {
      case 'press':
        if (input.press.kind === 'lock') return lock(part, world)
        return input.press.kind === 'unlock' ? request(part, 'unlock', world) : just(part)
      case 'signal':
        switch (input.signal.kind) {
          case 'removing':
            return request(part, 'removal', world)
          case 'lockTimeCame':
            // Locked for a removal, or asked for already: nothing is sent a second time. What a pause shut it would open.
            return part.wish === 'locked' && part.before === null ? just(part) : lock(part, world)
          case 'pausing':
            return pausing(part, world)
          case 'resuming':
            return resuming(part, world)
          case 'firstKnock':
            // Outside, nothing is heard of the room, and nothing could end what a knock proved.
            return just(world.ownId === null ? part : knockShows(part, world))
          case 'cameUnasked':
            return ended(part, 'cameInUnasked', world)
          default:
            return just(part)
        }
      case 'event':
        return receiveEvent(part, input.event, world)
      case 'polled': {
        const { isLobbyOn } = input.polled
        const sinceStep = Math.max(part.heardStep, part.sentLobby?.attempt ?? 0)
        // A poll asked before the command, or before what an event has said since, speaks of the time before. What it
        // says is as old as its question: of two on their way at once, the one asked later is the newer.
        const isNew = isLobbyOn !== null && input.askedStep >= sinceStep
        return isNew ? shown(part, isLobbyOn, input.askedStep) : just(part)
      }
      case 'result':
        return receiveResult(part, input, world)
      case 'passwordMade':
        return passwordMade(part, input, world)
      case 'tick': {
        const expired = { ...part, tracked: expire(part.tracked, world.nowMs) }
        const isDue = part.waitsUntilMs !== null && part.waitsUntilMs <= world.nowMs
        return isDue ? advance(expired, world) : just(expired)
      }
      case 'out': {
        const wasTouched = part.wish !== 'none' || world.isPasswordOnRoom
        return just({ ...initialLock, before: part.before, wish: wasTouched ? 'unknown' : 'none' })
      }
    }
  },
  wakesAtMs: ({ tracked, waitsUntilMs }) => earlier(notShownAtMs(tracked), waitsUntilMs),
}

/** Somebody new had to knock: the lobby is on. That it is ours is known once our command has reached the meeting. */
function knockShows(part: LockPart, { step }: World): LockPart {
  if (part.sentLobby?.isOn !== true || part.tracked.status.kind === 'sending') {
    // Whosever lobby it is: that it was off is true no longer, and a question asked before tells of the time before.
    const now = { ...part, heardStep: step }
    return part.isLobbyShownOn === false
      ? { ...now, isLobbyShownOn: null, tracked: lapse(part.tracked, 'changedByOther') }
      : now
  }
  const tracked = part.wish === 'locked' ? confirm(part.tracked, 'knock') : part.tracked
  return { ...part, isLobbyShownOn: true, heardStep: step, tracked }
}
