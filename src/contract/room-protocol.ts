/**
 * @file What the console page and the room page may say to each other. The room page runs the meeting
 * server's script, so everything it says is hostile input: parsed here, capped in size, ids by pattern.
 * Sources: docs/meeting-api.md; docs/room-page.md (handshake, hostile room).
 */
import { z } from 'zod'

z.config({ jitless: true })

/** Said by the room page to its parent when it has loaded; the only window message it ever sends. */
export const ROOM_READY = 'room-ready'
/** Said by the console with exactly one port. */
export const CONSOLE_PORT = 'console-port'

/** Longest display name taken over; the rest is cut, never refused. In UTF-16 units. */
export const NAME_MAX = 120
/** Longest chat message taken over, in UTF-16 units. */
export const CHAT_MAX = 4000
/** Most people taken from one poll. A poll that claims more is refused whole. */
export const PEOPLE_MAX = 1000
/** Longest message, as JSON, in UTF-16 units. Larger ones are refused with an alarm. */
export const MESSAGE_MAX = 1_000_000
/** Most messages taken steadily, per second, and at once. The excess is dropped unread, with an alarm. */
export const MESSAGES_PER_SECOND_MAX = 2000
/** Most of their text, in UTF-16 units, steadily per second and at once: dropped unread, with an alarm. */
export const TEXT_PER_SECOND_MAX = 2_000_000

/** A participant's id, as the meeting gives it. */
export const ParticipantId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/)
export type ParticipantId = z.infer<typeof ParticipantId>

const name = z
  .string()
  .max(200_000)
  .transform((text) => text.slice(0, NAME_MAX))

export const Role = z.enum(['moderator', 'participant', 'none'])
export type Role = z.infer<typeof Role>
export const MediaType = z.enum(['audio', 'video', 'desktop'])
/** What a meeting can hold for everyone: nobody but a moderator opens it without leave. It cannot hold shared screens. */
export const HeldMedia = MediaType.exclude(['desktop'])
export type HeldMedia = z.infer<typeof HeldMedia>

/** A person as one poll (`getRoomsInfo`) shows them. Mute states are absent on older servers. */
export const PolledPerson = z.object({
  id: ParticipantId,
  displayName: name.catch(''),
  role: Role.catch('none'),
  isAudioMuted: z.boolean().optional(),
  isVideoMuted: z.boolean().optional(),
})
export type PolledPerson = z.infer<typeof PolledPerson>

/** Events of the meeting, renamed to the console's words; payloads as docs/meeting-api.md has them. */
export const MeetingEvent = z.discriminatedUnion('name', [
  z.object({ name: z.literal('joined'), id: ParticipantId, displayName: name.catch('') }),
  z.object({ name: z.literal('left') }),
  z.object({ name: z.literal('readyToClose') }),
  z.object({ name: z.literal('participantJoined'), id: ParticipantId, displayName: name.catch('') }),
  z.object({ name: z.literal('participantLeft'), id: ParticipantId }),
  z.object({ name: z.literal('displayNameChange'), id: ParticipantId, displayName: name.catch('') }),
  z.object({ name: z.literal('roleChanged'), id: ParticipantId, role: Role }),
  z.object({ name: z.literal('kicked'), kickedId: ParticipantId, isSelf: z.boolean() }),
  z.object({
    name: z.literal('participantMuted'),
    id: ParticipantId,
    isMuted: z.boolean(),
    mediaType: MediaType,
  }),
  z.object({ name: z.literal('ownAudioMuted'), isMuted: z.boolean() }),
  z.object({ name: z.literal('moderationChanged'), mediaType: MediaType, isEnabled: z.boolean() }),
  z.object({ name: z.literal('moderationApproved'), id: ParticipantId, mediaType: MediaType }),
  z.object({ name: z.literal('moderationRejected'), id: ParticipantId, mediaType: MediaType }),
  z.object({ name: z.literal('knocking'), id: ParticipantId, displayName: name.catch('') }),
  z.object({ name: z.literal('handRaised'), id: ParticipantId, raisedAtMs: z.number().min(0) }),
  z.object({ name: z.literal('dominantSpeaker'), id: ParticipantId }),
  z.object({
    name: z.literal('messageReceived'),
    fromId: ParticipantId,
    displayName: name.catch(''),
    text: z
      .string()
      .max(200_000)
      .transform((text) => text.slice(0, CHAT_MAX)),
    isPrivate: z.boolean(),
  }),
  z.object({ name: z.literal('passwordRequired') }),
  z.object({
    name: z.literal('recordingChanged'),
    isOn: z.boolean(),
    mode: z.enum(['file', 'stream', 'local']).catch('file'),
  }),
  z.object({ name: z.literal('transcribingChanged'), isOn: z.boolean() }),
  /** I18n keys such as `lobby.notificationLobbyDisabled`: how what others change is shown (trap 2). Either may be ''. */
  z.object({ name: z.literal('hinted'), title: z.string().max(120), description: z.string().max(120) }),
  /** The server told the room what we ourselves did to the lobby (trap 2). */
  z.object({ name: z.literal('ownLobbyShown'), isOn: z.boolean() }),
  /** The server told the room that we ourselves admitted or denied somebody; `id` is the knocker's (trap 2). */
  z.object({ name: z.literal('ownAnswerShown'), id: ParticipantId, isAdmitted: z.boolean() }),
  z.object({ name: z.literal('errorOccurred'), errorName: z.string().max(120), isFatal: z.boolean() }),
  /** A later API that reports the lobby (issue #17784): proof, where the server has it. */
  z.object({ name: z.literal('lobbyChanged'), isEnabled: z.boolean() }),
])
export type MeetingEvent = z.infer<typeof MeetingEvent>

/** What the room page says over the port. */
export const FromRoom = z.discriminatedUnion('kind', [
  /** The constructor ran; `commands` is what this script knows. */
  z.object({ kind: z.literal('constructed'), commands: z.array(z.string().max(64)).max(300) }),
  /** The meeting's frame gave its first sign of life. */
  z.object({ kind: z.literal('alive') }),
  /** What came so far is late; it may still come (trap 11). */
  z.object({ kind: z.literal('slow') }),
  z.object({
    kind: z.literal('failed'),
    reason: z.enum(['scriptUnreachable', 'scriptBroken', 'frameSilent']),
  }),
  z.object({ kind: z.literal('event'), event: MeetingEvent }),
  z.object({
    kind: z.literal('polled'),
    pollId: z.int(),
    /** Null: the request was not answered in time, or with an error (trap 11). */
    people: z.array(PolledPerson).max(PEOPLE_MAX).nullable(),
    /** Null where the script cannot say. */
    isAudioModerated: z.boolean().nullable(),
    isVideoModerated: z.boolean().nullable(),
    isLobbyOn: z.boolean().nullable(),
  }),
  /** The command was handed to the script; the script acknowledges nothing (trap 1). */
  z.object({ kind: z.literal('sent'), commandId: z.int() }),
  /** The command was not handed over: unknown to the script, or not constructed. */
  z.object({ kind: z.literal('notSent'), commandId: z.int() }),
  z.object({ kind: z.literal('pong'), pingId: z.int() }),
  /** Hung up, ready to be removed (trap 16). */
  z.object({ kind: z.literal('closed') }),
])
export type FromRoom = z.infer<typeof FromRoom>

const commandId = z.int()
const text = (max: number) => z.string().min(1).max(max)

/** Commands the console may send, closed list, in the meeting's own order of arguments. */
export const RoomCommand = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('toggleLobby'), isOn: z.boolean() }),
  /** `''` takes the password off. Also answers a password prompt. */
  z.strictObject({ name: z.literal('password'), password: z.string().regex(/^([A-Za-z0-9]{24})?$/) }),
  z.strictObject({
    name: z.literal('answerKnockingParticipant'),
    id: ParticipantId,
    isAdmitted: z.boolean(),
  }),
  z.strictObject({ name: z.literal('muteEveryone'), media: MediaType }),
  z.strictObject({ name: z.literal('muteParticipant'), id: ParticipantId }),
  z.strictObject({ name: z.literal('toggleModeration'), isOn: z.boolean(), media: HeldMedia }),
  z.strictObject({ name: z.literal('askToUnmute'), id: ParticipantId }),
  /** Lets somebody turn the camera on while cameras are held. */
  z.strictObject({ name: z.literal('approveVideo'), id: ParticipantId }),
  z.strictObject({ name: z.literal('kickParticipant'), id: ParticipantId }),
  /** `toId` is never empty: an empty recipient would reach everyone (trap 9). */
  z.strictObject({ name: z.literal('sendPrivateMessage'), toId: ParticipantId, text: text(CHAT_MAX) }),
  /** Chosen on purpose, never by default. */
  z.strictObject({ name: z.literal('sendToEveryone'), text: text(CHAT_MAX) }),
  z.strictObject({ name: z.literal('toggleOwnAudio') }),
  z.strictObject({ name: z.literal('endConference') }),
])
export type RoomCommand = z.infer<typeof RoomCommand>
/** One command by its name. */
export type RoomCommandOf<Name extends RoomCommand['name']> = Extract<RoomCommand, { name: Name }>

/**
 * The server's script's own names for what each command becomes there, in order. The room page may call these and no
 * others for it, and the rehearsal answers each of them: both are typed by this table.
 */
export const scriptCommands = {
  toggleLobby: ['toggleLobby'],
  password: ['password'],
  answerKnockingParticipant: ['answerKnockingParticipant'],
  muteEveryone: ['muteEveryone'],
  muteParticipant: ['muteRemoteParticipant'],
  toggleModeration: ['toggleModeration'],
  askToUnmute: ['askToUnmute'],
  approveVideo: ['approveVideo'],
  kickParticipant: ['kickParticipant'],
  sendPrivateMessage: ['sendChatMessage', 'cancelPrivateChat'],
  sendToEveryone: ['sendChatMessage'],
  toggleOwnAudio: ['toggleAudio'],
  endConference: ['endConference'],
  // No command of the console's: `leave` becomes it.
  leave: ['hangup'],
} as const satisfies Readonly<Record<RoomCommand['name'] | 'leave', readonly string[]>>
/** One of the script's names. */
export type ScriptCommand = (typeof scriptCommands)[keyof typeof scriptCommands][number]

/** What the console says over the port. Nothing the meeting server may not know (docs/room-page.md). */
export const ToRoom = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('join'),
    domain: z.string().max(300),
    scriptUrl: z.url().max(600),
    roomName: z.string().regex(/^[a-z0-9]{20,64}$/),
    /** The facilitator's own name for meetings. */
    displayName: z.string().min(1).max(60),
    /** A pasted, short-lived token; never stored. */
    jwt: z
      .string()
      .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/)
      .max(8000)
      .nullable(),
    language: z.string().max(12),
  }),
  z.strictObject({ kind: z.literal('command'), commandId, command: RoomCommand }),
  z.strictObject({ kind: z.literal('poll'), pollId: z.int() }),
  z.strictObject({ kind: z.literal('ping'), pingId: z.int() }),
  /** Hang up without feedback, wait for readyToClose (3 s at most), answer `closed`. */
  z.strictObject({ kind: z.literal('leave') }),
])
export type ToRoom = z.infer<typeof ToRoom>
