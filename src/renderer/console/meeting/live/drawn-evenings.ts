/** @file For tests: evenings drawn at random, of what a meeting shows, what a person presses, and time that passes. */
import fc from 'fast-check'
import type { MeetingEvent } from '../../../../contract/room-protocol'

/** Who comes, by id. */
export const names: Readonly<Record<string, string>> = { me: 'Me', a: 'Ash', b: 'Birch', c: 'Cedar' }
const knockNames: Readonly<Record<string, string>> = { k1: 'Ash', k2: 'Birch', k3: 'Dale' }
const id = fc.constantFrom('a', 'b', 'c')
const knockId = fc.constantFrom('k1', 'k2', 'k3')
const bool = fc.boolean()
/** Ourselves too, and somebody whom nothing else ever shows. */
const anyId = fc.constantFrom('me', 'a', 'b', 'c', 'z')
const media = fc.constantFrom('audio' as const, 'video' as const, 'desktop' as const)

/** What comes seldom, of the wrong person, or about something else: none of it proves more than it says. */
const rare: fc.Arbitrary<MeetingEvent> = fc.oneof(
  fc.record({
    name: fc.constant('participantMuted' as const),
    id: anyId,
    isMuted: bool,
    mediaType: media,
  }),
  fc.record({ name: fc.constant('moderationChanged' as const), mediaType: media, isEnabled: bool }),
  fc.record({
    name: fc.constantFrom('moderationApproved' as const, 'moderationRejected' as const),
    id: anyId,
    mediaType: media,
  }),
  fc.record({ name: fc.constant('ownAudioMuted' as const), isMuted: bool }),
  fc.record({
    name: fc.constant('displayNameChange' as const),
    id: anyId,
    displayName: fc.constantFrom('', 'Ash', 'Dale', 'Me'),
  }),
  fc.record({ name: fc.constant('handRaised' as const), id: anyId, raisedAtMs: fc.constantFrom(0, 1, 9e15) }),
  fc.record({ name: fc.constant('dominantSpeaker' as const), id: anyId }),
  fc.record({
    name: fc.constant('roleChanged' as const),
    id: anyId,
    role: fc.constantFrom('moderator' as const, 'participant' as const, 'none' as const),
  }),
  fc.record({
    name: fc.constant('kicked' as const),
    kickedId: anyId,
    isSelf: fc.constantFrom(false, false, true),
  }),
  fc.record({ name: fc.constant('participantLeft' as const), id: anyId }),
  fc.record({
    name: fc.constantFrom('participantJoined' as const, 'knocking' as const),
    id: fc.constantFrom('me', 'a', 'z', 'k1'),
    displayName: fc.constantFrom('', 'Ash', 'Me'),
  }),
  fc.record({ name: fc.constant('ownAnswerShown' as const), id: anyId, isAdmitted: bool }),
  fc.record({
    name: fc.constant('messageReceived' as const),
    fromId: anyId,
    displayName: fc.constantFrom('', 'Ash'),
    text: fc.constantFrom('', 'Hello'),
    isPrivate: bool,
  }),
  fc.record({
    name: fc.constant('hinted' as const),
    title: fc.constantFrom(
      '',
      'lobby.notificationTitle',
      'notify.passwordSetRemotely',
      'lobby.notificationLobbyEnabled',
    ),
    description: fc.constantFrom(
      '',
      'lobby.notificationLobbyAccessDenied',
      'lobby.notificationLobbyAccessGranted',
      'lobby.notificationLobbyDisabled',
      'notify.passwordSetRemotely',
    ),
  }),
  fc.record({
    name: fc.constant('errorOccurred' as const),
    errorName: fc.constantFrom(
      'unknown',
      'connection.droppedError',
      'conference.destroyed',
      'conference.focusDisconnected',
      'conference.connectionError.membersOnly',
    ),
    isFatal: fc.constantFrom(false, false, true),
  }),
  fc.constantFrom<MeetingEvent>({ name: 'passwordRequired' }, { name: 'readyToClose' }),
)

const event: fc.Arbitrary<MeetingEvent> = fc.oneof(
  {
    weight: 3,
    arbitrary: id.map(
      (one) => ({ name: 'participantJoined', id: one, displayName: names[one] ?? '' }) as const,
    ),
  },
  { weight: 2, arbitrary: id.map((one) => ({ name: 'participantLeft', id: one }) as const) },
  { weight: 3, arbitrary: id.map((one) => ({ name: 'kicked', kickedId: one, isSelf: false }) as const) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(id, bool)
      .map(([one, isMuted]) => ({ name: 'participantMuted', id: one, isMuted, mediaType: 'audio' }) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(bool, fc.constantFrom('audio' as const, 'audio' as const, 'video' as const))
      .map(([isEnabled, mediaType]) => ({ name: 'moderationChanged', mediaType, isEnabled }) as const),
  },
  {
    weight: 3,
    arbitrary: knockId.map(
      (one) => ({ name: 'knocking', id: one, displayName: knockNames[one] ?? '' }) as const,
    ),
  },
  { weight: 4, arbitrary: bool.map((isOn) => ({ name: 'ownLobbyShown', isOn }) as const) },
  { weight: 1, arbitrary: bool.map((isEnabled) => ({ name: 'lobbyChanged', isEnabled }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(knockId, bool)
      .map(([one, isAdmitted]) => ({ name: 'ownAnswerShown', id: one, isAdmitted }) as const),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<MeetingEvent>(
      { name: 'hinted', title: 'lobby.notificationTitle', description: 'lobby.notificationLobbyDisabled' },
      { name: 'hinted', title: '', description: 'lobby.notificationLobbyEnabled' },
      {
        name: 'hinted',
        title: 'lobby.notificationTitle',
        description: 'lobby.notificationLobbyAccessGranted',
      },
      { name: 'hinted', title: 'notify.passwordSetRemotely', description: '' },
      { name: 'hinted', title: 'notify.somebody', description: 'notify.localRecordingStarted' },
      { name: 'hinted', title: 'notify.passwordRemovedRemotely', description: '' },
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(bool, fc.constantFrom('file' as const, 'stream' as const, 'local' as const))
      .map(([isOn, mode]) => ({ name: 'recordingChanged', isOn, mode }) as const),
  },
  { weight: 1, arbitrary: bool.map((isOn) => ({ name: 'transcribingChanged', isOn }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(id, bool)
      .map(
        ([one, isModerator]) =>
          ({ name: 'roleChanged', id: one, role: isModerator ? 'moderator' : 'participant' }) as const,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<MeetingEvent>(
      { name: 'left' },
      { name: 'errorOccurred', errorName: 'connection.otherError', isFatal: false },
    ),
  },
)
const step = fc.oneof(
  { weight: 4, arbitrary: rare.map((one) => ({ do: 'event' as const, event: one })) },
  { weight: 10, arbitrary: event.map((one) => ({ do: 'event' as const, event: one })) },
  // Something heard before, once more or late.
  { weight: 2, arbitrary: fc.nat(60).map((index) => ({ do: 'again' as const, index })) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(
        'lock',
        'unlock',
        'quiet',
        'release',
        'cameras',
        'releaseCameras',
        'pause',
        'pause',
        'resume',
      )
      .map((one) => ({ do: one })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('mute' as const, 'remove' as const), id)
      .map(([one, whom]) => ({ do: one, whom })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('admit' as const, 'deny' as const), knockId)
      .map(([one, whom]) => ({ do: one, whom })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(1, 150, 450, 2000, 3000, 11_000)
      .map((byMs) => ({ do: 'wait' as const, byMs })),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('poll' as const),
      ids: fc.subarray(['me', 'a', 'b', 'c', 'z']),
      muted: fc.subarray(['me', 'a', 'b', 'c']),
      moderators: fc.subarray(['me', 'me', 'b']),
      isLobbyOn: fc.constantFrom(null, null, true, false),
      isAudioModerated: fc.constantFrom(null, true, false),
      isVideoModerated: fc.constantFrom(null, true, false),
      /** How many polls late the answer is. */
      late: fc.constantFrom(0, 0, 0, 1, 2),
      isLost: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('sent', 'sent', 'notSent', null)
      .map((answer) => ({ do: 'answers' as const, answer })),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'join' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'rejoin' as const }) },
)

/** The evenings. */
export const evenings = fc.array(step, { minLength: 5, maxLength: 70 })
/** One of them. */
export type Evening = typeof evenings extends fc.Arbitrary<infer Value> ? Value : never
