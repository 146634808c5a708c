/** @file Whether words hold a name of the room, for lines that other pages store: the debrief's own rule, and no other. */
import { readLintContext } from './lint-context'
import { lint } from './linter'

/** True where one of the names that are still in memory stands in the words, however it is written. */
export const holdsRoomName = (words: string): boolean =>
  lint(words, readLintContext()).some(({ severity }) => severity === 'blocks')
