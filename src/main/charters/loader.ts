/** @file Reads the charter packs of a folder: takes the sound ones, refuses the others by file and clause. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { floorBreach, rawFloorBreach } from '../../contract/charter-judge/floor'
import { plainIssue } from '../../contract/charter-judge/plain-issue'
import { brokenReference } from '../../contract/charter-judge/references'
import { CHARTER_FORMAT, CharterPack, type RefusedPack } from '../../contract/charters'
import { REPEATED_KEY_WORDS, readJson } from '../read-json'

/** Largest pack file taken, in bytes: a bound against abuse, far above any real one. */
export const PACK_BYTES_MAX = 2_000_000

/** What a folder of packs gave. Incomplete packs are in neither list: they are not offered. */
export interface LoadedCharters {
  packs: ReadonlyMap<string, CharterPack>
  refused: readonly RefusedPack[]
}

type Read = { isTaken: true; pack: CharterPack } | { isTaken: false; refused: RefusedPack }

const formatOf = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && 'format' in raw ? raw.format : undefined

/**
 * Judges one pack file by its text. Order: JSON, format, floor on the settings, schema, floor, references;
 * so that a weaker pack is told it is below the floor, and one of another format that it is newer or older.
 */
export const readPack = (fileName: string, text: string): Read => judged(fileName, text, false)

/** The same for one that was taken in before: its words were judged then. */
export const readTakenPack = (fileName: string, text: string): Read => judged(fileName, text, true)

const judged = (fileName: string, text: string, isTaken: boolean): Read => {
  const refuse = (reason: RefusedPack['reason'], where: string, detail: string): Read => ({
    isTaken: false,
    refused: {
      fileName: fileName.slice(0, 255),
      reason,
      where: where.slice(0, 300),
      detail: detail.slice(0, 600),
    },
  })
  const read = readJson(text)
  if (read.kind === 'notJson') return refuse('notJson', '', 'The file is not JSON.')
  // One that an earlier release took in acts as it was read then.
  if (read.kind === 'repeatedKey' && !isTaken) return refuse('repeatedKey', read.where, REPEATED_KEY_WORDS)
  const raw = read.value
  const format = formatOf(raw)
  if (typeof format === 'number' && format > CHARTER_FORMAT) {
    return refuse(
      'newerFormat',
      'format',
      `The pack has format ${format}; this app reads ${CHARTER_FORMAT}. A newer app is needed.`,
    )
  }
  if (typeof format === 'number' && format < CHARTER_FORMAT) {
    return refuse(
      'olderFormat',
      'format',
      `The pack has format ${format}; this app reads ${CHARTER_FORMAT}. docs/packs.md says what to add.`,
    )
  }
  const rawBreach = rawFloorBreach(raw)
  if (rawBreach) return refuse('belowTheFloor', rawBreach.rule, rawBreach.detail)
  const parsed = CharterPack.safeParse(raw)
  if (!parsed.success) {
    const issues = parsed.error.issues
    const [first] = issues
    const more =
      issues.length > 1 ? ` ${issues.length - 1} more of its parts are not as they are written.` : ''
    return refuse('notAPack', first?.path.join('.') ?? '', `${first ? plainIssue(first) : ''}${more}`)
  }
  const breach = floorBreach(parsed.data, isTaken)
  if (breach) return refuse('belowTheFloor', breach.rule, breach.detail)
  const broken = brokenReference(parsed.data)
  if (broken) return refuse('brokenReference', broken.where, broken.detail)
  return { isTaken: true, pack: parsed.data }
}

const readPackFile = (folder: string, fileName: string): Read => {
  const unreadable = (detail: string): Read => ({
    isTaken: false,
    refused: { fileName: fileName.slice(0, 255), reason: 'unreadable', where: '', detail },
  })
  try {
    const path = join(folder, fileName)
    if (statSync(path).size > PACK_BYTES_MAX) return unreadable('The file is too large for a pack.')
    return readPack(fileName, readFileSync(path, 'utf8'))
  } catch {
    return unreadable('The file cannot be read.')
  }
}

/**
 * Reads every `*.json` of a folder, in the order of their names. Of two packs with one id the first is taken.
 *
 * @param folder - absolute path; a folder that cannot be read gives one refusal and no packs.
 */
export const loadCharters = (folder: string): LoadedCharters => {
  let fileNames: string[]
  try {
    fileNames = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  } catch {
    const detail = 'The folder of charters cannot be read.'
    return { packs: new Map(), refused: [{ fileName: 'charters', reason: 'unreadable', where: '', detail }] }
  }
  const packs = new Map<string, CharterPack>()
  const taken = new Set<string>()
  const refused: RefusedPack[] = []
  for (const fileName of fileNames) {
    const read = readPackFile(folder, fileName)
    if (!read.isTaken) refused.push(read.refused)
    else if (taken.has(read.pack.id)) {
      const detail = `Another file already has the pack ${read.pack.id}.`
      refused.push({ fileName: fileName.slice(0, 255), reason: 'brokenReference', where: 'id', detail })
    } else {
      taken.add(read.pack.id)
      if (read.pack.isComplete) packs.set(read.pack.id, read.pack)
    }
  }
  return { packs, refused }
}
