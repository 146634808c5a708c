/** @file What each guest tends to do once inside. */
import type { Arrivals } from './arrivals'
import type { Behaviour } from './plan'
import { type Guest, isHeldMuted, type Occupant, type Room, setAudioMuted, setHand } from './room'

/** Behaviours of a room. */
export interface Behaviours {
  /** Somebody came in. */
  inside(guest: Guest, occupant: Occupant): void
  /** The facilitator muted somebody. */
  muted(occupant: Occupant): void
  /** The room was locked by the lobby. */
  locked(): void
  /** The facilitator removed somebody. */
  removed(guest: Guest): void
  /** The facilitator wrote to somebody alone. */
  wroteTo(occupant: Occupant): void
}

/** Makes the behaviours of a room. `arrivals` is asked for late, because it hangs on these behaviours in turn. */
export const createBehaviours = (room: Room, arrivals: () => Arrivals): Behaviours => {
  const guestOf = (occupant: Occupant): Guest | undefined =>
    room.guests.find((guest) => guest.occupant === occupant)

  const behaviourOf = <Kind extends Behaviour['kind']>(
    guest: Guest | undefined,
    kind: Kind,
  ): Extract<Behaviour, { kind: Kind }> | undefined =>
    guest?.plan.behaviours.find(
      (behaviour): behaviour is Extract<Behaviour, { kind: Kind }> => behaviour.kind === kind,
    )

  /** Acts later, if the person is still in the room as the same occupant. */
  const whileInside = (guest: Guest, occupant: Occupant, afterMs: number, action: () => void): void => {
    room.clock.after(afterMs, () => {
      if (guest.occupant === occupant && !room.isOver) action()
    })
  }

  const write = (occupant: Occupant, message: string, isPrivate: boolean): void =>
    room.emit('incoming-message', {
      from: occupant.id,
      nick: occupant.displayName,
      message,
      privateMessage: isPrivate,
    })

  const goAndReturn = (guest: Guest, awayMs: number): void => {
    arrivals().leave(guest)
    room.clock.after(awayMs, () => arrivals().arrive(guest))
  }

  const hasDone = new Set<string>()
  /** True the first time only. */
  const isFirst = (guest: Guest, kind: Behaviour['kind']): boolean => {
    const key = `${room.guests.indexOf(guest)} ${kind}`
    if (hasDone.has(key)) return false
    hasDone.add(key)
    return true
  }

  const raiseAgain = (guest: Guest, occupant: Occupant, everyMs: number): void => {
    setHand(room, occupant, true)
    whileInside(guest, occupant, everyMs, () => raiseAgain(guest, occupant, everyMs))
  }

  return {
    inside(guest, occupant) {
      for (const behaviour of guest.plan.behaviours) {
        switch (behaviour.kind) {
          case 'raisesHand':
            whileInside(guest, occupant, behaviour.afterMs, () =>
              raiseAgain(guest, occupant, behaviour.everyMs),
            )
            break
          case 'writesPrivately':
            whileInside(guest, occupant, behaviour.afterMs, () => {
              if (isFirst(guest, behaviour.kind)) write(occupant, behaviour.text, true)
            })
            break
          case 'writesToEveryone':
            whileInside(guest, occupant, behaviour.afterMs, () => {
              if (isFirst(guest, behaviour.kind)) write(occupant, behaviour.text, false)
            })
            break
          case 'leavesAndReturns':
            whileInside(guest, occupant, behaviour.afterMs, () => {
              if (isFirst(guest, behaviour.kind)) goAndReturn(guest, behaviour.awayMs)
            })
            break
          case 'unmutesItself':
          case 'talksOver':
          case 'dropsAfterLock':
          case 'returnsAfterRemoval':
            break
        }
      }
    },
    muted(occupant) {
      const guest = guestOf(occupant)
      const behaviour = behaviourOf(guest, 'unmutesItself')
      if (!guest || !behaviour) return
      whileInside(guest, occupant, behaviour.afterMs, () => {
        if (!isHeldMuted(room, occupant)) setAudioMuted(room, occupant, false)
      })
    },
    locked() {
      for (const guest of room.guests) {
        const behaviour = behaviourOf(guest, 'dropsAfterLock')
        const { occupant } = guest
        if (!behaviour || occupant === null || !isFirst(guest, 'dropsAfterLock')) continue
        whileInside(guest, occupant, behaviour.afterMs, () => goAndReturn(guest, behaviour.awayMs))
      }
    },
    removed(guest) {
      const behaviour = behaviourOf(guest, 'returnsAfterRemoval')
      if (!behaviour || guest.removals > behaviour.times) return
      room.clock.after(behaviour.awayMs, () => arrivals().arrive(guest))
    },
    wroteTo(occupant) {
      const guest = guestOf(occupant)
      const behaviour = behaviourOf(guest, 'writesPrivately')
      if (!guest || !behaviour) return
      whileInside(guest, occupant, 3500, () => {
        const key = `${room.guests.indexOf(guest)} answered`
        if (hasDone.has(key)) return
        hasDone.add(key)
        write(occupant, behaviour.answer, true)
      })
    },
  }
}
