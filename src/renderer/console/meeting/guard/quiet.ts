/**
 * @file Quiet: moderation on, then mute everyone (trap 8: mute-all alone is momentary). Confirmed only
 * while the server shows moderation on and everybody else muted.
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import type { Roster } from '../roster/roster'
import type { Clock } from './clock'
import type { Hand } from './commands'
import { createStanding, type Standing } from './standing'

/** What was wished, and where it stands. */
export interface QuietState {
  /** `released`: people may unmute themselves again. */
  wish: 'none' | 'quiet' | 'released'
  standing: Standing
}

/** Quiet in one room. */
export interface Quiet {
  state(): QuietState
  /** Only ever quiets; pressed again it sends again. */
  quiet(): void
  /** Lets people unmute themselves again; unmutes nobody. */
  release(): void
  hear(event: MeetingEvent): void
  /** After the roster took the poll over. A poll that was asked afterwards shows who is there at all. */
  hearPoll(
    polled: { isAudioModerated: boolean | null; people: readonly unknown[] | null },
    askedAtMs: number,
  ): void
  /** The roster changed: looks at the mutes again. */
  look(): void
  forgetShown(): void
  stop(): void
}

/** Makes it, with nothing wished. */
export const createQuiet = (options: {
  clock: Clock
  hand: Hand
  roster: Pick<Roster, 'people'>
  onChange: () => void
}): Quiet => {
  const { clock, hand, roster, onChange } = options
  let wish: QuietState['wish'] = 'none'
  let isModerated: boolean | null = null
  let sentAtMs = 0
  let isRosterPolled = false
  const standing = createStanding(clock, onChange)

  const isEverybodyMuted = (): boolean =>
    roster.people().every((person) => person.isSelf || person.mute === 'muted')
  const isAnybodyHeard = (): boolean =>
    roster.people().some((person) => !person.isSelf && person.mute === 'unmuted')

  const look = (): void => {
    if (wish === 'released' && isModerated === false) standing.confirm('moderationShown')
    if (wish !== 'quiet') return
    if (standing.now().kind === 'confirmed') {
      // A newcomer whose microphone is not shown yet ends nothing: under moderation they start muted (trap 8).
      if (isModerated !== true || isAnybodyHeard()) standing.lapse()
      return
    }
    if (isModerated === true && isRosterPolled && isEverybodyMuted()) standing.confirm('moderationAndMutes')
  }

  const send = (next: 'quiet' | 'released'): void => {
    wish = next
    sentAtMs = clock.nowMs()
    isRosterPolled = false
    const onNotSent = (): void => standing.notSent()
    const isHanded =
      hand({ name: 'toggleModeration', isOn: next === 'quiet' }, onNotSent) &&
      (next === 'released' || hand({ name: 'muteEveryone' }, onNotSent))
    if (!isHanded) return
    standing.sent()
    look()
  }

  return {
    state: () => ({ wish, standing: standing.now() }),
    quiet: () => send('quiet'),
    release: () => send('released'),
    hear(event) {
      if (event.name !== 'moderationChanged' || event.mediaType !== 'audio') return
      isModerated = event.isEnabled
      look()
    },
    hearPoll({ isAudioModerated, people }, askedAtMs) {
      if (askedAtMs <= sentAtMs) return
      if (isAudioModerated !== null) isModerated = isAudioModerated
      if (people !== null) isRosterPolled = true
      look()
    },
    look,
    forgetShown() {
      isModerated = null
      wish = 'none'
      standing.reset()
    },
    stop: () => standing.reset(),
  }
}
