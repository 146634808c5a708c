/** @file Takes many bundle files in, some at a time, with a count of what was done; it can be stopped between two calls. */
import {
  BUNDLE_FILE_MAX,
  BUNDLES_AT_ONCE,
  type BundleRefusal,
  type TakenBundle,
} from '../../../contract/roll-up'

/** What came of the files so far. */
export interface TakenIn {
  /** Files that were looked at. */
  done: number
  all: number
  taken: number
  again: number
  older: number
  /** Files that were refused, in their order, with the reason. */
  refused: readonly { name: string; reason: BundleRefusal | 'unreadable'; where?: string | undefined }[]
}

/** Nothing yet, of so many files. */
export const nothingTaken = (all: number): TakenIn => ({
  done: 0,
  all,
  taken: 0,
  again: 0,
  older: 0,
  refused: [],
})

type Became = Exclude<TakenBundle, { kind: 'refused' }> | Refused
type Refused = { kind: 'refused'; reason: BundleRefusal | 'unreadable'; where?: string | undefined }

/** Adds what became of one file. */
const withOne = (soFar: TakenIn, name: string, one: Became): TakenIn => {
  const next = { ...soFar, done: soFar.done + 1 }
  return one.kind === 'refused'
    ? { ...next, refused: [...next.refused, { name, reason: one.reason, where: one.where }] }
    : { ...next, [one.kind]: next[one.kind] + 1 }
}

/** A file's text, or why it is not asked for: a file that is too large is not even read. */
type Read = { kind: 'text'; text: string } | { kind: 'refused'; reason: 'tooLarge' | 'unreadable' }
const textOf = async (file: File): Promise<Read> => {
  if (file.size > BUNDLE_FILE_MAX) return { kind: 'refused', reason: 'tooLarge' }
  try {
    return { kind: 'text', text: await file.text() }
  } catch {
    return { kind: 'refused', reason: 'unreadable' }
  }
}

/**
 * Takes files in, `BUNDLES_AT_ONCE` to a call: no more of them are in memory at a time.
 *
 * @param send - `insight.rollUp.takeIn`.
 * @param tell - called with what was done after each call.
 * @param isStopped - asked before each call.
 * @throws what `send` throws; what was told before that is stored.
 */
export const takeFilesIn = async (
  files: readonly File[],
  send: (texts: string[]) => Promise<TakenBundle[]>,
  tell: (soFar: TakenIn) => void,
  isStopped: () => boolean,
): Promise<void> => {
  let soFar = nothingTaken(files.length)
  for (let from = 0; from < files.length && !isStopped(); from += BUNDLES_AT_ONCE) {
    const some = files.slice(from, from + BUNDLES_AT_ONCE)
    const read = await Promise.all(some.map(textOf))
    const texts = read.flatMap((one) => (one.kind === 'text' ? [one.text] : []))
    const answers = texts.length > 0 ? await send(texts) : []
    for (const [at, file] of some.entries()) {
      const one = read[at]
      const became = one?.kind === 'refused' ? one : answers.shift()
      soFar = withOne(soFar, file.name, became ?? { kind: 'refused', reason: 'unreadable' })
    }
    tell(soFar)
  }
}
