/**
 * @file Quiet: moderation on, then mute everyone (trap 8: mute-all alone is momentary). Confirmed only while the server
 * shows moderation on and every microphone but ours muted, and only by what was shown after the command.
 *
 * A reconnect forgets all of it: the room may have been anybody's in the meantime.
 */
import {
  begin,
  type CommandStatus,
  confirm,
  expire,
  lapse,
  notAsked,
  notShownAtMs,
  type Tracked,
  takeResult,
} from './command-status'
import { type Effect, isCredible, just, type Slice, type Stepped, type World } from './slice'

/** What was wished, and where it stands. */
export interface QuietState {
  /** `released`: people may unmute themselves again. */
  wish: 'none' | 'quiet' | 'released'
  status: CommandStatus
}

/** Quiet as the guard holds it. */
export interface QuietPart {
  readonly wish: QuietState['wish']
  readonly tracked: Tracked
  /** What the server shows of moderation since the last command; null: nothing yet. */
  readonly isModerated: boolean | null
  /** The step at which that was heard. */
  readonly heardStep: number
  /** The roster was polled since the last command. */
  readonly isPolled: boolean
}

const initial: QuietPart = {
  wish: 'none',
  tracked: notAsked,
  isModerated: null,
  heardStep: 0,
  isPolled: false,
}

/** What the view draws. */
export const quietOf = ({ wish, tracked }: QuietPart): QuietState => ({ wish, status: tracked.status })

const look = (state: QuietPart, { people }: World): QuietPart => {
  const { wish, tracked, isModerated } = state
  const become = (next: Tracked): QuietPart => (next === tracked ? state : { ...state, tracked: next })
  if (wish === 'none') return state
  if (wish === 'released') {
    if (isModerated === false) return become(confirm(tracked, 'moderationShown'))
    return become(isModerated === true ? lapse(tracked, 'shownOtherwise') : tracked)
  }
  const others = people.filter((person) => !person.isSelf)
  if (isModerated !== true) return become(lapse(tracked, 'shownOtherwise'))
  if (others.some(({ mute }) => mute === 'unmuted')) return become(lapse(tracked, 'heard'))
  if (others.some(({ mute }) => mute !== 'muted')) return become(lapse(tracked, 'newcomer'))
  return become(state.isPolled ? confirm(tracked, 'moderationAndMutes') : tracked)
}

const wishFor = (wish: 'quiet' | 'released', { step }: World): Stepped<QuietPart> => {
  const ref = { of: 'quiet', about: '', attempt: step } as const
  const isOn = wish === 'quiet'
  const effects: Effect[] = [{ kind: 'command', command: { name: 'toggleModeration', isOn }, ref }]
  if (isOn) effects.push({ kind: 'command', command: { name: 'muteEveryone' }, ref })
  // What was shown before the command says nothing about what it did.
  const state = { ...initial, wish, tracked: begin(step, effects.length), heardStep: step }
  return { state, effects }
}

/** Quiet. */
export const quiet: Slice<QuietPart> = {
  initial,
  step(state, input, world) {
    switch (input.kind) {
      case 'press':
        if (input.press.kind === 'quiet') return wishFor('quiet', world)
        return input.press.kind === 'releaseQuiet' ? wishFor('released', world) : just(state)
      case 'event': {
        const { event } = input
        const isOurs = event.name === 'moderationChanged' && event.mediaType === 'audio'
        const heard = isOurs ? { ...state, isModerated: event.isEnabled, heardStep: world.step } : state
        return just(look(heard, world))
      }
      case 'polled': {
        const { isAudioModerated, people } = input.polled
        // An event that came since it was asked knows better.
        if (input.askedStep < state.heardStep && state.wish !== 'none') return just(look(state, world))
        const isNews = isAudioModerated !== null && input.askedStep >= state.heardStep
        const heard = isNews ? { ...state, isModerated: isAudioModerated } : state
        const isPolled = state.isPolled || isCredible(people, world.ownId)
        return just(look({ ...heard, isPolled }, world))
      }
      case 'result': {
        if (input.ref.of !== 'quiet') return just(state)
        const tracked = takeResult(state.tracked, input.ref.attempt, input.result, world.nowMs)
        return just(look({ ...state, tracked }, world))
      }
      case 'tick':
        return just({ ...state, tracked: expire(state.tracked, world.nowMs) })
      case 'out':
        return just(initial)
      case 'passwordMade':
      case 'signal':
        return just(state)
    }
  },
  wakesAtMs: ({ tracked }) => notShownAtMs(tracked),
}
