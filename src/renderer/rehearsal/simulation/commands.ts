/** @file What the meeting does on each command of the embedder. Nothing is ever acknowledged (trap 1). */
import type { WireCommand } from '../wire-names'
import { type Arrivals, removeGuest } from './arrivals'
import type { Behaviours } from './behaviours'
import type { DrillScript } from './drill'
import {
  areWeModerator,
  type Guest,
  guestsInside,
  isHeldMuted,
  type Occupant,
  occupantById,
  type Room,
  setAudioMuted,
} from './room'
import type { Talk } from './talk'

/** A round trip to the server, in milliseconds. */
export const ROUND_TRIP_MS = 120

/** The parts a command may move. */
export interface Parts {
  room: Room
  arrivals: Arrivals
  behaviours: Behaviours
  talk: Talk
  script: DrillScript
  /** Ends the meeting for us, after this many milliseconds. */
  end: (readyAfterMs: number | null) => void
}

type Command = (parts: Parts, args: readonly unknown[]) => void

/** Runs only for a moderator; for anybody else nothing happens and nothing is said. */
const asModerator =
  (command: Command): Command =>
  (parts, args) => {
    if (areWeModerator(parts.room)) command(parts, args)
  }

const later =
  (command: Command): Command =>
  (parts, args) => {
    parts.room.clock.after(ROUND_TRIP_MS, () => {
      if (!parts.room.isOver && !parts.room.isLineBroken) command(parts, args)
    })
  }

/** Takes a leave back, and says so where there was one. */
const reject = (room: Room, occupant: Occupant, mediaType: 'audio' | 'video'): void => {
  const wasApproved = mediaType === 'audio' ? occupant.isApproved : occupant.isVideoApproved
  if (mediaType === 'audio') occupant.isApproved = false
  else occupant.isVideoApproved = false
  const isModerated = mediaType === 'audio' ? room.isAudioModerated : room.isVideoModerated
  if (wasApproved && isModerated) room.emit('moderation-participant-rejected', { id: occupant.id, mediaType })
}

/** Says what is held, twice, as the real one does. */
const tellModeration = (room: Room, mediaType: 'audio' | 'video', enabled: boolean): void => {
  for (let time = 0; time < 2; time += 1) room.emit('moderation-status-changed', { mediaType, enabled })
}

/** The guest whom the plan knows by this occupant. */
const guestOf = (room: Room, occupant: Occupant): Guest | undefined =>
  room.guests.find((guest) => guest.occupant === occupant)

const muteByUs = ({ room, behaviours, script }: Parts, occupant: Occupant): void => {
  reject(room, occupant, 'audio')
  if (occupant.isAudioMuted) return
  setAudioMuted(room, occupant, true)
  behaviours.muted(occupant)
  const guest = guestOf(room, occupant)
  if (guest) script.did({ kind: 'muted', guest })
}

const toggleOwnAudio: Command = ({ room, talk, script }) => {
  setAudioMuted(room, room.self, !room.self.isAudioMuted)
  talk.ownMicrophoneChanged()
  script.did({ kind: room.self.isAudioMuted ? 'fellSilent' : 'spoke' })
}

/** How the chat of our own frame stands; it is changed by what is sent and by what comes in (trap 9). */
export interface ChatState {
  /** The last message that came in was for us alone. */
  isLastIncomingPrivate: boolean
  /** Whom a message typed in the frame would reach; null is everyone. */
  recipientId: string | null
}

/** What the server tells of a moderator's acts on the lobby: the actor's own client gets it as this event (trap 2). */
const tellLobby = (room: Room, event: string, value: unknown, name?: string): void =>
  room.emit('non-participant-message-received', {
    id: room.self.id,
    message: { type: 'lobby-notify', event, value, ...(name === undefined ? {} : { name }) },
  })

/** Makes the command table of one meeting: every command that the console may use has its answer here. */
export const createCommands = (chat: ChatState): Readonly<Record<WireCommand, Command>> => ({
  password: (parts, [password]) => {
    const { room } = parts
    if (!areWeModerator(room)) {
      // The one refusal an embedder can see, as the key of a notification.
      room.emit('notification-triggered', { title: 'dialog.lockTitle', description: 'dialog.lockMessage' })
      return
    }
    later(({ arrivals }) => {
      const wasLobbyOn = room.door.isLobbyOn()
      room.door.setPassword(typeof password === 'string' ? password : '')
      if (wasLobbyOn && !room.door.isLobbyOn()) arrivals.doorChanged()
    })(parts, [])
  },
  'toggle-lobby': asModerator(
    later(({ room, arrivals, behaviours, script }, [isOn]) => {
      const wasLobbyOn = room.door.isLobbyOn()
      // Left out means off (trap 2).
      room.door.setLobby(isOn === true)
      if (!wasLobbyOn && room.door.isLobbyOn()) behaviours.locked()
      // Turned on a second time, nothing is told (trap 2).
      if (wasLobbyOn !== room.door.isLobbyOn()) tellLobby(room, 'LOBBY-ENABLED', room.door.isLobbyOn())
      if (wasLobbyOn) arrivals.doorChanged()
      script.did({ kind: room.door.isLobbyOn() ? 'locked' : 'unlocked' })
    }),
  ),
  'answer-knocking-participant': asModerator(
    later(({ room, arrivals, script }, [id, isApproved]) => {
      const guest = room.guests.find(({ knockId }) => knockId !== null && knockId === id)
      // Nothing is told of an answer to somebody who has left.
      if (!guest) return
      const event = isApproved === true ? 'LOBBY-ACCESS-GRANTED' : 'LOBBY-ACCESS-DENIED'
      tellLobby(room, event, `room@lobby.rehearsal/${guest.knockId}`, guest.plan.name)
      if (isApproved === true) {
        guest.at = 'away'
        room.clock.after(300, () => arrivals.enter(guest))
      } else {
        arrivals.leave(guest)
      }
      script.did({ kind: isApproved === true ? 'admitted' : 'turnedAway', guest })
    }),
  ),
  'mute-everyone': asModerator(
    later((parts, [mediaType]) => {
      // Nobody here shares a screen or sends a picture: of a camera only the leave to open it is taken back.
      if (mediaType === 'video') {
        for (const { occupant } of guestsInside(parts.room)) reject(parts.room, occupant, 'video')
      }
      if (mediaType !== undefined && mediaType !== 'audio') return
      for (const { occupant } of guestsInside(parts.room)) muteByUs(parts, occupant)
    }),
  ),
  'mute-remote-participant': (parts, [id, mediaType]) => {
    if (mediaType !== undefined && mediaType !== 'audio') return
    if (id === parts.room.self.id) {
      toggleOwnAudio(parts, [])
      return
    }
    asModerator(
      later((inner) => {
        const occupant = occupantById(inner.room, id)
        if (occupant && occupant !== inner.room.self) muteByUs(inner, occupant)
      }),
    )(parts, [])
  },
  'toggle-moderation': asModerator(
    later((parts, [isEnabled, mediaType]) => {
      const { room } = parts
      const isOn = isEnabled === true
      if (mediaType === 'video') {
        if (room.isVideoModerated === isOn) return
        room.isVideoModerated = isOn
        for (const { occupant } of guestsInside(room)) occupant.isVideoApproved = false
        tellModeration(room, 'video', isOn)
        return
      }
      if (room.isAudioModerated === isOn) return
      room.isAudioModerated = isOn
      for (const { occupant } of guestsInside(room)) {
        // A recent server mutes everyone but the actor as it goes on (trap 8); off, it only lets people unmute.
        if (room.isAudioModerated) muteByUs(parts, occupant)
        else occupant.isApproved = false
      }
      tellModeration(room, 'audio', isOn)
      parts.script.did({ kind: room.isAudioModerated ? 'quieted' : 'quietEnded' })
    }),
  ),
  'ask-to-unmute': asModerator(
    later(({ room, script }, [id]) => {
      const occupant = occupantById(room, id)
      if (!occupant || occupant === room.self) return
      const guest = guestOf(room, occupant)
      if (guest) script.did({ kind: 'askedToSpeak', guest })
      if (isHeldMuted(room, occupant)) {
        occupant.isApproved = true
        room.emit('moderation-participant-approved', { id: occupant.id, mediaType: 'audio' })
      }
      // The person decides; most say yes. Nobody can be unmuted from afar.
      room.clock.after(2000, () => {
        const isHere = occupantById(room, occupant.id) !== null
        if (isHere && !isHeldMuted(room, occupant)) setAudioMuted(room, occupant, false)
      })
    }),
  ),
  'approve-video': asModerator(
    later(({ room }, [id]) => {
      const occupant = occupantById(room, id)
      if (!occupant || occupant === room.self || !room.isVideoModerated) return
      occupant.isVideoApproved = true
      room.emit('moderation-participant-approved', { id: occupant.id, mediaType: 'video' })
    }),
  ),
  'kick-participant': asModerator(
    later(({ room, arrivals, behaviours, script }, [id]) => {
      const guest = removeGuest(room, arrivals, id)
      if (!guest) return
      behaviours.removed(guest)
      script.did({ kind: 'removed', guest })
    }),
  ),
  'send-chat-message': (parts, [message, to, ignorePrivacy]) => {
    const { room, behaviours, script } = parts
    if (!room.isJoined || room.isLineBroken || typeof message !== 'string') return
    if (typeof to === 'string' && to !== '') {
      const occupant = occupantById(room, to)
      if (!occupant || occupant === room.self) return
      chat.recipientId = occupant.id
      room.emit('outgoing-message', { message, privateMessage: true })
      behaviours.wroteTo(occupant)
      const guest = guestOf(room, occupant)
      if (guest) script.did({ kind: 'writtenTo', guest })
      return
    }
    chat.recipientId = null
    // Held in a dialog inside the frame: nothing goes out and nothing is said.
    if (chat.isLastIncomingPrivate && ignorePrivacy !== true) return
    room.emit('outgoing-message', { message, privateMessage: false })
    script.did({ kind: 'wroteToEveryone' })
  },
  'cancel-private-chat': () => {
    chat.recipientId = null
  },
  'toggle-audio': toggleOwnAudio,
  'end-conference': asModerator(
    later((parts) => {
      for (const guest of parts.room.guests) parts.arrivals.leave(guest)
      parts.room.emit('error-occurred', {
        error: { name: 'conference.destroyed', params: ['The meeting has been terminated', null] },
      })
      parts.end(200)
    }),
  ),
  'video-hangup': (parts, [showFeedback]) => {
    // With the feedback dialog open the end waits for a person (trap 16).
    parts.end(showFeedback === false ? 200 : null)
  },
})
