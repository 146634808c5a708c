/** @file What each guest tends to do once inside. */
import type { Coming } from './coming'
import type { Habit } from './plan'
import { type Guest, isHeldMuted, type Occupant, type Room, setAudioMuted, setHand } from './room'

/** Habits of a room. */
export interface Habits {
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

/** Makes the habits of a room. `coming` is asked for late, because it hangs on these habits in turn. */
export const createHabits = (room: Room, coming: () => Coming): Habits => {
  const guestOf = (occupant: Occupant): Guest | undefined =>
    room.guests.find((guest) => guest.occupant === occupant)

  const habitOf = <Kind extends Habit['kind']>(
    guest: Guest | undefined,
    kind: Kind,
  ): Extract<Habit, { kind: Kind }> | undefined =>
    guest?.plan.habits.find((habit): habit is Extract<Habit, { kind: Kind }> => habit.kind === kind)

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
    coming().leave(guest)
    room.clock.after(awayMs, () => coming().arrive(guest))
  }

  const hasDone = new Set<string>()
  /** True the first time only. */
  const isFirst = (guest: Guest, kind: Habit['kind']): boolean => {
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
      for (const habit of guest.plan.habits) {
        switch (habit.kind) {
          case 'raisesHand':
            whileInside(guest, occupant, habit.afterMs, () => raiseAgain(guest, occupant, habit.everyMs))
            break
          case 'writesPrivately':
            whileInside(guest, occupant, habit.afterMs, () => {
              if (isFirst(guest, habit.kind)) write(occupant, habit.text, true)
            })
            break
          case 'writesToEveryone':
            whileInside(guest, occupant, habit.afterMs, () => {
              if (isFirst(guest, habit.kind)) write(occupant, habit.text, false)
            })
            break
          case 'leavesAndReturns':
            whileInside(guest, occupant, habit.afterMs, () => {
              if (isFirst(guest, habit.kind)) goAndReturn(guest, habit.awayMs)
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
      const habit = habitOf(guest, 'unmutesItself')
      if (!guest || !habit) return
      whileInside(guest, occupant, habit.afterMs, () => {
        if (!isHeldMuted(room, occupant)) setAudioMuted(room, occupant, false)
      })
    },
    locked() {
      for (const guest of room.guests) {
        const habit = habitOf(guest, 'dropsAfterLock')
        const { occupant } = guest
        if (!habit || occupant === null || !isFirst(guest, 'dropsAfterLock')) continue
        whileInside(guest, occupant, habit.afterMs, () => goAndReturn(guest, habit.awayMs))
      }
    },
    removed(guest) {
      const habit = habitOf(guest, 'returnsAfterRemoval')
      if (!habit || guest.removals > habit.times) return
      room.clock.after(habit.awayMs, () => coming().arrive(guest))
    },
    wroteTo(occupant) {
      const guest = guestOf(occupant)
      const habit = habitOf(guest, 'writesPrivately')
      if (!guest || !habit) return
      whileInside(guest, occupant, 3500, () => {
        const key = `${room.guests.indexOf(guest)} answered`
        if (hasDone.has(key)) return
        hasDone.add(key)
        write(occupant, habit.answer, true)
      })
    },
  }
}
