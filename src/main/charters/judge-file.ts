/** @file Judges a charter file against what is here: whether its charter may be taken in, and if not, exactly why. */
import type { CharterFile, FileRefusal } from '../../contract/charter-files'
import { compareVersions, partsOfVersion } from '../../contract/charter-version'
import { COMING_VERSIONS_MAX } from '../../contract/charter-versions'
import type { CharterPack } from '../../contract/charters'
import { keysToTheEye, nameToTheEye } from '../../contract/same-to-the-eye/names'
import { readPack } from './loader'
import { fingerprintOf, readSignedFile } from './signed-file'

const DAY_MS = 86_400_000

/** A charter that was taken in. `pack` is null where this app cannot read it any more: its id is its signer's still. */
export interface TakenHere {
  charterId: string
  version: string
  publicKey: string
  pack: CharterPack | null
}

/** What a file is held against. */
export interface Here {
  /** Charters that ship: their ids belong to them. */
  shipped: readonly CharterPack[]
  taken: readonly TakenHere[]
  /** Versions that wait for their day, as they were signed. */
  coming: readonly { charterId: string; version: string; signature: string }[]
  /** The key known for an organization by its folded name, or undefined. */
  keyOf: (organization: string) => string | undefined
  /** Most charters that may be taken in. */
  max: number
  now: Date
}

/** A file that may be taken in. */
export interface SoundFile {
  file: CharterFile
  pack: CharterPack
  fingerprint: string
  before: CharterPack | null
}

/** What a file turned out to be. */
export type Judged =
  | { kind: 'refused'; refusal: FileRefusal }
  | { kind: 'isHere'; pack: CharterPack }
  | ({ kind: 'ready' } & SoundFile)

/** Keys by which an object reaches into its own making. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
/** Controls, ends of lines, half characters, and signs that turn the direction of what follows: a text is not what it looks like. */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
/** Deepest nesting looked into: far more than a charter has. */
const DEPTH_MAX = 40

/** The first place of raw data with a key or a text that no charter needs, by depth first. */
const forbiddenIn = (raw: unknown, path: readonly string[] = []): FileRefusal | null => {
  const where = path.join('.').slice(0, 300)
  if (typeof raw === 'string') {
    return hidden.test(raw)
      ? {
          reason: 'hiddenCharacters',
          where,
          detail: 'It has signs in it that cannot be seen and change how it is read.',
        }
      : null
  }
  if (typeof raw !== 'object' || raw === null) return null
  if (path.length > DEPTH_MAX)
    return { reason: 'notAPack', where, detail: 'Its parts are nested too deeply.' }
  for (const key of Object.keys(raw)) {
    if (!Array.isArray(raw) && forbiddenKeys.has(key))
      return {
        reason: 'forbiddenKey',
        where,
        detail: `It has a part named ${key}, which no charter may have.`,
      }
    const found = forbiddenIn(Reflect.get(raw, key), [...path, key])
    if (found) return found
  }
  return null
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Two names that look the same and are written otherwise. Capitals and width make no other name. */
const areTwins = (one: string, other: string): boolean => {
  const plain = (name: string) => name.normalize('NFKC').trim().toLocaleLowerCase('en')
  if (plain(one) === plain(other)) return false
  const looks = keysToTheEye(other)
  return keysToTheEye(one).some((look) => looks.includes(look))
}

const twinOf = (pack: CharterPack, others: readonly CharterPack[]): FileRefusal | null => {
  for (const part of ['id', 'name', 'organization'] as const) {
    const twin = others.find((other) => other.id !== pack.id && areTwins(pack[part], other[part]))
    if (twin) {
      const detail = `It looks like “${twin[part]}”, which is here already, and is written with other letters.`
      return { reason: 'looksLike', where: part, detail }
    }
  }
  return null
}

/** Why a sound charter is not taken in beside what is here; null where it may be. */
const refusalBeside = (pack: CharterPack, { publicKey }: CharterFile, here: Here): FileRefusal | null => {
  const { shipped, taken, coming, keyOf, max, now } = here
  const before = taken.find((one) => one.charterId === pack.id)
  const refuse = (reason: FileRefusal['reason'], where: string, detail: string): FileRefusal => ({
    reason,
    where,
    detail,
  })
  if (shipped.some(({ id }) => id === pack.id))
    return refuse('takenId', 'id', `The id ${pack.id} belongs to a charter that comes with the app.`)
  const twin = twinOf(pack, [...shipped, ...taken.flatMap((one) => one.pack ?? [])])
  if (twin) return twin
  const known = keyOf(nameToTheEye(pack.organization))
  if ((before && before.publicKey !== publicKey) || (known !== undefined && known !== publicKey)) {
    const whose = fingerprintOf(before?.publicKey ?? known ?? publicKey)
    return refuse(
      'otherKey',
      '',
      `What is here was signed by ${whose}. This file was signed by ${fingerprintOf(publicKey)}.`,
    )
  }
  if (Date.parse(partsOfVersion(pack.version).day) > now.getTime() + DAY_MS)
    return refuse('inTheFuture', 'version', `Its version is ${pack.version}, a day that is still to come.`)
  if (before && compareVersions(pack.version, before.version) < 0)
    return refuse(
      'olderVersion',
      'version',
      `Its version is ${pack.version}. What is here is of ${before.version}.`,
    )
  if (before?.pack && pack.version === before.version)
    return refuse(
      'sameVersion',
      'version',
      `It has the version of what is here, ${pack.version}, and other words.`,
    )
  const waiting = coming.filter(({ charterId }) => charterId === pack.id)
  if (waiting.some(({ version }) => version === pack.version))
    return refuse(
      'sameVersion',
      'version',
      `It has the version of one that waits for its day, ${pack.version}, and other words.`,
    )
  if (waiting.length >= COMING_VERSIONS_MAX)
    return refuse('tooMany', '', `There are ${waiting.length} versions of it that wait for their day.`)
  if (!before && taken.length >= max)
    return refuse('tooMany', '', `There are ${max} already. Forget one under What is kept first.`)
  return null
}

/** Judges a file. Order: the file, its signature, the charter by itself, the charter beside what is here. */
export const judgeFile = (text: string, here: Here): Judged => {
  const read = readSignedFile(text)
  if (!read.isSigned) return { kind: 'refused', refusal: read.refusal }
  const { file } = read
  const forbidden = forbiddenIn(parsed(file.charter))
  if (forbidden) return { kind: 'refused', refusal: forbidden }
  const charter = readPack('charter', file.charter)
  if (!charter.isTaken) {
    const { reason, where, detail } = charter.refused
    // A charter of a file has been read already: what is left is JSON or not.
    return {
      kind: 'refused',
      refusal: { reason: reason === 'unreadable' ? 'notJson' : reason, where, detail },
    }
  }
  const { pack } = charter
  if (!pack.isComplete) {
    const detail = 'It says of itself that it is not complete.'
    return { kind: 'refused', refusal: { reason: 'incomplete', where: 'isComplete', detail } }
  }
  const before = here.taken.find((one) => one.charterId === pack.id)
  if (
    before?.pack &&
    before.publicKey === file.publicKey &&
    JSON.stringify(before.pack) === JSON.stringify(pack)
  )
    return { kind: 'isHere', pack }
  if (here.coming.some(({ charterId, signature }) => charterId === pack.id && signature === file.signature))
    return { kind: 'isHere', pack }
  const refusal = refusalBeside(pack, file, here)
  if (refusal) return { kind: 'refused', refusal }
  return {
    kind: 'ready',
    file,
    pack,
    fingerprint: fingerprintOf(file.publicKey),
    before: before?.pack ?? null,
  }
}
