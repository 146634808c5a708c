/** @file The two things that are done with the list of walls and can go wrong in silence: a change that changes nothing, a page that was not written. */

/**
 * A file without its wall.
 *
 * @param {string} text
 * @param {import('./wall.mjs').Wall} wall
 * @throws where the part that stands for the wall is not there, or there more than once: the list is out of date.
 */
export const takenDown = (text, { name, file, from, to }) => {
  const count = text.split(from).length - 1
  if (count !== 1) throw new Error(`${name}: what stands for it is ${count} times in ${file}`)
  if (from === to) throw new Error(`${name}: nothing is taken down`)
  // As a function: a dollar sign in what takes its place is a dollar sign.
  return text.replace(from, () => to)
}

const [begin, end] = ['<!-- walls: npm run walls -- --write -->', '<!-- end of walls -->']

/** A page with these tables between its two marks. */
export const writtenInto = (page, tables) => {
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error('The page has lost its two marks.')
  return `${before}${begin}\n\n${tables}\n\n${end}${after}`
}
