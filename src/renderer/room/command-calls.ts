/** @file The console's commands as calls of the server's script: wire names and arguments, in order. */
import type { RoomCommand } from '../../contract/room-protocol'

/** One call of `executeCommand`. */
export interface CommandCall {
  /** The script's name for it. */
  name: string
  args: readonly unknown[]
  /** Tidies up after the one before; left out where the script does not know it. */
  isFollowUp: boolean
}

const call = (name: string, ...args: readonly unknown[]): CommandCall => ({ name, args, isFollowUp: false })

/** Every name the mapping may use; what an old script that cannot list its commands is taken to know. */
export const commandNames: readonly string[] = [
  'toggleLobby',
  'password',
  'answerKnockingParticipant',
  'muteEveryone',
  'muteRemoteParticipant',
  'toggleModeration',
  'askToUnmute',
  'kickParticipant',
  'sendChatMessage',
  'cancelPrivateChat',
  'toggleAudio',
  'endConference',
  'hangup',
]

/**
 * Translates one command. Arguments and traps: docs/meeting-api.md.
 *
 * @param command - parsed.
 * @param ownId - our id in the meeting; null while not joined.
 * @returns null when it must not be sent: aimed at ourselves, where the script would do something else.
 */
export const callsFor = (command: RoomCommand, ownId: string | null): readonly CommandCall[] | null => {
  switch (command.name) {
    case 'toggleLobby':
      // Always said outright: left out, it would mean off (trap 2).
      return [call('toggleLobby', command.isOn)]
    case 'password':
      return [call('password', command.password)]
    case 'answerKnockingParticipant':
      return [call('answerKnockingParticipant', command.id, command.isAdmitted)]
    case 'muteEveryone':
      return [call('muteEveryone', 'audio')]
    case 'muteParticipant':
      // On our own id the script toggles our microphone, which could open it.
      return ownId === null || command.id === ownId
        ? null
        : [call('muteRemoteParticipant', command.id, 'audio')]
    case 'toggleModeration':
      return [call('toggleModeration', command.isOn, 'audio')]
    case 'askToUnmute':
      return [call('askToUnmute', command.id)]
    case 'kickParticipant':
      return ownId === null || command.id === ownId ? null : [call('kickParticipant', command.id)]
    case 'sendPrivateMessage':
      return [
        call('sendChatMessage', command.text, command.toId, true),
        // The send leaves the frame's chat pointed at that person (trap 9).
        { ...call('cancelPrivateChat'), isFollowUp: true },
      ]
    case 'sendToEveryone':
      // Without the third argument it is held in a dialog after an incoming private message (trap 9).
      return [call('sendChatMessage', command.text, '', true)]
    case 'toggleOwnAudio':
      return [call('toggleAudio')]
    case 'endConference':
      return [call('endConference')]
  }
}
