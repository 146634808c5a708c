/**
 * @file Quiet: moderation on, then mute everyone (trap 8: mute-all alone is momentary). Confirmed only
 * while the server shows moderation on and everybody else muted.
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import type { Roster } from '../roster/roster'
import type { Clock } from './clock'
import { type CommandStatus, createCommandStatus } from './command-status'
import type { SendCommand } from './commands'

/** What was wished, and where it stands. */
export interface QuietState {
  /** `released`: people may unmute themselves again. */
  wish: 'none' | 'quiet' | 'released'
  status: CommandStatus
}

/** Quiet in one room. */
export interface Quiet {
  state(): QuietState
  /** Only ever quiets; pressed again it sends again. */
  quiet(): void
  /** Lets people unmute themselves again; unmutes nobody. */
  release(): void
  receive(event: MeetingEvent): void
  /** After the roster took the poll over. A poll that was asked afterwards shows who is there at all. */
  receivePoll(
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
  send: SendCommand
  roster: Pick<Roster, 'people'>
  onChange: () => void
}): Quiet => {
  const { clock, roster, onChange } = options
  let wish: QuietState['wish'] = 'none'
  let isModerated: boolean | null = null
  let sentAtMs = 0
  let isRosterPolled = false
  const status = createCommandStatus(clock, onChange)

  const isEverybodyMuted = (): boolean =>
    roster.people().every((person) => person.isSelf || person.mute === 'muted')
  const isAnybodyHeard = (): boolean =>
    roster.people().some((person) => !person.isSelf && person.mute === 'unmuted')

  const look = (): void => {
    if (wish === 'released' && isModerated === false) status.confirm('moderationShown')
    if (wish !== 'quiet') return
    if (status.now().kind === 'confirmed') {
      // A newcomer whose microphone is not shown yet ends nothing: under moderation they start muted (trap 8).
      if (isModerated !== true || isAnybodyHeard()) status.lapse()
      return
    }
    if (isModerated === true && isRosterPolled && isEverybodyMuted()) status.confirm('moderationAndMutes')
  }

  const wishFor = (next: 'quiet' | 'released'): void => {
    wish = next
    sentAtMs = clock.nowMs()
    isRosterPolled = false
    const onResult = status.attempt({ commandCount: next === 'quiet' ? 2 : 1, onSent: look })
    const hasLeft = options.send({ name: 'toggleModeration', isOn: next === 'quiet' }, onResult)
    if (hasLeft && next === 'quiet') options.send({ name: 'muteEveryone' }, onResult)
  }

  return {
    state: () => ({ wish, status: status.now() }),
    quiet: () => wishFor('quiet'),
    release: () => wishFor('released'),
    receive(event) {
      if (event.name !== 'moderationChanged' || event.mediaType !== 'audio') return
      isModerated = event.isEnabled
      look()
    },
    receivePoll({ isAudioModerated, people }, askedAtMs) {
      if (askedAtMs <= sentAtMs) return
      if (isAudioModerated !== null) isModerated = isAudioModerated
      if (people !== null) isRosterPolled = true
      look()
    },
    look,
    forgetShown() {
      isModerated = null
      wish = 'none'
      status.reset()
    },
    stop: () => status.reset(),
  }
}
