/** @file The script's events in the console's words. Payloads are stripped to what the protocol names. */
import { MeetingEvent } from '../../contract/room-protocol'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** i18n keys and error names: words, dots, hyphens. Anything else could carry a name, so it goes no further. */
const keyLike = (value: unknown): string =>
  typeof value === 'string' && /^[A-Za-z0-9_.-]{1,120}$/.test(value) ? value : ''

/** What the frame calls us before we have joined, and again once it is out of the meeting (trap 10). */
export const OUTSIDE = 'local'

type Translate = (fields: Fields, ownId: string | null) => object | null

const ourselvesOr = (id: unknown, ownId: string | null): unknown => (id === OUTSIDE ? ownId : id)

/** Our own acts on the lobby, as the server tells the room of them; those of others carry their id (trap 2). */
const lobbyNotice: Translate = ({ id, message }, ownId) => {
  if (ownId === null || id !== ownId) return null
  const { type, event, value } = fieldsOf(message)
  if (type !== 'lobby-notify') return null
  switch (event) {
    case 'LOBBY-ENABLED':
      return { name: 'ownLobbyShown', isOn: value }
    case 'LOBBY-ACCESS-GRANTED':
    case 'LOBBY-ACCESS-DENIED': {
      // The lobby's address, then the knocker's id.
      const knockerId = typeof value === 'string' ? value.slice(value.lastIndexOf('/') + 1) : null
      return { name: 'ownAnswerShown', id: knockerId, isAdmitted: event === 'LOBBY-ACCESS-GRANTED' }
    }
    default:
      return null
  }
}

/** The script's event names, and how each payload reads (docs/meeting-api.md; trap 10). */
const translations: Readonly<Record<string, Translate>> = {
  videoConferenceJoined: ({ id, displayName }) => ({ name: 'joined', id, displayName }),
  videoConferenceLeft: () => ({ name: 'left' }),
  readyToClose: () => ({ name: 'readyToClose' }),
  participantJoined: ({ id, displayName }) => ({ name: 'participantJoined', id, displayName }),
  participantLeft: ({ id }) => ({ name: 'participantLeft', id }),
  displayNameChange: ({ id, displayname, displayName }, ownId) => ({
    name: 'displayNameChange',
    id: ourselvesOr(id, ownId),
    displayName: displayname ?? displayName,
  }),
  participantRoleChanged: ({ id, role }, ownId) => ({
    name: 'roleChanged',
    id: ourselvesOr(id, ownId),
    role: role === 'moderator' || role === 'participant' ? role : 'none',
  }),
  participantKickedOut: ({ kicked }, ownId) => {
    const { id, local } = fieldsOf(kicked)
    return { name: 'kicked', kickedId: id, isSelf: local === true || (ownId !== null && id === ownId) }
  },
  participantMuted: ({ id, isMuted, mediaType }) => {
    if (id !== OUTSIDE) return { name: 'participantMuted', id, isMuted, mediaType }
    return mediaType === 'audio' ? { name: 'ownAudioMuted', isMuted } : null
  },
  audioMuteStatusChanged: ({ muted }) => ({ name: 'ownAudioMuted', isMuted: muted }),
  moderationStatusChanged: ({ mediaType, enabled }) => ({
    name: 'moderationChanged',
    mediaType,
    isEnabled: enabled,
  }),
  moderationParticipantApproved: ({ id, mediaType }) => ({ name: 'moderationApproved', id, mediaType }),
  moderationParticipantRejected: ({ id, mediaType }) => ({ name: 'moderationRejected', id, mediaType }),
  knockingParticipant: ({ participant }) => {
    const { id, name } = fieldsOf(participant)
    return { name: 'knocking', id, displayName: name }
  },
  // A timestamp, 0 when lowered; old scripts said true and false.
  raiseHandUpdated: ({ id, handRaised }, ownId) => ({
    name: 'handRaised',
    id: ourselvesOr(id, ownId),
    raisedAtMs: typeof handRaised === 'boolean' ? (handRaised ? Date.now() : 0) : handRaised,
  }),
  dominantSpeakerChanged: ({ id }, ownId) => ({ name: 'dominantSpeaker', id: ourselvesOr(id, ownId) }),
  incomingMessage: ({ from, nick, message, privateMessage }) => ({
    name: 'messageReceived',
    fromId: from,
    displayName: nick,
    text: message,
    isPrivate: privateMessage === true,
  }),
  passwordRequired: () => ({ name: 'passwordRequired' }),
  // `transcription` beside it says only that a transcript runs as well. With an error somebody could not start one: where
  // one runs already, it goes on.
  recordingStatusChanged: ({ on, mode, error }) =>
    error === undefined || error === null || error === ''
      ? { name: 'recordingChanged', isOn: on, mode }
      : null,
  transcribingStatusChanged: ({ on }) => ({ name: 'transcribingChanged', isOn: on }),
  notificationTriggered: ({ title, description }) => {
    const keys = { title: keyLike(title), description: keyLike(description) }
    return keys.title === '' && keys.description === '' ? null : { name: 'hinted', ...keys }
  },
  errorOccurred: ({ error }) => {
    const { name, isFatal } = fieldsOf(error)
    return { name: 'errorOccurred', errorName: keyLike(name) || 'unknown', isFatal: isFatal === true }
  },
  nonParticipantMessageReceived: lobbyNotice,
  lobbyModeChanged: ({ enabled }) => ({ name: 'lobbyChanged', isEnabled: enabled }),
}

/** The script's events that are listened to: no more than is used. */
export const eventNames: readonly string[] = Object.keys(translations)

/** Events that only show the frame is alive; they carry nothing onward. */
export const signsOfLife: readonly string[] = ['ready', 'browserSupport', 'prejoinScreenLoaded']

/** Nobody in the room is called what the frame calls us: nothing is taken for another person's under it. */
const isAboutOutside = (event: MeetingEvent): boolean =>
  ('id' in event && event.id === OUTSIDE) || ('fromId' in event && event.fromId === OUTSIDE)

/**
 * Reads one event of the script.
 *
 * @param eventName - the script's name for it.
 * @param payload - anything at all.
 * @param ownId - our id in the meeting; null while not joined.
 * @returns null when it is unknown, of no use, or malformed.
 */
export const readMeetingEvent = (
  eventName: string,
  payload: unknown,
  ownId: string | null,
): MeetingEvent | null => {
  try {
    const translate = Object.hasOwn(translations, eventName) ? translations[eventName] : undefined
    const translated = translate?.(fieldsOf(payload), ownId) ?? null
    if (translated === null) return null
    const read = MeetingEvent.safeParse(translated)
    return read.success && !isAboutOutside(read.data) ? read.data : null
  } catch {
    // A payload with getters that throw.
    return null
  }
}
