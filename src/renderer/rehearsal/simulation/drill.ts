/** @file Plays a drill's steps: each once, by time and by what the facilitator does, and told to the embedder. */
import {
  DRILL_END_BY_TIME,
  DRILL_END_TITLE,
  DRILL_STEP_TITLE,
  type DrillAct,
  type DrillDeed,
  type DrillFrame,
  type DrillStep,
  type DrillTrigger,
} from '../../../contract/drill-plan'
import type { Arrivals } from './arrivals'
import { type Guest, isHeldMuted, type Occupant, type Room, setAudioMuted, setHand } from './room'

/** How long a spoken line is heard, in milliseconds: a moment, and so much a letter. */
const SPOKEN_MS = { least: 3500, perLetter: 55 } as const

/** An act of the facilitator, under the guest it was aimed at. */
export type Act =
  | { kind: Extract<DrillAct, { guest: string }>['kind']; guest: Guest }
  | { kind: Exclude<DrillAct, { guest: string }>['kind'] }

/** The steps of one meeting. */
export interface DrillScript {
  /** We are in: for the first time, or after our line broke. */
  joined(): void
  /** The facilitator did something that the server has seen. */
  did(act: Act): void
}

/** What a script moves. */
export interface DrillScriptParts {
  room: Room
  arrivals: () => Arrivals
  /** Our line to the server breaks: everybody is gone from here until it returns. */
  breakLine: () => void
  returnLine: () => void
}

/** Without a drill nothing is scripted. */
export const noScript: DrillScript = { joined: () => {}, did: () => {} }

const isSameTrigger = (trigger: DrillTrigger, heard: DrillTrigger): boolean => {
  if (trigger.kind !== heard.kind) return false
  if ('guest' in trigger && 'guest' in heard) return trigger.guest === heard.guest
  if ('id' in trigger && 'id' in heard) return trigger.id === heard.id
  return true
}

/** Makes the script of a drill. */
export const createDrillScript = (
  { plan, isBack }: DrillFrame,
  { room, arrivals, breakLine, returnLine }: DrillScriptParts,
): DrillScript => {
  const armed = new Set<string>()
  const happened = new Set<string>()
  let hasJoined = isBack
  let isTimed = false
  let isOver = false
  const recorders = new Set<Extract<DrillDeed, { kind: 'recording' }>['mode']>()
  // What happens one below the other: a voice that stops must not cut short the next of the same person.
  const lineNumbers = new Map<Guest, number>()

  const guestNamed = (name: string): Guest | undefined =>
    room.guests.find((guest) => guest.plan.name === name)
  const occupantNamed = (name: string): Occupant | null => guestNamed(name)?.occupant ?? null
  const tell = (title: string, description: string): void =>
    room.emit('notification-triggered', { title, description })

  const say = (name: string, text: string): void => {
    const guest = guestNamed(name)
    const occupant = guest?.occupant
    if (!guest || !occupant) return
    if (isHeldMuted(room, occupant)) {
      setHand(room, occupant, true)
      return
    }
    setAudioMuted(room, occupant, false)
    setHand(room, occupant, false)
    room.speakingIds.add(occupant.id)
    room.emit('dominant-speaker-changed', { id: occupant.id })
    const number = (lineNumbers.get(guest) ?? 0) + 1
    lineNumbers.set(guest, number)
    occupant.saying = text
    room.changed()
    room.clock.after(SPOKEN_MS.least + SPOKEN_MS.perLetter * text.length, () => {
      if (lineNumbers.get(guest) !== number) return
      occupant.saying = null
      room.speakingIds.delete(occupant.id)
      room.changed()
    })
  }

  const end = (why: string): void => {
    if (isOver) return
    isOver = true
    tell(DRILL_END_TITLE, why)
  }

  const passRole = (name: string | null): void => {
    const { self } = room
    const setRole = (occupant: Occupant, role: Occupant['role']): void => {
      if (occupant.role === role) return
      occupant.role = role
      room.emit('participant-role-changed', { id: occupant.id, role })
    }
    if (name === null) {
      // Whoever had it keeps it too: there is no taking back.
      setRole(self, 'moderator')
      arrivals().tellKnocks()
      return
    }
    const occupant = occupantNamed(name)
    if (!occupant) return
    setRole(occupant, 'moderator')
    setRole(self, 'participant')
  }

  const play = (deed: DrillDeed, stepId: string): void => {
    switch (deed.kind) {
      case 'says':
        say(deed.guest, deed.text)
        return
      case 'writes': {
        const occupant = occupantNamed(deed.guest)
        if (!occupant) return
        room.emit('incoming-message', {
          from: occupant.id,
          nick: occupant.displayName,
          message: deed.text,
          privateMessage: deed.to === 'facilitator',
        })
        return
      }
      case 'comes': {
        const guest = guestNamed(deed.guest)
        if (guest) arrivals().arrive(guest)
        return
      }
      case 'leaves': {
        const guest = guestNamed(deed.guest)
        if (guest) arrivals().leave(guest)
        return
      }
      case 'raisesHand': {
        const occupant = occupantNamed(deed.guest)
        if (occupant) setHand(room, occupant, true)
        return
      }
      case 'recording': {
        if (deed.isOn) recorders.add(deed.mode)
        else recorders.delete(deed.mode)
        const transcription = recorders.has('transcript')
        if (deed.mode === 'transcript') {
          // A transcript tells once more of what records beside it: of the file, or else of the stream.
          const mode = recorders.has('file') ? 'file' : 'stream'
          room.emit('recording-status-changed', { on: recorders.has(mode), mode, transcription })
          room.emit('transcribing-status-changed', { on: deed.isOn })
        } else room.emit('recording-status-changed', { on: deed.isOn, mode: deed.mode, transcription })
        return
      }
      case 'moderator':
        passRole(deed.guest)
        return
      case 'othersLobby': {
        const wasOn = room.door.isLobbyOn()
        room.door.setLobby(deed.isOn)
        // Told where something changed, as by our own hand.
        if (wasOn === deed.isOn) return
        const key = deed.isOn ? 'lobby.notificationLobbyEnabled' : 'lobby.notificationLobbyDisabled'
        tell('lobby.notificationTitle', key)
        if (wasOn && !deed.isOn) arrivals().doorChanged()
        return
      }
      case 'othersPassword':
        // The real one has no description here.
        room.emit('notification-triggered', { title: 'notify.passwordSetRemotely' })
        return
      case 'lineBreaks':
        breakLine()
        return
      case 'lineReturns':
        returnLine()
        return
      case 'ends':
        end(stepId)
        return
    }
  }

  const isPossible = (deed: DrillDeed): boolean => {
    switch (deed.kind) {
      case 'says':
      case 'writes':
      case 'raisesHand':
        return occupantNamed(deed.guest) !== null
      case 'leaves':
        return guestNamed(deed.guest)?.at !== 'away'
      case 'moderator':
        return deed.guest === null || occupantNamed(deed.guest) !== null
      case 'comes':
      case 'recording':
      case 'othersLobby':
      case 'othersPassword':
      case 'lineBreaks':
      case 'lineReturns':
      case 'ends':
        return true
    }
  }

  const happen = (step: DrillStep): void => {
    if (isOver || room.isOver) return
    const isCalledFor =
      step.needs.every((id) => happened.has(id)) && !step.unless.some((id) => happened.has(id))
    const areHere = step.needsHere.every((name) => occupantNamed(name) !== null)
    if (!isCalledFor || !areHere || !step.happens.every(isPossible)) {
      // What starts it later finds it ready.
      armed.delete(step.id)
      return
    }
    happened.add(step.id)
    tell(DRILL_STEP_TITLE, step.id)
    for (const deed of step.happens) play(deed, step.id)
    hear({ kind: 'step', id: step.id })
  }

  const hear = (heard: DrillTrigger): void => {
    for (const step of plan.steps) {
      if (armed.has(step.id) || !step.when.some((trigger) => isSameTrigger(trigger, heard))) continue
      armed.add(step.id)
      if (step.afterMs === 0) happen(step)
      else room.clock.after(step.afterMs, () => happen(step))
    }
  }

  return {
    joined: () => {
      hear({ kind: hasJoined ? 'comesBack' : 'begins' })
      if (!isTimed) room.clock.after(plan.endsAfterMs, () => end(DRILL_END_BY_TIME))
      isTimed = true
      hasJoined = true
    },
    did: (act) => {
      if ('guest' in act) hear({ kind: act.kind, guest: act.guest.plan.name })
      else hear({ kind: act.kind })
    },
  }
}
