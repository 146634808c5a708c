/** @file How guests come in, wait, go, and are removed. */
import { areWeModerator, type Guest, type Occupant, type Room, setAudioMuted } from './room'

/** How long somebody at a password prompt waits before trying again, in milliseconds. */
const PROMPT_RETRY_MS = 4000
/** How long somebody knocks before giving up for a while; no event tells of it (trap 7). In milliseconds. */
export const KNOCK_PATIENCE_MS = 180_000
/** How long somebody who gave up stays away, in milliseconds. */
const GAVE_UP_AWAY_MS = 40_000

/** What happens once somebody is inside; the behaviours hang on it. */
export type OnInside = (guest: Guest, occupant: Occupant) => void

/** Arrivals and leavings, for one room. */
export interface Arrivals {
  /** Comes by whatever door is open. */
  arrive(guest: Guest): void
  /** Comes in, past every lock. */
  enter(guest: Guest): void
  leave(guest: Guest): void
  /** Says that somebody is inside, with role and microphone, as one who joins is told. */
  tellInside(guest: Guest, occupant: Occupant): void
  /** The lobby may have opened: everyone waiting comes on. */
  doorChanged(): void
  /** One event for each who waits, as somebody finds who becomes moderator. */
  tellKnocks(): void
}

/** Makes arrivals in, and leavings of, a room. */
export const createArrivals = (room: Room, onInside: OnInside): Arrivals => {
  const tellKnock = (guest: Guest): void => {
    if (areWeModerator(room) && guest.knockId !== null) {
      room.emit('knocking-participant', { participant: { id: guest.knockId, name: guest.plan.name } })
    }
  }

  const stepAside = (guest: Guest): void => {
    guest.at = 'away'
    guest.knockId = null
  }

  const knock = (guest: Guest): void => {
    const knockId = room.chance.id()
    guest.at = 'knocking'
    guest.knockId = knockId
    tellKnock(guest)
    room.clock.after(KNOCK_PATIENCE_MS, () => {
      if (guest.knockId !== knockId) return
      stepAside(guest)
      room.clock.after(GAVE_UP_AWAY_MS, () => arrive(guest))
    })
  }

  const enter = (guest: Guest): void => {
    if (guest.at === 'inside' || room.isOver) return
    const { name, hasMicrophone, comesUnmuted } = guest.plan
    const isFirstModerator = room.plan.moderator === 'firstGuest' && guest === room.guests[0]
    const occupant: Occupant = {
      id: room.chance.id(),
      displayName: name,
      role: isFirstModerator ? 'moderator' : 'participant',
      hasMicrophone,
      isAudioMuted: !hasMicrophone || !comesUnmuted || room.isAudioModerated,
      hasTrack: false,
      handRaisedAtMs: 0,
      isApproved: false,
      isVideoApproved: false,
      saying: null,
    }
    guest.at = 'inside'
    guest.knockId = null
    guest.occupant = occupant
    tellInside(guest, occupant)
    room.changed()
    onInside(guest, occupant)
  }

  const tellInside = (guest: Guest, occupant: Occupant): void => {
    const { name, hasMicrophone } = guest.plan
    const tellJoined = (): void =>
      room.emit('participant-joined', { id: occupant.id, displayName: name, formattedDisplayName: name })
    const tellRole = (): void =>
      room.emit('participant-role-changed', { id: occupant.id, role: occupant.role })
    // Either may come first.
    const order = room.chance.happens(0.3) ? [tellRole, tellJoined] : [tellJoined, tellRole]
    for (const tell of order) tell()
    room.clock.after(150, () => {
      if (guest.occupant !== occupant || !hasMicrophone) return
      occupant.hasTrack = true
      room.emit('participant-muted', {
        id: occupant.id,
        isMuted: occupant.isAudioMuted,
        mediaType: 'audio',
      })
    })
  }

  const arrive = (guest: Guest): void => {
    if (guest.at === 'inside' || guest.at === 'knocking' || room.isOver) return
    switch (room.door.entrance(null)) {
      case 'open':
        enter(guest)
        return
      case 'knock':
        knock(guest)
        return
      case 'passwordPrompt':
        guest.at = 'prompted'
        room.clock.after(PROMPT_RETRY_MS, () => {
          if (guest.at === 'prompted') arrive(guest)
        })
        return
    }
  }

  const leave = (guest: Guest): void => {
    if (guest.at === 'knocking' || guest.at === 'prompted') stepAside(guest)
    const { occupant } = guest
    if (occupant === null) return
    guest.at = 'away'
    guest.occupant = null
    room.speakingIds.delete(occupant.id)
    room.emit('participant-left', { id: occupant.id })
    room.changed()
  }

  return {
    arrive,
    enter,
    leave,
    tellInside,
    doorChanged: () => {
      if (room.door.isLobbyOn()) return
      for (const guest of room.guests) {
        if (guest.at !== 'knocking') continue
        stepAside(guest)
        // They are sent on to the room; a password still stops them there.
        arrive(guest)
      }
    },
    tellKnocks: () => {
      for (const guest of room.guests) tellKnock(guest)
    },
  }
}

/** Removes somebody: told as a removal first, then as a leaving (no ban: trap 6). */
export const removeGuest = (room: Room, arrivals: Arrivals, id: unknown): Guest | null => {
  const guest = room.guests.find(({ occupant }) => occupant !== null && occupant.id === id)
  if (!guest?.occupant) return null
  setAudioMuted(room, guest.occupant, true)
  room.emit('participant-kicked-out', {
    kicked: { id: guest.occupant.id, name: guest.plan.name, local: false },
    kicker: { id: room.self.id, name: room.self.displayName, local: true },
  })
  arrivals.leave(guest)
  guest.removals += 1
  return guest
}
