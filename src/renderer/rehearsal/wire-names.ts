/**
 * @file The names the embedding API uses towards the page (`toggleLobby`) and on the wire (`toggle-lobby`), as
 * upstream has them; the part of them that the rehearsal plays (docs/meeting-api.md).
 */
import type { ScriptCommand } from '../../contract/room-protocol'

/** Commands: the page's name to the wire's. Each that the console may use is here, or it does not compile. */
export const commandNames = {
  answerKnockingParticipant: 'answer-knocking-participant',
  approveVideo: 'approve-video',
  askToUnmute: 'ask-to-unmute',
  cancelPrivateChat: 'cancel-private-chat',
  endConference: 'end-conference',
  hangup: 'video-hangup',
  kickParticipant: 'kick-participant',
  muteEveryone: 'mute-everyone',
  muteRemoteParticipant: 'mute-remote-participant',
  password: 'password',
  sendChatMessage: 'send-chat-message',
  toggleAudio: 'toggle-audio',
  toggleLobby: 'toggle-lobby',
  toggleModeration: 'toggle-moderation',
} as const satisfies Readonly<Record<ScriptCommand, string>>
/** A command's name on the wire. */
export type WireCommand = (typeof commandNames)[ScriptCommand]

const isScriptCommand = (name: string): name is ScriptCommand => Object.hasOwn(commandNames, name)

/** The wire's name; null for a command that the rehearsal does not know. */
export const wireCommand = (name: string): WireCommand | null =>
  isScriptCommand(name) ? commandNames[name] : null

/** Events: the wire's name to the page's. */
export const eventNames: Readonly<Record<string, string>> = {
  'audio-mute-status-changed': 'audioMuteStatusChanged',
  'browser-support': 'browserSupport',
  'display-name-change': 'displayNameChange',
  'dominant-speaker-changed': 'dominantSpeakerChanged',
  'error-occurred': 'errorOccurred',
  'incoming-message': 'incomingMessage',
  'knocking-participant': 'knockingParticipant',
  'moderation-participant-approved': 'moderationParticipantApproved',
  'moderation-participant-rejected': 'moderationParticipantRejected',
  'moderation-status-changed': 'moderationStatusChanged',
  'non-participant-message-received': 'nonParticipantMessageReceived',
  'notification-triggered': 'notificationTriggered',
  'outgoing-message': 'outgoingMessage',
  'participant-joined': 'participantJoined',
  'participant-kicked-out': 'participantKickedOut',
  'participant-left': 'participantLeft',
  'participant-muted': 'participantMuted',
  'participant-role-changed': 'participantRoleChanged',
  'password-required': 'passwordRequired',
  'prejoin-screen-loaded': 'prejoinScreenLoaded',
  'raise-hand-updated': 'raiseHandUpdated',
  ready: 'ready',
  'recording-status-changed': 'recordingStatusChanged',
  'transcribing-status-changed': 'transcribingStatusChanged',
  'video-conference-joined': 'videoConferenceJoined',
  'video-conference-left': 'videoConferenceLeft',
  'video-ready-to-close': 'readyToClose',
}
