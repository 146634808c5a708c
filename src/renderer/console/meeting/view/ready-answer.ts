/** @file Putting a ready answer into the box: it is read and sent there, and takes no typed word away. */

/**
 * The box with another ready answer in it.
 *
 * @param text - what is in the box now.
 * @param before - the ready answer that was put in last; empty when none was.
 * @param next - the one chosen now; empty takes the last one out again, as long as it stands there unchanged.
 * @returns the same words with the one ready answer in place of the other, behind what was typed.
 */
export const withReadyAnswer = (text: string, before: string, next: string): string => {
  const own = before !== '' && text.endsWith(before) ? text.slice(0, text.length - before.length) : text
  if (own.trim() === '') return next
  if (next === '') return own.trimEnd()
  return `${own.trimEnd()}\n${next}`
}
