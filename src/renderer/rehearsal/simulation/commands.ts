/** @file What the meeting does on each command of the embedder. Nothing is ever acknowledged (trap 1). */
import { type Arrivals, removeGuest } from './arrivals'
import type { Behaviours } from './behaviours'
import {
  areWeModerator,
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
      if (!parts.room.isOver) command(parts, args)
    })
  }

const muteByUs = ({ room, behaviours }: Parts, occupant: Occupant): void => {
  occupant.isApproved = false
  if (occupant.isAudioMuted) return
  setAudioMuted(room, occupant, true)
  behaviours.muted(occupant)
}

const toggleOwnAudio: Command = ({ room, talk }) => {
  setAudioMuted(room, room.self, !room.self.isAudioMuted)
  talk.ownMicrophoneChanged()
}

/** How the chat of our own frame stands; it is changed by what is sent and by what comes in (trap 9). */
export interface ChatState {
  /** The last message that came in was for us alone. */
  isLastIncomingPrivate: boolean
  /** Whom a message typed in the frame would reach; null is everyone. */
  recipientId: string | null
}

/** Makes the command table of one meeting. */
export const createCommands = (chat: ChatState): Readonly<Record<string, Command>> => ({
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
    later(({ room, arrivals, behaviours }, [isOn]) => {
      const wasLobbyOn = room.door.isLobbyOn()
      // Left out means off (trap 2).
      room.door.setLobby(isOn === true)
      if (!wasLobbyOn && room.door.isLobbyOn()) behaviours.locked()
      if (wasLobbyOn) arrivals.doorChanged()
    }),
  ),
  'answer-knocking-participant': asModerator(
    later(({ room, arrivals }, [id, isApproved]) => {
      const guest = room.guests.find(({ knockId }) => knockId !== null && knockId === id)
      if (!guest) return
      if (isApproved === true) {
        guest.at = 'away'
        room.clock.after(300, () => arrivals.enter(guest))
      } else {
        arrivals.leave(guest)
      }
    }),
  ),
  'mute-everyone': asModerator(
    later((parts, [mediaType]) => {
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
    later(({ room }, [isEnabled, mediaType]) => {
      if (mediaType === 'video' || room.isAudioModerated === (isEnabled === true)) return
      room.isAudioModerated = isEnabled === true
      // Nobody who speaks is muted by it; only unmuting is barred.
      for (const { occupant } of guestsInside(room)) occupant.isApproved = false
      room.emit('moderation-status-changed', { mediaType: 'audio', enabled: room.isAudioModerated })
    }),
  ),
  'ask-to-unmute': asModerator(
    later(({ room }, [id]) => {
      const occupant = occupantById(room, id)
      if (!occupant || occupant === room.self) return
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
  'kick-participant': asModerator(
    later(({ room, arrivals, behaviours }, [id]) => {
      const guest = removeGuest(room, arrivals, id)
      if (guest) behaviours.removed(guest)
    }),
  ),
  'send-chat-message': (parts, [message, to, ignorePrivacy]) => {
    const { room, behaviours } = parts
    if (!room.isJoined || typeof message !== 'string') return
    if (typeof to === 'string' && to !== '') {
      const occupant = occupantById(room, to)
      if (!occupant || occupant === room.self) return
      chat.recipientId = occupant.id
      room.emit('outgoing-message', { message, privateMessage: true })
      behaviours.wroteTo(occupant)
      return
    }
    chat.recipientId = null
    // Held in a dialog inside the frame: nothing goes out and nothing is said.
    if (chat.isLastIncomingPrivate && ignorePrivacy !== true) return
    room.emit('outgoing-message', { message, privateMessage: false })
  },
  'cancel-private-chat': () => {
    chat.recipientId = null
  },
  'toggle-audio': toggleOwnAudio,
  'end-conference': asModerator(
    later((parts) => {
      for (const guest of parts.room.guests) parts.arrivals.leave(guest)
      parts.end(200)
    }),
  ),
  'video-hangup': (parts, [showFeedback]) => {
    // With the feedback dialog open the end waits for a person (trap 16).
    parts.end(showFeedback === false ? 200 : null)
  },
})
