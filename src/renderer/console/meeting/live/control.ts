/** @file Who has control: our own role and unexpected moderators, from the roster (trap 5). */
import type { Alarms } from '../guard/alarms'
import type { Clock } from '../guard/clock'
import type { RosterChange } from '../roster/person'
import type { Roster } from '../roster/roster'

/** `lost`: we were the moderator and are not any more. */
export type Control = 'unknown' | 'moderator' | 'notModerator' | 'lost'

/** Roles settle a moment after joining, in no fixed order; until then nothing is said. In milliseconds. */
export const ROLE_SETTLES_MS = 5000

/** Watches roles. */
export interface ControlWatch {
  now(): Control
  /** We are in the room. */
  joined(): void
  receive(changes: readonly RosterChange[]): void
  forget(): void
}

/** Makes it, knowing nothing. */
export const watchControl = (options: {
  clock: Clock
  roster: Pick<Roster, 'ownId' | 'get'>
  alarms: Alarms
  onModerator: () => void
  onChange: () => void
}): ControlWatch => {
  const { clock, roster, alarms, onModerator, onChange } = options
  let control: Control = 'unknown'
  let stopSettling: (() => void) | null = null

  const become = (next: Control): void => {
    if (next === control) return
    control = next
    if (next === 'moderator') {
      alarms.lower('roleLost')
      alarms.lower('notModerator')
      onModerator()
    }
    if (next === 'lost') alarms.raise('roleLost')
    if (next === 'notModerator') alarms.raise('notModerator')
    onChange()
  }

  const lookAtOurselves = (): void => {
    const ownId = roster.ownId()
    const role = ownId === null ? undefined : roster.get(ownId)?.role
    if (role === 'moderator') become('moderator')
    else if (control === 'moderator' && role !== undefined && role !== 'unknown') become('lost')
  }

  const lookAt = (change: RosterChange): void => {
    if (change.kind === 'gone') alarms.lower('otherModerator', change.person.id)
    if (change.kind !== 'appeared' && change.kind !== 'role') return
    const { person } = change
    if (person.isSelf || person.id === roster.ownId()) return
    if (person.role === 'moderator') alarms.raise('otherModerator', person.id)
    else alarms.lower('otherModerator', person.id)
  }

  return {
    now: () => control,
    joined() {
      // Somebody already inside may have been shown as a moderator before we knew that it is us.
      const ownId = roster.ownId()
      if (ownId !== null) alarms.lower('otherModerator', ownId)
      stopSettling?.()
      stopSettling = clock.after(ROLE_SETTLES_MS, () => {
        if (control === 'unknown') become('notModerator')
      })
      lookAtOurselves()
    },
    receive(changes) {
      for (const change of changes) lookAt(change)
      if (changes.length > 0) lookAtOurselves()
    },
    forget() {
      stopSettling?.()
      stopSettling = null
      control = 'unknown'
      alarms.lower('roleLost')
      alarms.lower('notModerator')
    },
  }
}
