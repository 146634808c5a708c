/** @file Whether what source and pages cite is in this repository: pages, files, numbered traps, numbered promises. */

/** Numbers of the entries of a page's numbered list: `3. **Title.** ...` at the start of a line. */
export const numbersIn = (text) =>
  new Set([...text.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => Number(number)))

const page = /(?<![\w/.-])(?:[\w.-]+\/)*[\w-]+\.md(?![\w-])/g
/** A file or folder as a page names it, in backquotes; one with a blank or a pattern in it is none. */
const file = /`((?:src|tests|scripts|bench)\/[\w./-]+)`/g
const numbered = /\b(trap|promise)s? (\d+)(?:(?:,| and| to) (\d+))?/gi

/**
 * What a text cites that is not there.
 *
 * @param {string} path - of the text, relative to the project, with slashes.
 * @param {string} text
 * @param {{ files: ReadonlySet<string>, traps: ReadonlySet<number>, promises: ReadonlySet<number> }} known - files
 *   of the project by path; numbers that `docs/room-guard.md` and `docs/promises.md` have.
 * @returns {string[]} one sentence a fault.
 */
export const citationFaults = (path, text, known) => {
  const found = []
  const folder = path.split('/').slice(0, -1)
  for (const [cited] of text.matchAll(page)) {
    const steps = [...folder]
    for (const step of cited.split('/')) {
      if (step === '..') steps.pop()
      else if (step !== '.') steps.push(step)
    }
    if (!known.files.has(cited) && !known.files.has(steps.join('/')))
      found.push(`${path}: cites ${cited}, which is not in the repository`)
  }
  // Of source the compiler and the import rules know already what is there.
  if (path.endsWith('.md')) {
    for (const [, named] of text.matchAll(file)) {
      const at = named.replace(/\/$/, '')
      if (!known.files.has(at) && ![...known.files].some((one) => one.startsWith(`${at}/`)))
        found.push(`${path}: names ${named}, which is not in the repository`)
    }
  }
  for (const [said, kind, first, second] of text.matchAll(numbered)) {
    const numbers = kind.toLowerCase() === 'trap' ? known.traps : known.promises
    for (const number of [first, second]) {
      if (number !== undefined && !numbers.has(Number(number)))
        found.push(`${path}: cites "${said}", and there is no ${kind.toLowerCase()} ${number}`)
    }
  }
  return found
}
