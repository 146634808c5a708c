/** @file A keyboard that counts: what a person would press, key by key, and how much of it is the words themselves. */

/**
 * The keyboard of a page.
 *
 * @param focused - tells what has the focus, as a page's own row needs it.
 * @param stopsMax - more stops of the Tab key than a page has.
 * @param write - `type` presses each key, which a field of a date wants; `insertText` is quicker.
 */
export const countedKeys = (page, focused, stopsMax, write) => {
  const counts = { keys: 0, letters: 0 }
  const press = async (key) => {
    counts.keys += 1
    await page.keyboard.press(key)
  }
  return {
    counts,
    press,
    /** Writes words where the keyboard is. */
    type: async (words) => {
      counts.keys += words.length
      counts.letters += words.length
      await page.keyboard[write](words)
    },
    /** Tab until something has the focus. @throws when it never has. */
    tabTo: async (what, isThere) => {
      for (let stop = 0; stop < stopsMax; stop += 1) {
        const here = await focused(page)
        if (isThere(here)) return here
        await press('Tab')
      }
      throw new Error(`The keyboard does not reach "${what}".`)
    },
  }
}
