/**
 * @file Charter files: one organization's charter, signed, as it goes from hand to hand. A file is looked at first and
 * taken in a second step, after its signer's fingerprint was compared aloud or is known.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CharterVersion } from './charter-version'
import { CharterPack, CharterSummary } from './charters'
import { Day, Instant, PackId, unlockedErrors } from './primitives'

/** The format of charter files that this app reads and writes. */
export const CHARTER_FILE_FORMAT = 1
/** Longest file taken, in UTF-16 units: a bound against abuse, far above any real one (the five that ship: 70 000). */
export const CHARTER_FILE_MAX = 600_000
/** Most charters taken in from files. */
export const TAKEN_CHARTERS_MAX = 20

/**
 * A file. The signature (Ed25519) is over the bytes of `CHARTER_FILE_CONTEXT` and `charter` in UTF-8, so that what is
 * read is what was signed, to the letter.
 */
export const CharterFile = z.strictObject({
  holdspaceCharter: z.literal(CHARTER_FILE_FORMAT),
  /** The charter as JSON text. */
  charter: z.string().min(2).max(CHARTER_FILE_MAX),
  /** 32 bytes, base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** 64 bytes, base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
export type CharterFile = z.infer<typeof CharterFile>

/** What stands before the charter in the bytes that are signed: a signature made for anything else is none here. */
export const CHARTER_FILE_CONTEXT = 'holdspace-charter-1\n'

/** A signer, as it is read aloud: eight groups of five digits, from the first 16 bytes of the key's SHA-256. */
export const Fingerprint = z.string().regex(/^\d{5}( \d{5}){7}$/)
export type Fingerprint = z.infer<typeof Fingerprint>

/** Why a file is not taken. */
export const FileRefusalReason = z.enum([
  'tooLarge',
  'notJson',
  /** An object names a key twice: readers differ in what it says. Of the file, or of the charter inside. */
  'repeatedKey',
  'notACharterFile',
  'notSigned',
  'newerFile',
  'badSignature',
  // From here on of the charter inside.
  'newerFormat',
  'olderFormat',
  'forbiddenKey',
  'hiddenCharacters',
  'notAPack',
  'belowTheFloor',
  'brokenReference',
  'incomplete',
  'takenId',
  'looksLike',
  'otherKey',
  'olderVersion',
  'sameVersion',
  'inTheFuture',
  'tooMany',
])
export type FileRefusalReason = z.infer<typeof FileRefusalReason>

/** Why, where (a path in the charter such as `crisisCards.0.say`, or a rule of the floor), and what is wrong. */
export const FileRefusal = z.strictObject({
  reason: FileRefusalReason,
  where: z.string().max(300),
  detail: z.string().max(600),
})
export type FileRefusal = z.infer<typeof FileRefusal>

/** What a file is, before anything of it is kept. */
export const ExaminedFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), refusal: FileRefusal }),
  /** The very same is here already. */
  z.strictObject({ kind: z.literal('isHere'), charter: CharterSummary }),
  z.strictObject({
    kind: z.literal('ready'),
    pack: CharterPack,
    fingerprint: Fingerprint,
    /** When this organization's key was first taken; null: it is the first file of theirs. */
    knownSince: Instant.nullable(),
    /** The version that is here; null: the charter is new here. */
    before: CharterPack.nullable(),
    /** The day until which the version that is here goes on acting; null: this one acts as soon as it is taken in. */
    waitsUntil: Day.nullable(),
    /** Rules of the floor that can be read in English only, and so were not: empty for an English charter. */
    notRead: z.array(z.string().max(60)).max(20),
  }),
])
export type ExaminedFile = z.infer<typeof ExaminedFile>

/** A version that was just taken in; `waitsUntil` as above. */
export const TakenVersion = CharterSummary.extend({ waitsUntil: Day.nullable() })
export type TakenVersion = z.infer<typeof TakenVersion>

/** A charter that was taken in from a file or made here. */
export const TakenCharter = z.strictObject({
  charterId: PackId,
  fingerprint: Fingerprint,
  isOwn: z.boolean(),
  /** When somebody said that they had read what is different in this version; null: there was none before it. */
  acknowledgedAt: Instant.nullable(),
})
export type TakenCharter = z.infer<typeof TakenCharter>

/** A file to hand to others, and whose it is. */
export const SavedFile = z.strictObject({
  fileName: z.string().max(120),
  text: z.string().max(2 * CHARTER_FILE_MAX),
  fingerprint: Fingerprint,
})
export type SavedFile = z.infer<typeof SavedFile>

const text = z.string().max(2 * CHARTER_FILE_MAX)

export const charterFiles = {
  /** Looks at a file and keeps nothing of it. */
  examine: oc.input(z.strictObject({ text })).output(ExaminedFile).errors(unlockedErrors),
  /** Takes a file in: in the place of an earlier version, or beside it until its day. `fingerprint`: as it was compared. */
  take: oc
    .input(z.strictObject({ text, fingerprint: Fingerprint }))
    .output(TakenVersion)
    .errors({
      ...unlockedErrors,
      FILE_NOT_TAKEN: { message: 'The file is not taken.', data: FileRefusal },
      SESSION_OPEN: { message: 'A session is open. Close it first.' },
    }),
  /** Charters that were taken in from files or made here, by id. */
  taken: oc.output(z.array(TakenCharter)).errors(unlockedErrors),
  /** The file of a version that was taken in, the one that acts or one that waits: as it came, so that it can be passed on. */
  save: oc
    .input(z.strictObject({ charterId: PackId, version: CharterVersion }))
    .output(SavedFile)
    .errors(unlockedErrors),
}
