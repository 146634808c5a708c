/** @file Fills a script line of the charter with the facilitator's own words. */
import type { ScriptBlank } from '../../../../contract/charters'

/**
 * What the blanks of a line are filled with. `contact` is how anybody reaches the organization afterwards, or
 * its name: the on-call number is private and is said to nobody in the group.
 */
export type ScriptWords = Readonly<Record<ScriptBlank, string>>

/** Replaces the blanks of `ScriptBlank`; a pack with any other is not taken (`ScriptLine`). */
export const fillScript = (text: string, words: ScriptWords): string =>
  text
    .replace(/\{(displayName|groupName|contact)\}/g, (_, blank: string) =>
      blank === 'displayName' ? words.displayName : blank === 'groupName' ? words.groupName : words.contact,
    )
    .trim()
