/** @file The simulated room: who is inside, who waits outside, and what the server says about it. */
import type { FrameSettings } from '../frame-settings'
import type { SimulationClock } from './clock'
import { createDoor, type Door } from './door'
import type { EveningPlan, GuestPlan } from './plan'
import { type Chance, createChance } from './random'

/** One event on its way to the embedder, under its name on the wire. */
export type Emit = (name: string, payload: Readonly<Record<string, unknown>>) => void

/** Somebody inside. */
export interface Occupant {
  id: string
  displayName: string
  role: 'moderator' | 'participant'
  hasMicrophone: boolean
  isAudioMuted: boolean
  /** Has sent sound before, or said that it does not: until then the server knows of no track. */
  hasTrack: boolean
  /** 0 when lowered, else when it went up, in milliseconds since the epoch. */
  handRaisedAtMs: number
  /** May unmute although the room is held muted. */
  isApproved: boolean
  /** May turn the camera on although cameras are held. */
  isVideoApproved: boolean
  /** The words being said, in place of a voice; null while silent, or where nobody wrote any. */
  saying: string | null
}

/** A guest of the plan, wherever they are. */
export interface Guest {
  plan: GuestPlan
  at: 'away' | 'knocking' | 'prompted' | 'inside'
  /** Inside. */
  occupant: Occupant | null
  /** Knocking: another id than the one they will have inside (trap 7). */
  knockId: string | null
  removals: number
}

/** The state of one meeting, shared by the parts of the simulation. */
export interface Room {
  clock: SimulationClock
  chance: Chance
  door: Door
  plan: EveningPlan
  emit: Emit
  self: Occupant
  isJoined: boolean
  isOver: boolean
  isAudioModerated: boolean
  /** Nobody in a rehearsal sends a picture: holding cameras changes only what they may do. */
  isVideoModerated: boolean
  /** Our line to the server is broken: we see and reach nobody. */
  isLineBroken: boolean
  guests: Guest[]
  /** Ids of those whose voice is heard just now. */
  speakingIds: Set<string>
  /** Something to see has changed. */
  changed: () => void
}

/** What a room is made from. */
export interface RoomOptions {
  plan: EveningPlan
  clock: SimulationClock
  ownName: string
  emit: Emit
  settings: Pick<FrameSettings, 'startsMuted'>
  changed: () => void
}

/** Makes the room with nobody in it. */
export const createRoom = ({ plan, clock, ownName, emit, settings, changed }: RoomOptions): Room => {
  const chance = createChance(plan.seed)
  return {
    clock,
    chance,
    door: createDoor(clock),
    plan,
    emit,
    changed,
    self: {
      id: chance.id(),
      displayName: ownName,
      role: plan.moderator === 'we' ? 'moderator' : 'participant',
      hasMicrophone: true,
      isAudioMuted: settings.startsMuted,
      hasTrack: true,
      handRaisedAtMs: 0,
      isApproved: true,
      isVideoApproved: true,
      saying: null,
    },
    isJoined: false,
    isOver: false,
    isAudioModerated: false,
    isVideoModerated: false,
    isLineBroken: false,
    guests: plan.guests.map((guest) => ({
      plan: guest,
      at: 'away',
      occupant: null,
      knockId: null,
      removals: 0,
    })),
    speakingIds: new Set(),
  }
}

/** The guests inside, in the order of the plan. */
export const guestsInside = (room: Room): { guest: Guest; occupant: Occupant }[] =>
  room.guests.flatMap((guest) => (guest.occupant === null ? [] : [{ guest, occupant: guest.occupant }]))

/** Somebody inside by id, ourselves included. */
export const occupantById = (room: Room, id: unknown): Occupant | null =>
  id === room.self.id
    ? room.self
    : (guestsInside(room).find(({ occupant }) => occupant.id === id)?.occupant ?? null)

/** Whether we may act on others. */
export const areWeModerator = (room: Room): boolean =>
  room.isJoined && !room.isLineBroken && room.self.role === 'moderator'

/** Mutes or unmutes somebody, and says so under `id` (trap 10). */
export const setAudioMuted = (room: Room, occupant: Occupant, isMuted: boolean): void => {
  if (!occupant.hasMicrophone || occupant.isAudioMuted === isMuted) return
  occupant.isAudioMuted = isMuted
  occupant.hasTrack = true
  if (isMuted) {
    room.speakingIds.delete(occupant.id)
    occupant.saying = null
  }
  if (occupant === room.self) room.emit('audio-mute-status-changed', { muted: isMuted })
  room.emit('participant-muted', { id: occupant.id, isMuted, mediaType: 'audio' })
  room.changed()
}

/** Whether the room holds somebody muted. Moderators are never held. */
export const isHeldMuted = (room: Room, occupant: Occupant): boolean =>
  room.isAudioModerated && occupant.role !== 'moderator' && !occupant.isApproved

/** Raises a hand (a timestamp) or lowers it (0). */
export const setHand = (room: Room, occupant: Occupant, isRaised: boolean): void => {
  if (occupant.handRaisedAtMs > 0 === isRaised) return
  occupant.handRaisedAtMs = isRaised ? room.clock.nowMs() : 0
  room.emit('raise-hand-updated', { id: occupant.id, handRaised: occupant.handRaisedAtMs })
  room.changed()
}
