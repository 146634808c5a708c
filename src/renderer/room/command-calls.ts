/** @file The console's commands as calls of the server's script: wire names and arguments, in order. */
import {
  type RoomCommand,
  type RoomCommandOf,
  type ScriptCommand,
  scriptCommands,
} from '../../contract/room-protocol'
import { OUTSIDE } from './meeting-events'

/** One call of `executeCommand`. */
export interface CommandCall<Name extends ScriptCommand = ScriptCommand> {
  /** The script's name for it. */
  name: Name
  args: readonly unknown[]
  /** Tidies up after the one before; left out where the script does not know it. */
  isFollowUp: boolean
}

const call = <Name extends ScriptCommand>(name: Name, ...args: readonly unknown[]): CommandCall<Name> => ({
  name,
  args,
  isFollowUp: false,
})

/** Every name the mapping may use; what an old script that cannot list its commands is taken to know. */
export const commandNames: readonly ScriptCommand[] = [...new Set(Object.values(scriptCommands).flat())]

type CallsOf<Name extends RoomCommand['name']> = (
  command: RoomCommandOf<Name>,
  ownId: string | null,
) => readonly CommandCall<(typeof scriptCommands)[Name][number]>[] | null

/** Ourselves, or it may be: under the name that the frame has for us outside the meeting as well. */
const isOwn = (id: string, ownId: string | null): boolean => ownId === null || id === ownId || id === OUTSIDE

/** Arguments and traps: docs/meeting-api.md. */
const callsOf: { readonly [Name in RoomCommand['name']]: CallsOf<Name> } = {
  // Always said outright: left out, it would mean off (trap 2).
  toggleLobby: ({ isOn }) => [call('toggleLobby', isOn)],
  password: ({ password }) => [call('password', password)],
  answerKnockingParticipant: ({ id, isAdmitted }) => [call('answerKnockingParticipant', id, isAdmitted)],
  // Shared screens by upstream's own word for them: read in the source, in no documentation.
  muteEveryone: ({ media }) => [call('muteEveryone', media === 'desktop' ? 'screenshare' : media)],
  // On our own id the script toggles our microphone, which could open it.
  muteParticipant: ({ id }, ownId) =>
    isOwn(id, ownId) ? null : [call('muteRemoteParticipant', id, 'audio')],
  toggleModeration: ({ isOn, media }) => [call('toggleModeration', isOn, media)],
  askToUnmute: ({ id }) => [call('askToUnmute', id)],
  approveVideo: ({ id }) => [call('approveVideo', id)],
  kickParticipant: ({ id }, ownId) => (isOwn(id, ownId) ? null : [call('kickParticipant', id)]),
  sendPrivateMessage: ({ toId, text }) => [
    call('sendChatMessage', text, toId, true),
    // The send leaves the frame's chat pointed at that person (trap 9).
    { ...call('cancelPrivateChat'), isFollowUp: true },
  ],
  // Without the third argument it is held in a dialog after an incoming private message (trap 9).
  sendToEveryone: ({ text }) => [call('sendChatMessage', text, '', true)],
  toggleOwnAudio: () => [call('toggleAudio')],
  endConference: () => [call('endConference')],
}

const read = <Name extends RoomCommand['name']>(
  name: Name,
  command: RoomCommandOf<Name>,
  ownId: string | null,
): readonly CommandCall[] | null => callsOf[name](command, ownId)

/**
 * Translates one command.
 *
 * @param command - parsed.
 * @param ownId - our id in the meeting; null while not joined.
 * @returns null when it must not be sent: aimed at ourselves, where the script would do something else.
 */
export const callsFor = (command: RoomCommand, ownId: string | null): readonly CommandCall[] | null =>
  read(command.name, command, ownId)
