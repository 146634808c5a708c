/**
 * @file What the room page asks of the meeting's frame for a private support group. It is advice to our own
 * frame only: it binds no other participant and no server (trap 14).
 */
import type { ToRoom } from '../../contract/room-protocol'
import type { MeetingOptions } from './meeting-api'

/** The console's order to join. */
export type JoinOrder = Extract<ToRoom, { kind: 'join' }>

/**
 * Buttons left to the facilitator inside the frame: own devices and the view. Everything that acts on others
 * (security, mute everyone, people, recording, chat, invitation) is the console's, so that what it shows
 * cannot drift from what was done.
 */
export const toolbarButtons = [
  'microphone',
  'camera',
  'tileview',
  'filmstrip',
  'noisesuppression',
  'select-background',
  'settings',
  'videoquality',
] as const

/**
 * `configOverwrite` of every join. A key that the server's version does not let an embedder override is
 * dropped by its frame without a word (docs/meeting-api.md says which were found on upstream's list).
 *
 * `disableChat` is never among them: with it the frame announces no message that comes in, and somebody in
 * distress who writes to the facilitator is not heard. No button of the chat is offered either way.
 */
export const configOverwrite = {
  // The console's own preparation stands before the door.
  prejoinConfig: { enabled: false },
  startWithAudioMuted: true,
  startWithVideoMuted: true,
  requireDisplayName: true,
  readOnlyName: true,
  disableProfile: true,
  // Knocks by itself where somebody locked the room before us; no chat with people who wait.
  lobby: { autoKnock: true, enableChat: false },
  // The lobby password stays possible: it is the only way past our own lobby (docs/meeting-api.md).
  securityUi: { hideLobbyButton: true },
  disableInviteFunctions: true,
  doNotStoreRoom: true,
  disableThirdPartyRequests: true,
  gravatar: { disabled: true },
  analytics: { disabled: true, rtcstatsEnabled: false },
  enableEmailInStats: false,
  feedbackPercentage: 0,
  faceLandmarks: {},
  speakerStats: { disabled: true },
  localRecording: { disable: true },
  recordingService: { enabled: false },
  liveStreaming: { enabled: false },
  transcription: { enabled: false },
  screenshotCapture: { enabled: false },
  fileSharing: { enabled: false },
  disablePolls: true,
  disableReactions: true,
  giphy: { enabled: false },
  whiteboard: { enabled: false },
  // A direct line would show participants each other's network addresses.
  p2p: { enabled: false },
  remoteVideoMenu: {
    disabled: true,
    disableKick: true,
    disableGrantModerator: true,
    disableDemote: true,
    disablePrivateChat: 'all',
  },
  participantsPane: {
    enabled: false,
    hideModeratorSettingsTab: true,
    hideMoreActionsButton: true,
    hideMuteAllButton: true,
  },
  breakoutRooms: {
    hideAddRoomButton: true,
    hideAutoAssignButton: true,
    hideJoinRoomButton: true,
  },
  // Two have buttons that would admit or refuse somebody behind the console's back. The third would show what
  // somebody wrote to the facilitator alone on a stage that others may be looking at.
  disabledNotifications: [
    'notify.participantWantsToJoin',
    'notify.participantsWantToJoin',
    'notify.chatMessages',
  ],
  toolbarButtons: [...toolbarButtons],
  disableDeepLinking: true,
  // Otherwise leaving the page may be held up by a question.
  disableBeforeUnloadHandlers: true,
  disableSelfDemote: true,
  // A key pressed in the frame must not act on the room.
  disableShortcuts: true,
  hideEmailInSettings: true,
  hideConferenceSubject: true,
  enableInsecureRoomNameWarning: false,
  useHostPageLocalStorage: false,
  apiLogLevels: [],
} as const satisfies Record<string, unknown>

/**
 * The constructor's options for one join.
 *
 * @param order - parsed and checked by the caller.
 * @param parentNode - where the script puts its frame.
 */
export const meetingOptions = (order: JoinOrder, parentNode: HTMLElement): MeetingOptions => ({
  roomName: order.roomName,
  parentNode,
  width: '100%',
  height: '100%',
  lang: order.language,
  userInfo: { displayName: order.displayName },
  configOverwrite: { ...configOverwrite },
  interfaceConfigOverwrite: { SETTINGS_SECTIONS: ['devices'] },
  ...(order.jwt === null ? {} : { jwt: order.jwt }),
})

/**
 * Whether an order to join stays with the one server this page was made for (the page's headers say
 * the same; this says it before anything is asked of the network).
 *
 * @param order - what the console asked for.
 * @param meetingOrigin - from the page's own meta element.
 */
export const isOfThisMeeting = (
  order: Pick<JoinOrder, 'scriptUrl' | 'domain'>,
  meetingOrigin: string,
): boolean => {
  try {
    const meeting = new URL(meetingOrigin)
    const script = new URL(order.scriptUrl)
    // The script builds its frame's address from `domain` unchecked (trap 13).
    const isPlainDomain = /^[a-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9_-]{1,128})?$/.test(order.domain)
    const isWeb = meeting.protocol === 'https:' || meeting.protocol === 'http:'
    return (
      isWeb &&
      script.origin === meeting.origin &&
      script.username === '' &&
      script.password === '' &&
      isPlainDomain &&
      new URL(`${meeting.protocol}//${order.domain}`).origin === meeting.origin
    )
  } catch {
    return false
  }
}
