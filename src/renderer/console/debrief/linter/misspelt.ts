/**
 * @file Names with a letter or two wrong. Candidates by shared deletions (the symmetric-delete idea of SymSpell),
 * proved by the optimal string alignment distance: a letter missing, added, changed, or two neighbours swapped.
 */

/** Shortest word in which one letter may be wrong, in code units. */
export const ONE_WRONG_MIN = 5
/** Shortest in which two may. */
export const TWO_WRONG_MIN = 8
/** Longer words are not looked at: no name is so long, and each costs the square of its length. */
export const MISSPELT_MAX = 20

const wrongMax = (length: number) => (length >= TWO_WRONG_MIN ? 2 : length >= ONE_WRONG_MIN ? 1 : 0)

/** The word with up to `count` letters left out. */
const deletions = (word: string, count: number): Set<string> => {
  const all = new Set([word])
  let latest = [word]
  for (let round = 0; round < count; round += 1) {
    const next = new Set<string>()
    for (const one of latest) {
      for (let at = 0; at < one.length; at += 1) next.add(one.slice(0, at) + one.slice(at + 1))
    }
    for (const one of next) all.add(one)
    latest = [...next]
  }
  return all
}

/** Letters wrong between two words: missing, added, changed, or two neighbours swapped (each counts as one). */
export const lettersWrong = (a: string, b: string): number => {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** Names made ready: what is left of them when letters are left out, which they were, and how long they are. */
export interface MisspeltIndex {
  left: ReadonlyMap<string, readonly string[]>
  lengths: ReadonlySet<number>
}

/** No names. */
export const noneMisspelt: MisspeltIndex = { left: new Map(), lengths: new Set() }

/** Makes names ready. */
export const indexMisspelt = (words: Iterable<string>): MisspeltIndex => {
  const index = new Map<string, string[]>()
  const lengths = new Set<number>()
  for (const word of new Set(words)) {
    if (word.length < ONE_WRONG_MIN - 1 || word.length > MISSPELT_MAX) continue
    // A name of four letters is found with a fifth too many.
    for (const left of deletions(word, wrongMax(word.length))) {
      const known = index.get(left)
      if (known) known.push(word)
      else index.set(left, [word])
    }
    lengths.add(word.length)
  }
  return { left: index, lengths }
}

/** True when a word is one of the names with a letter wrong, or two where it is long enough for two. */
export const isMisspelt = (word: string, index: MisspeltIndex): boolean => {
  const isNear = [-2, -1, 0, 1, 2].some((more) => index.lengths.has(word.length + more))
  if (!isNear || word.length < ONE_WRONG_MIN - 1 || word.length > MISSPELT_MAX) return false
  for (const left of deletions(word, Math.max(1, wrongMax(word.length)))) {
    for (const name of index.left.get(left) ?? []) {
      if (lettersWrong(word, name) <= wrongMax(Math.max(name.length, word.length))) return true
    }
  }
  return false
}
