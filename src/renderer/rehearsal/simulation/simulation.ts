/** @file The simulated meeting as its frame sees it: start, commands, requests, and what to draw. */
import type { FrameSettings } from '../frame-settings'
import { type Arrivals, createArrivals } from './arrivals'
import { createBehaviours } from './behaviours'
import type { SimulationClock } from './clock'
import { type ChatState, createCommands, type Parts } from './commands'
import { createDrillScript, type DrillScript, noScript } from './drill'
import type { EveningPlan } from './plan'
import { createRoom, type Emit, guestsInside, type Occupant } from './room'
import { createTalk } from './talk'

/** One tile. */
export interface Tile {
  id: string
  displayName: string
  isOwn: boolean
  isMuted: boolean
  isSpeaking: boolean
  hasHandRaised: boolean
  /** Said just now, in words in place of a voice. */
  saying: string | null
}

/** What the stage shows. */
export interface StageView {
  /** `joinPage`: waiting for a press on Join. */
  state: 'joinPage' | 'joining' | 'inside' | 'left'
  isOwnMuted: boolean
  /** The frame was left its microphone button. */
  hasMicrophoneButton: boolean
  tiles: readonly Tile[]
}

/** A meeting that goes on by itself. */
export interface Simulation {
  /** The frame has loaded: give the first sign, join, or show the page to join from, and let the evening begin. */
  start(): void
  /** Join was pressed on that page. */
  pressJoin(): void
  /** A command under its wire name. Unknown ones do nothing. */
  execute(name: string, args: readonly unknown[]): void
  /** A request's answer; undefined where there is none. */
  request(name: string, params: Readonly<Record<string, unknown>>): unknown
  view(): StageView
}

/** What a simulation is made from. */
export interface SimulationOptions {
  plan: EveningPlan
  clock: SimulationClock
  settings: FrameSettings
  roomName: string
  ownName: string
  emit: Emit
  /** Something to draw has changed. */
  changed: () => void
}

const isAnswered = <Name extends string>(
  name: string,
  commands: Readonly<Record<Name, unknown>>,
): name is Name => Object.hasOwn(commands, name)

/** How long joining takes, in milliseconds. */
const JOIN_MS = 350
/** How often a flood is let out, in milliseconds. */
const FLOOD_EVERY_MS = 20

/** All that is heard of a meeting that is over. */
const farewells: ReadonlySet<string> = new Set(['video-conference-left', 'video-ready-to-close'])

/** Makes a meeting; nothing happens before `start`. */
export const createSimulation = (options: SimulationOptions): Simulation => {
  const { settings } = options
  let isOnJoinPage = settings.hasJoinPage
  const chat: ChatState = { isLastIncomingPrivate: false, recipientId: null }
  const emit: Emit = (name, payload) => {
    if (room.isOver && !farewells.has(name)) return
    // What the rehearsal says of itself needs no line.
    if (room.isLineBroken && !farewells.has(name) && name !== 'notification-triggered') return
    const { privateMessage } = payload
    if (name === 'incoming-message') {
      if (settings.isChatDisabled) return
      chat.isLastIncomingPrivate = privateMessage === true
    }
    options.emit(name, payload)
  }
  const room = createRoom({ ...options, emit })
  const { clock, plan } = options
  // Behaviours and arrivals hang on each other: somebody who comes in acts, somebody who acts may leave.
  const behaviours = createBehaviours(room, () => arrivals)
  const arrivals: Arrivals = createArrivals(room, (guest, occupant) => behaviours.inside(guest, occupant))
  const talk = createTalk(room)

  const end = (readyAfterMs: number | null): void => {
    if (room.isOver) return
    room.isOver = true
    if (guestsInside(room).length === 0) room.door.vanish()
    if (room.isJoined) emit('video-conference-left', { roomName: options.roomName })
    if (readyAfterMs !== null) clock.after(readyAfterMs, () => emit('video-ready-to-close', {}))
    room.changed()
  }

  const breakLine = (): void => {
    if (room.isLineBroken) return
    // As measured with a server that died: the error, then everybody leaves, and nobody says that we left.
    emit('error-occurred', { error: { name: 'connection.otherError', isFatal: false } })
    for (const { occupant } of guestsInside(room)) emit('participant-left', { id: occupant.id })
    room.isLineBroken = true
    room.changed()
  }
  const returnLine = (): void => {
    if (!room.isLineBroken) return
    room.isLineBroken = false
    for (const { guest, occupant } of guestsInside(room)) arrivals.tellInside(guest, occupant)
    join()
  }
  const script: DrillScript = plan.drill
    ? createDrillScript(plan.drill, { room, arrivals: () => arrivals, breakLine, returnLine })
    : noScript
  const parts: Parts = { room, arrivals, behaviours, talk, script, end }
  const commands = createCommands(chat)

  const flood = (): void => {
    if (room.isOver) return
    const { id } = room.chance.pick(guestsInside(room))?.occupant ?? room.self
    const count = Math.round((plan.floodPerSecond * FLOOD_EVERY_MS) / 1000)
    for (let index = 0; index < count; index += 1) emit('dominant-speaker-changed', { id })
    clock.after(FLOOD_EVERY_MS, flood)
  }

  const join = (): void => {
    if (room.isOver) return
    const { self } = room
    const tellRole = (): void => emit('participant-role-changed', { id: self.id, role: self.role })
    const isRoleFirst = room.chance.happens(0.5)
    if (isRoleFirst) tellRole()
    room.isJoined = true
    emit('video-conference-joined', {
      roomName: options.roomName,
      id: self.id,
      displayName: self.displayName,
      formattedDisplayName: `${self.displayName} (me)`,
      breakoutRoom: false,
    })
    emit('audio-mute-status-changed', { muted: self.isAudioMuted })
    if (!isRoleFirst) clock.after(250, tellRole)
    arrivals.tellKnocks()
    talk.start()
    script.joined()
    if (plan.floodPerSecond > 0) flood()
    room.changed()
  }

  const tileOf = (occupant: Occupant): Tile => ({
    id: occupant.id,
    displayName: occupant.displayName,
    isOwn: occupant === room.self,
    isMuted: occupant.isAudioMuted,
    isSpeaking: room.speakingIds.has(occupant.id),
    hasHandRaised: occupant.handRaisedAtMs > 0,
    saying: occupant.saying,
  })

  const stateNow = (): StageView['state'] => {
    if (room.isOver) return 'left'
    if (room.isJoined && !room.isLineBroken) return 'inside'
    return isOnJoinPage ? 'joinPage' : 'joining'
  }
  const everyone = (): Occupant[] =>
    stateNow() === 'inside' ? [room.self, ...guestsInside(room).map(({ occupant }) => occupant)] : []

  const begin = (): void => {
    if (room.isOver) return
    emit('ready', {})
    emit('browser-support', { supported: true })
    // What the script tells before we have joined carries this id (trap 10).
    emit('display-name-change', { id: 'local', displayname: options.ownName })
    emit('raise-hand-updated', { id: 'local', handRaised: 0 })
    emit('participant-muted', { id: 'local', isMuted: room.self.isAudioMuted, mediaType: 'audio' })
    for (const guest of room.guests) {
      if (guest.plan.arrivesAtMs <= 0) arrivals.enter(guest)
      else if (Number.isFinite(guest.plan.arrivesAtMs)) {
        clock.after(guest.plan.arrivesAtMs, () => arrivals.arrive(guest))
      }
    }
    if (isOnJoinPage) {
      emit('prejoin-screen-loaded', { id: 'local', displayName: options.ownName })
      return
    }
    // Those already inside are told of before we are (trap 10).
    clock.after(JOIN_MS, join)
  }

  return {
    start() {
      const slowMs = plan.drill?.plan.slowStartMs ?? 0
      if (slowMs === 0) begin()
      else clock.after(slowMs, begin)
    },
    pressJoin() {
      if (!isOnJoinPage) return
      isOnJoinPage = false
      room.changed()
      clock.after(JOIN_MS, join)
    },
    execute(name, args) {
      if (room.isOver || !isAnswered(name, commands)) return
      commands[name](parts, args)
    },
    request(name, { mediaType }) {
      switch (name) {
        case 'rooms-info':
          return {
            rooms: [
              {
                isMainRoom: true,
                id: options.roomName,
                jid: `${options.roomName}@conference.rehearsal`,
                participants: everyone().map(({ id, displayName, role, isAudioMuted, hasTrack }) => ({
                  id,
                  jid: `${options.roomName}@conference.rehearsal/${id}`,
                  displayName,
                  role,
                  // True for anybody without a track yet, whatever becomes of it (trap 10).
                  audioMuted: isAudioMuted || !hasTrack,
                  videoMuted: true,
                })),
              },
            ],
          }
        case 'is-moderation-on':
          return mediaType === 'video' ? room.isVideoModerated : room.isAudioModerated
        case 'is-audio-muted':
          return room.self.isAudioMuted
        case 'is-video-muted':
          return true
        default:
          return undefined
      }
    },
    view: () => ({
      state: stateNow(),
      isOwnMuted: room.self.isAudioMuted,
      hasMicrophoneButton: settings.toolbarButtons?.includes('microphone') ?? true,
      tiles: everyone().map(tileOf),
    }),
  }
}
