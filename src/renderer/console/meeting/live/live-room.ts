/**
 * @file The live room: the way in and out, and what is known inside, as one picture per animation frame and one
 * list of acts. Pressing a key hands its command to the port in the same task; drawing waits for the frame.
 */
import type { JoinRequest, RoomConnection } from '../connection/types'
import type { Clock } from '../guard/clock'
import { doorOf } from '../guard/door-runs'
import { pauseOf } from '../guard/guard'
import { knocksOf } from '../guard/knocks'
import { lockDueAtMs } from '../guard/lock-time'
import { createPasswords, type PasswordKeeper } from '../guard/passwords'
import { quietOf } from '../guard/quiet'
import { removalsOf } from '../guard/removals'
import { createLifecycle } from './lifecycle'
import type { LineWatchOptions } from './line-watch'
import { createRoomState } from './room-state'
import { emptySnapshot, type RoomSnapshot } from './snapshot'

/** What the live room is made with. */
export interface LiveRoomOptions {
  clock: Clock
  /** Acts once, soon: at the next animation frame, or a moment later where none comes. */
  publishSoon: (publish: () => void) => void
  /** Readies a room page and connects to it. Rejects with the contract's errors. */
  openRoom: () => Promise<{ connection: RoomConnection; join: JoinRequest }>
  passwords: PasswordKeeper
  /** Asks the meeting server whether it is there; never rejects. */
  askServer: LineWatchOptions['ask']
  /** The charter's `muteOnEntry`, known once the room is opened. */
  mutesNewcomers: () => boolean
  fallbackName: (ordinal: number) => string
}

/** Makes a live room that has not been entered. */
export const createLiveRoom = (options: LiveRoomOptions) => {
  const { clock, publishSoon, openRoom } = options
  const passwords = createPasswords(options.passwords)
  const listeners = new Set<() => void>()
  let isPublishing = false
  /** Our message that says why the room is paused; null: none. */
  let toldKey: number | null = null

  const publish = (): void => {
    isPublishing = false
    const guard = room.guard.state()
    snapshot = {
      stage: lifecycle.stage(),
      control: guard.control.control,
      coFacilitators: guard.control.coFacilitators,
      isSilent: lifecycle.isSilent(),
      isRosterStale: room.isRosterStale(),
      doubtedSinceMs: lifecycle.doubtedSinceMs(),
      people: room.roster.people(),
      acts: room.acts.all(),
      lock: doorOf(guard.door),
      locksAtMs: lockDueAtMs(guard.lockTime),
      isLockTimeOver: guard.lockTime.kind === 'over',
      quiet: quietOf(guard.quiet),
      cameras: quietOf(guard.cameras),
      pause: pauseOf(guard),
      pauseTold: toldKey === null ? null : (room.outgoing.get(toldKey)?.status ?? null),
      heldBoth: room.heldBoth(),
      knocks: knocksOf(guard.knocks),
      messages: room.messages.all(),
      outgoing: room.outgoing.all(),
      removals: removalsOf(guard.removals),
      alarms: guard.alarms,
      microphone: room.microphone.now(),
      agreed: room.agreed(),
      turns: room.turns(),
      isEndRefused: lifecycle.isEndRefused(),
      keyboard: lifecycle.keyboard(),
    }
    for (const listener of listeners) listener()
  }
  const changed = (): void => {
    if (isPublishing) return
    isPublishing = true
    publishSoon(publish)
  }
  const lifecycle = createLifecycle({
    clock,
    openRoom,
    passwords,
    askServer: options.askServer,
    room: () => room,
    onChange: changed,
  })
  const room = createRoomState({
    clock,
    passwords,
    send: lifecycle.send,
    mutesNewcomers: options.mutesNewcomers,
    fallbackName: options.fallbackName,
    onChange: changed,
  })
  const { press } = room.guard
  let snapshot: RoomSnapshot = emptySnapshot(lifecycle.stage())

  return {
    snapshot: (): RoomSnapshot => snapshot,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** The present instant by the room's own clock, in milliseconds since the epoch: what its instants are held against. */
    nowMs: (): number => clock.nowMs(),
    enter: lifecycle.enter,
    /** Comes back after trouble, with a fresh page and the kept password. */
    rejoin: lifecycle.rejoin,
    lock: (): void => press({ kind: 'lock' }),
    /** The charter wants the room locked then: it is, unless somebody of ours ever locked or unlocked it. */
    planLock: (atMs: number): void => press({ kind: 'planLock', atMs }),
    /** Not yet: a few minutes later. */
    putOffLock: (): void => press({ kind: 'putOffLock' }),
    unlock: (): void => press({ kind: 'unlock' }),
    quiet: (): void => {
      press({ kind: 'quiet' })
      lifecycle.pollSoon()
    },
    releaseQuiet: (): void => {
      press({ kind: 'releaseQuiet' })
      lifecycle.pollSoon()
    },
    quietCameras: (): void => {
      press({ kind: 'quietCameras' })
      lifecycle.pollSoon()
    },
    releaseCameras: (): void => {
      press({ kind: 'releaseCameras' })
      lifecycle.pollSoon()
    },
    /**
     * Stops microphones, cameras and entry as far as the meeting can; pressed again it stops them again.
     *
     * @param line - said to everyone once, with the first press.
     */
    pause: (line: string): void => {
      const isPaused = room.guard.state().pause.kind === 'paused'
      press({ kind: 'pause' })
      if (!isPaused) {
        room.sendToEveryone(line)
        // Not by what sending answers: one that did not leave stands there too, and can be tried again.
        toldKey = room.outgoing.all().at(-1)?.key ?? null
      }
      lifecycle.pollSoon()
    },
    /**
     * Gives back what was before the pause, and asks those who had the floor to open their microphone.
     *
     * @param line - said to everyone.
     */
    resume: (line: string): void => {
      if (room.guard.state().pause.kind !== 'paused') return
      press({ kind: 'resume' })
      room.sendToEveryone(line)
      lifecycle.pollSoon()
    },
    /**
     * Mutes two people, and writes one line to everyone and one to each of the two.
     *
     * @param firstId - neither is us, both are here, and they are two; else nothing happens.
     */
    holdBoth: (firstId: string, secondId: string, lines: { toAll: string; toEach: string }): void => {
      if (room.holdBoth(firstId, secondId, lines)) lifecycle.pollSoon()
    },
    /** Asks both to open their microphones again. */
    askBothBack: (): void => {
      for (const { id } of room.heldBoth() ?? []) room.acts.askToUnmute(id)
    },
    /** The facilitator is done with the two. */
    settleHold: (): void => room.settleHold(),
    /** The facilitator is done with what a pause left. */
    settlePause: (): void => press({ kind: 'settlePause' }),
    mute: (id: string): void => {
      room.acts.mute(id)
      lifecycle.pollSoon()
    },
    askToUnmute: (id: string): void => room.acts.askToUnmute(id),
    remove: (id: string): void => {
      press({ kind: 'remove', id })
      lifecycle.pollSoon()
    },
    letBackIn: (id: string): void => press({ kind: 'letBackIn', id }),
    settleRemoval: (id: string): void => press({ kind: 'settleRemoval', id }),
    admit: (id: string): void => press({ kind: 'admit', id }),
    deny: (id: string): void => press({ kind: 'deny', id }),
    /**
     * Writes to one person. What became of it stands in the snapshot's `outgoing`, and in `acts` for that person:
     * what they wrote before counts as answered only once this was sent.
     *
     * @returns its key in `outgoing`; null when it did not leave the console: no connection (then it stands in
     * `outgoing` as not sent), nobody of that id, or nothing written.
     */
    sendPrivateMessage: room.sendPrivateMessage,
    /** Writes a ready line to one person, which answers nothing: what they wrote goes on waiting. Else the same. */
    sendPrivateLine: room.sendPrivateLine,
    /** Writes to everyone: chosen on purpose, never by default. What became of it stands in `outgoing`. */
    sendToEveryone: room.sendToEveryone,
    /** Sends a message of `outgoing` that was not sent once more; false where that is not possible now. */
    sendAgain: room.sendAgain,
    /** Keeps words that were being written to somebody as they left: in `outgoing`, as not sent. */
    keepUnsent: (person: { id: string; name: string }, text: string): void =>
      room.outgoing.keep({ kind: 'person', id: person.id, name: person.name }, text),
    /** The facilitator is done with a message of `outgoing`. */
    dismissOutgoing: (key: number): void => room.outgoing.dismiss(key),
    /** Our own microphone the other way round; nothing while it is not known which way that is. */
    flipMicrophone: (): void => room.microphone.flip(),
    /** Our own microphone open or shut, whichever way it is. */
    wishMicrophone: (isOpen: boolean): void => room.microphone.wish(isOpen),
    /** Notes what was settled with one person, in this console only. */
    setAgreed: (...noted: Parameters<typeof room.setAgreed>): void => room.setAgreed(...noted),
    /** Gives and takes the floor, in this console only: nothing of it is sent. */
    turn: room.takeTurnAct,
    /** Who has spoken for how long, until now. */
    voices: () => room.voices.now(),
    settleMessage: (key: number): void => room.messages.settle(key),
    /** Names somebody as co-facilitator for tonight, or takes it back. In this console only: no right is given by it. */
    setCoFacilitator: (personId: string, isOne: boolean): void =>
      press({ kind: 'setCoFacilitator', personId, isOne }),
    dismissAlarm: (key: string): void => press({ kind: 'dismissAlarm', key }),
    /** Puts the keyboard into the meeting's frame, because the person asked for it. */
    focusFrame: lifecycle.focusFrame,
    /** False while another page than the live view is shown: then the frame may not have the keyboard at all. */
    setShown: lifecycle.setShown,
    /** This computer is on no network, or is on one again. */
    setOffline: lifecycle.setOffline,
    /** Removes the meeting's frame at once, because it takes the keyboard; the way back is `rejoin`. */
    cutOff: lifecycle.cutOff,
    /** The facilitator has seen that the keyboard was taken. */
    dismissKeyboard: lifecycle.dismissKeyboard,
    /**
     * Ends the meeting for everyone and leaves. Whether others are out is never known. Who was here is still
     * remembered until `close`: a report may have to be started first.
     *
     * @returns false when this server's script cannot end it: nothing was left.
     */
    endForEveryone: async (): Promise<boolean> => {
      const { kind } = lifecycle.stage()
      if (kind === 'leaving' || kind === 'left' || !(await lifecycle.end())) return false
      await lifecycle.leave(true)
      publish()
      return true
    },
    /**
     * Leaves properly where that has not happened, and forgets everything.
     *
     * @returns the names that were in the room, for the debrief's linter.
     */
    close: async (): Promise<readonly string[]> => {
      if (lifecycle.stage().kind !== 'left') await lifecycle.leave(false)
      const names = room.wipe()
      publish()
      return names
    },
    /** The page goes: everything is dropped at once. */
    abandon: (): void => {
      lifecycle.abandon()
      room.wipe()
      publish()
    },
  }
}
/** A live room. */
export type LiveRoomModel = ReturnType<typeof createLiveRoom>
