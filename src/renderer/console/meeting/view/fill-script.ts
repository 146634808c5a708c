/** @file Fills a script line of the charter with the facilitator's own words. */

/** What a line may ask for. Empty values leave a line that can still be said. */
export interface ScriptWords {
  displayName: string
  groupName: string
  /** Role and number of the on-call contact, or words that point to the invitation. */
  contact: string
}

/** Replaces `{displayName}`, `{groupName}` and `{contact}`; anything else in braces stays as written. */
export const fillScript = (text: string, words: ScriptWords): string =>
  text
    .replace(/\{(displayName|groupName|contact)\}/g, (_, key: string) =>
      key === 'displayName' ? words.displayName : key === 'groupName' ? words.groupName : words.contact,
    )
    .trim()
