/**
 * @file Who has had the floor for how long, from the meeting's word of who speaks. For the facilitator alone, in memory
 * only, gone with the room.
 *
 * The meeting says who speaks when that changes, and nothing when they stop. So a stretch ends with the next speaker,
 * with a mute, or with leaving: a silence after somebody's words still counts as theirs.
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import type { Clock } from '../guard/clock'

/** Shares as they stand. All times in milliseconds. */
export interface Voices {
  mineMs: number
  othersMs: number
  /** Of each other person who was heard, by id. */
  byId: ReadonlyMap<string, number>
}

/** People whose time is held, at most. */
const HEARD_MAX = 1000

/** Keeps the time. */
export interface VoiceShare {
  /** @param ownId - null before we joined. */
  receive(event: MeetingEvent, ownId: string | null): void
  /** Nothing is known from here on, until somebody is said to speak. */
  pause(): void
  now(): Voices
  clear(): void
}

/** Makes it, with nobody heard. */
export const createVoiceShare = (clock: Clock): VoiceShare => {
  let mineMs = 0
  let speaker: { id: string; isSelf: boolean; sinceMs: number } | null = null
  const byId = new Map<string, number>()

  const stretchMs = (): number => (speaker === null ? 0 : Math.max(0, clock.nowMs() - speaker.sinceMs))
  const close = (): void => {
    if (speaker === null) return
    if (speaker.isSelf) mineMs += stretchMs()
    else if (byId.has(speaker.id) || byId.size < HEARD_MAX) {
      byId.set(speaker.id, (byId.get(speaker.id) ?? 0) + stretchMs())
    }
    speaker = null
  }

  return {
    receive(event, ownId) {
      switch (event.name) {
        case 'dominantSpeaker':
          if (speaker?.id === event.id) return
          close()
          speaker = { id: event.id, isSelf: event.id === ownId, sinceMs: clock.nowMs() }
          return
        case 'participantMuted':
          if (event.isMuted && event.mediaType === 'audio' && event.id === speaker?.id) close()
          return
        case 'ownAudioMuted':
          if (event.isMuted && speaker?.isSelf === true) close()
          return
        case 'participantLeft':
          if (event.id === speaker?.id) close()
          return
        case 'kicked':
          if (event.kickedId === speaker?.id) close()
          return
        case 'left':
          close()
          return
        default:
          return
      }
    },
    pause: close,
    now() {
      const shown = new Map(byId)
      if (speaker !== null && !speaker.isSelf) {
        shown.set(speaker.id, (shown.get(speaker.id) ?? 0) + stretchMs())
      }
      return {
        mineMs: mineMs + (speaker?.isSelf === true ? stretchMs() : 0),
        othersMs: [...shown.values()].reduce((sum, ms) => sum + ms, 0),
        byId: shown,
      }
    },
    clear() {
      speaker = null
      mineMs = 0
      byId.clear()
    },
  }
}
