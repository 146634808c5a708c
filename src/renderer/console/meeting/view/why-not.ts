/** @file Whether the room takes our commands now, and why not: one answer for the shelf and every bar. */
import type { RoomSnapshot } from '../live/snapshot'

/** Why lock, quiet and the like do not act: keys of the words for it. */
export type WhyNot = 'notInRoom' | 'roleUnknown' | 'notModerator'

/** Null: they act. */
export const whyNot = ({ stage, control }: Pick<RoomSnapshot, 'stage' | 'control'>): WhyNot | null => {
  if (stage.kind !== 'inRoom') return 'notInRoom'
  switch (control) {
    case 'moderator':
      return null
    case 'unknown':
      return 'roleUnknown'
    case 'notModerator':
    case 'lost':
      return 'notModerator'
  }
}
