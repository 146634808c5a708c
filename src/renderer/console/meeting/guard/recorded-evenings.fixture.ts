/**
 * @file Evenings as they were recorded: what was heard, pressed and polled, second by second, and what the screen had
 * to say at each moment. Payloads as a real web app with its lobby and moderation modules told them; names are ours.
 */
import type { MeetingEvent, PolledPerson } from '../../../../contract/room-protocol'
import type { Press } from './slice'

/** One line of a recording. `at`: seconds since its beginning, never falling. */
export type Recorded =
  | { at: number; event: MeetingEvent }
  | { at: number; press: Press }
  /** The roster is asked for; its answer comes later, or never. */
  | { at: number; ask: number }
  | { at: number; answer: number; people: readonly PolledPerson[] | null; isAudioModerated?: boolean }
  /** Time passes. */
  | { at: number; tick: true }
  /** We are out, or may be. */
  | { at: number; out: true }
  /** What is said now, by the keys of the words; parts left out are not looked at. */
  | { at: number; says: { lock?: string; quiet?: string | null; removal?: string | null; door?: string } }
  /** The names of all commands that have left by now. */
  | { at: number; left: readonly string[] }

/** A recording under what it shows. */
export interface RecordedEvening {
  shows: string
  lines: readonly Recorded[]
}

const joined = (id: string, displayName: string): MeetingEvent => ({
  name: 'participantJoined',
  id,
  displayName,
})
const muted = (id: string, isMuted: boolean): MeetingEvent => ({
  name: 'participantMuted',
  id,
  isMuted,
  mediaType: 'audio',
})
const moderation = (isEnabled: boolean): MeetingEvent => ({
  name: 'moderationChanged',
  mediaType: 'audio',
  isEnabled,
})
const lobby = (isOn: boolean): MeetingEvent => ({ name: 'ownLobbyShown', isOn })
const hint = (title: string, description = ''): MeetingEvent => ({ name: 'hinted', title, description })
const polled = (
  id: string,
  isAudioMuted: boolean,
  role: PolledPerson['role'] = 'participant',
): PolledPerson => ({
  id,
  displayName: id,
  role,
  isAudioMuted,
})

/** Two are inside before us, and we become moderator. */
const arrival: readonly Recorded[] = [
  { at: 0, event: joined('oak', 'Oak') },
  { at: 0, event: joined('sol', 'Sol') },
  { at: 0.4, event: { name: 'joined', id: 'me', displayName: 'Sam' } },
  { at: 0.6, event: { name: 'roleChanged', id: 'me', role: 'moderator' } },
  { at: 0.8, event: muted('oak', false) },
  { at: 0.8, event: muted('sol', true) },
]

/** The recordings. */
export const recordedEvenings: readonly RecordedEvening[] = [
  {
    shows: 'a lock is sent, shown, and ended by another moderator who turns the lobby off',
    lines: [
      ...arrival,
      { at: 1, says: { lock: 'status.lock.none', quiet: null } },
      { at: 5, press: { kind: 'lock' } },
      { at: 5, left: ['password'] },
      { at: 7, tick: true },
      { at: 7, left: ['password', 'toggleLobby'] },
      { at: 7.1, says: { lock: 'status.lock.locked.sent' } },
      { at: 7.5, event: lobby(true) },
      { at: 7.5, says: { lock: 'status.lock.locked.confirmed' } },
      { at: 300, says: { lock: 'status.lock.locked.confirmed' } },
      { at: 301, event: hint('lobby.notificationTitle', 'lobby.notificationLobbyDisabled') },
      { at: 301, says: { lock: 'status.lock.locked.lapsed.shownOtherwise' } },
    ],
  },
  {
    shows: 'a lock that nothing shows is not called more than that',
    lines: [
      ...arrival,
      { at: 5, press: { kind: 'lock' } },
      { at: 7, tick: true },
      { at: 16, says: { lock: 'status.lock.locked.sent' } },
      { at: 20, tick: true },
      { at: 20, says: { lock: 'status.lock.locked.notShown' } },
      { at: 25, event: { name: 'knocking', id: 'k1', displayName: 'Fern' } },
      { at: 25, says: { lock: 'status.lock.locked.confirmed' } },
    ],
  },
  {
    shows: 'a password changed from elsewhere, told without a description, ends the proof',
    lines: [
      ...arrival,
      { at: 5, press: { kind: 'lock' } },
      { at: 7, tick: true },
      { at: 7.4, event: lobby(true) },
      { at: 60, event: hint('notify.passwordSetRemotely') },
      { at: 60, says: { lock: 'status.lock.locked.lapsed.changedByOther' } },
    ],
  },
  {
    shows:
      'somebody who appears while the door is shut, and was not let in, ends the proof; who is let in does not',
    lines: [
      ...arrival,
      { at: 5, press: { kind: 'lock' } },
      { at: 7, tick: true },
      { at: 7.4, event: lobby(true) },
      { at: 30, event: { name: 'knocking', id: 'k1', displayName: 'Fern' } },
      { at: 32, press: { kind: 'admit', id: 'k1' } },
      { at: 32.3, event: { name: 'ownAnswerShown', id: 'k1', isAdmitted: true } },
      { at: 33, event: joined('fern', 'Fern') },
      { at: 33, says: { lock: 'status.lock.locked.confirmed' } },
      { at: 90, event: joined('ace', 'Ace') },
      { at: 90, says: { lock: 'status.lock.locked.lapsed.cameInUnasked' } },
    ],
  },
  {
    shows: 'the line breaks: nothing that was shown counts any more, and a lock is not known',
    lines: [
      ...arrival,
      { at: 5, press: { kind: 'lock' } },
      { at: 7, tick: true },
      { at: 7.4, event: lobby(true) },
      { at: 8, press: { kind: 'quiet' } },
      { at: 8.3, event: moderation(true) },
      { at: 100, event: { name: 'errorOccurred', errorName: 'connection.otherError', isFatal: false } },
      { at: 100, out: true },
      { at: 100, says: { lock: 'status.lock.unknown', quiet: null } },
      { at: 124, event: { name: 'joined', id: 'me-2', displayName: 'Sam' } },
      { at: 124, says: { lock: 'status.lock.unknown' } },
    ],
  },
  {
    shows: 'quiet is confirmed by moderation, said twice, a poll, and every microphone; a newcomer ends it',
    lines: [
      ...arrival,
      { at: 20, press: { kind: 'quiet' } },
      { at: 20, left: ['toggleModeration', 'muteEveryone'] },
      { at: 20.1, says: { quiet: 'status.quiet.quiet.sent' } },
      { at: 20.3, event: moderation(true) },
      { at: 20.3, event: moderation(true) },
      { at: 20.4, event: muted('oak', true) },
      { at: 20.4, says: { quiet: 'status.quiet.quiet.sent' } },
      { at: 20.5, ask: 1 },
      {
        at: 20.9,
        answer: 1,
        people: [polled('me', true, 'moderator'), polled('oak', true), polled('sol', true)],
      },
      { at: 20.9, says: { quiet: 'status.quiet.quiet.confirmed' } },
      { at: 40, event: joined('fern', 'Fern') },
      { at: 40, says: { quiet: 'status.quiet.quiet.lapsed.newcomer' } },
    ],
  },
  {
    shows: 'a polled mute of somebody without a track is no proof of quiet',
    lines: [
      { at: 0, event: { name: 'joined', id: 'me', displayName: 'Sam' } },
      { at: 0.1, event: { name: 'roleChanged', id: 'me', role: 'moderator' } },
      { at: 0.2, event: joined('oak', 'Oak') },
      { at: 5, press: { kind: 'quiet' } },
      { at: 5.3, event: moderation(true) },
      { at: 6, ask: 1 },
      { at: 6.2, answer: 1, people: [polled('me', true, 'moderator'), polled('oak', true)] },
      { at: 6.2, says: { quiet: 'status.quiet.quiet.sent' } },
      { at: 7, event: muted('oak', true) },
      { at: 7, says: { quiet: 'status.quiet.quiet.confirmed' } },
    ],
  },
  {
    shows: 'a removal is confirmed by what the server says, not by an empty or an older poll',
    lines: [
      ...arrival,
      { at: 30, ask: 1 },
      { at: 30.1, press: { kind: 'remove', id: 'oak' } },
      { at: 30.1, left: ['toggleLobby', 'kickParticipant'] },
      { at: 30.2, answer: 1, people: [polled('me', true, 'moderator'), polled('sol', true)] },
      { at: 30.2, says: { removal: 'removal.sent' } },
      { at: 31, ask: 2 },
      { at: 31.2, answer: 2, people: [] },
      { at: 31.2, says: { removal: 'removal.sent' } },
      { at: 31.5, event: { name: 'kicked', kickedId: 'oak', isSelf: false } },
      { at: 31.5, event: { name: 'participantLeft', id: 'oak' } },
      { at: 31.5, says: { removal: 'removal.confirmed.kickedEvent' } },
    ],
  },
]
