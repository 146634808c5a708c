/** @file Taking turns: one person speaks at a time, mostly; hands first; nobody who is held muted. */
import {
  type Guest,
  guestsInside,
  isHeldMuted,
  type Occupant,
  type Room,
  setAudioMuted,
  setHand,
} from './room'

/** Times of a turn, in milliseconds. */
const pace = { pause: [1500, 3500], turn: [7000, 15_000], interruptAfter: 2600, interruptFor: 2400 } as const

/** The conversation of a room. */
export interface Talk {
  start(): void
  /** The facilitator's own microphone was opened or closed. */
  ownMicrophoneChanged(): void
}

/** Makes the conversation of a room. */
export const createTalk = (room: Room): Talk => {
  const isHere = (occupant: Occupant): boolean =>
    !room.isOver && guestsInside(room).some((entry) => entry.occupant === occupant)

  const becomeDominant = (occupant: Occupant): void => {
    room.speakingIds.add(occupant.id)
    room.emit('dominant-speaker-changed', { id: occupant.id })
    // A raised hand comes down by itself when its owner speaks.
    setHand(room, occupant, false)
    room.changed()
  }

  /** Tries to speak: opens the microphone, or raises a hand where the room holds it shut. */
  const tryToSpeak = (occupant: Occupant): boolean => {
    if (!occupant.hasMicrophone) return false
    if (occupant.isAudioMuted && isHeldMuted(room, occupant)) {
      setHand(room, occupant, true)
      return false
    }
    setAudioMuted(room, occupant, false)
    becomeDominant(occupant)
    return true
  }

  const stopSpeaking = (occupant: Occupant): void => {
    if (!room.speakingIds.delete(occupant.id)) return
    room.changed()
  }

  const interrupt = (speaker: Occupant): void => {
    const others = guestsInside(room).filter(
      ({ guest, occupant }) => occupant !== speaker && talksOver(guest) && occupant.hasMicrophone,
    )
    const other = room.chance.pick(others)
    if (!other || !room.chance.happens(0.6)) return
    room.clock.after(pace.interruptAfter, () => {
      const { occupant } = other
      if (!isHere(occupant) || !room.speakingIds.has(speaker.id) || !tryToSpeak(occupant)) return
      room.clock.after(pace.interruptFor, () => {
        stopSpeaking(occupant)
        if (isHere(speaker) && room.speakingIds.has(speaker.id)) becomeDominant(speaker)
      })
    })
  }

  const next = (): Occupant | undefined => {
    const inside = guestsInside(room).map(({ occupant }) => occupant)
    const hands = inside
      .filter(({ handRaisedAtMs, id }) => handRaisedAtMs > 0 && !room.speakingIds.has(id))
      .toSorted((one, other) => one.handRaisedAtMs - other.handRaisedAtMs)
      .filter((occupant) => !isHeldMuted(room, occupant))
    return hands[0] ?? room.chance.pick(inside)
  }

  const takeTurn = (): void => {
    if (room.isOver) return
    const speaker = next()
    const turnMs = room.chance.between(...pace.turn)
    if (speaker && tryToSpeak(speaker)) {
      interrupt(speaker)
      room.clock.after(turnMs, () => {
        stopSpeaking(speaker)
        if (isHere(speaker) && room.chance.happens(0.6)) setAudioMuted(room, speaker, true)
        rest()
      })
      return
    }
    rest()
  }

  const rest = (): void => {
    if (room.isOver) return
    if (!room.self.isAudioMuted) becomeDominant(room.self)
    room.clock.after(room.chance.between(...pace.pause), () => {
      stopSpeaking(room.self)
      takeTurn()
    })
  }

  return {
    start: () => {
      if (room.plan.hasTalk) rest()
    },
    ownMicrophoneChanged: () => {
      if (room.self.isAudioMuted) stopSpeaking(room.self)
    },
  }
}

const talksOver = (guest: Guest): boolean => guest.plan.behaviours.some(({ kind }) => kind === 'talksOver')
