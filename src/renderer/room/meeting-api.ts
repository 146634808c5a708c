/** @file The part of the server's `JitsiMeetExternalAPI` that the room page touches. Every answer is unknown. */

/** What the constructor is given; see `meetingOptions`. */
export interface MeetingOptions {
  roomName: string
  parentNode: HTMLElement
  width: string
  height: string
  lang: string
  /** The display name and nothing else: an e-mail address would fetch a picture from a third party. */
  userInfo: { displayName: string }
  configOverwrite: Readonly<Record<string, unknown>>
  interfaceConfigOverwrite: Readonly<Record<string, unknown>>
  jwt?: string
}

/**
 * The members used, as the upstream source has them (docs/meeting-api.md). The script is the server's: a member
 * may be missing, throw, never settle, or answer anything.
 */
export interface MeetingApi {
  executeCommand(name: string, ...args: readonly unknown[]): unknown
  on(event: string, listener: (payload: unknown) => void): unknown
  getRoomsInfo?: () => unknown
  isModerationOn?: (mediaType: string) => unknown
  /** Not in any release read so far (jitsi-meet pull request 17860): used where a server has it. */
  isLobbyEnabled?: () => unknown
  getSupportedCommands?: () => unknown
  getSupportedEvents?: () => unknown
  dispose?: () => unknown
}

/** The script's constructor. */
export type MeetingApiConstructor = new (domain: string, options: MeetingOptions) => MeetingApi

const isConstructor = (value: unknown): value is MeetingApiConstructor => typeof value === 'function'

/**
 * Finds the constructor that the server's script leaves on the window.
 *
 * @returns null when the script left none: it was not the script.
 */
export const readConstructor = (scope: object): MeetingApiConstructor | null => {
  const value: unknown = Reflect.get(scope, 'JitsiMeetExternalAPI')
  return isConstructor(value) ? value : null
}
