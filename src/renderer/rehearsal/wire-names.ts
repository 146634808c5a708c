/**
 * @file The names the embedding API uses towards the page (`toggleLobby`) and on the wire (`toggle-lobby`), as
 * upstream has them; the part of them that the rehearsal plays (docs/meeting-api.md).
 */

/** Commands: the page's name to the wire's. */
export const commandNames: Readonly<Record<string, string>> = {
  answerKnockingParticipant: 'answer-knocking-participant',
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
}

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
