/** @file Vault: create, unlock, lock, health, what is kept, forgetting, and the facilitator's own name. */

import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { backup } from './backup'
import { Region } from './conduct'
import { Period } from './insight'
import { KeyBindings } from './keys'
import { Day, Done, Instant, line, unlockedErrors } from './primitives'
import { KeptKindId, ListId, Passphrase, TypedSecret, unlockErrors, VaultProblem } from './vault-words'

export * from './vault-words'

/** The name other people in a meeting see for the facilitator: 1..60 characters, any name they like. */
export const DisplayName = line(60)

/** Why an open vault is only read. `count`: changes that are lost, null where it cannot be told. */
export const VaultHold = z.discriminatedUnion('kind', [
  /** Some pages are not as they were written. What reads, reads. */
  z.strictObject({ kind: z.literal('pagesDamaged') }),
  /** Changes that were acknowledged are not there: the log was cut, changed or removed. */
  z.strictObject({ kind: z.literal('recordsLost'), count: z.int().min(1).nullable() }),
  /** The note of what was acknowledged is missing: what is here may be older than what was last stored. */
  z.strictObject({ kind: z.literal('lastSaveUnknown') }),
  /** Folder or file was moved, removed or replaced while the vault was open. */
  z.strictObject({ kind: z.literal('gone') }),
])
export type VaultHold = z.infer<typeof VaultHold>

/** Whether the computer's clock is believed. Unless it is, nothing is removed for its age and nothing rescheduled. */
export const ClockTrust = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('trusted') }),
  /** To be asked: "is it now ...?" */
  z.strictObject({
    kind: z.literal('asks'),
    /** `backwards`: earlier than the vault was last seen. `gap`: very much later. `implausible`: no such year. */
    reason: z.enum(['backwards', 'gap', 'implausible']),
    nowAt: Instant,
    lastSeenAt: Instant.nullable(),
    /** Entries that would go, and sessions that would be moved, if it is right. */
    dueCount: z.int().min(0),
  }),
  /** The person said that it is wrong. */
  z.strictObject({ kind: z.literal('wrong') }),
])
export type ClockTrust = z.infer<typeof ClockTrust>

/** How a restore ended that was cut off: the backup is the vault now, or the files from before are where they were. */
export const RestoreEnd = z.enum(['finished', 'putBack'])
export type RestoreEnd = z.infer<typeof RestoreEnd>

/** Where the vault stands. `problem` is there exactly when `state` is `unusable`. */
export const VaultStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({
    state: z.literal('locked'),
    /** Earliest instant at which another try is taken; null when at once. */
    nextTryAt: Instant.nullable(),
    /** True when the header in use is the kept previous copy because the newest one was damaged. */
    isPreviousHeader: z.boolean(),
    /** Only after a restore that was cut off, until the vault is opened. */
    restore: RestoreEnd.optional(),
  }),
  z.strictObject({
    state: z.literal('unlocked'),
    /** Null while what is saved is stored. */
    hold: VaultHold.nullable(),
    clock: ClockTrust,
    /** True after unlocking by the recovery key, until new secrets are made or declined: `replaceSecrets`. */
    isRecovered: z.boolean(),
  }),
  z.strictObject({
    state: z.literal('unusable'),
    problem: VaultProblem,
    hasPreviousCopy: z.boolean(),
    /** Only after a restore that was cut off. */
    restore: RestoreEnd.optional(),
  }),
])
export type VaultStatus = z.infer<typeof VaultStatus>

/** What a person does, as they said it at first start or in Settings: what they do not do is not on their screen. */
export const Work = z.enum(['facilitates', 'leads', 'both'])
export type Work = z.infer<typeof Work>

/** The facilitator's own settings: the one name in the vault, theirs. */
export const Profile = z.strictObject({
  displayName: DisplayName,
  createdAt: Instant,
  /** When the person said that the recovery sheet in force is on paper; null: they never did. */
  recoverySheetConfirmedAt: Instant.nullable(),
  /** When first start was gone through to its end; null: it goes on at the next unlocking. */
  firstStartDoneAt: Instant.nullable(),
  work: Work,
})
export type Profile = z.infer<typeof Profile>

/** Longest id of an entry, in UTF-16 units: the longest id of a charter, with what stands before and after it. */
export const KEPT_ID_MAX = 120

/** What an entry is dated by: the day of one thing, or the whole month, quarter or year that is counted in it. */
export const KeptDate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: Day }),
  ...Period.options,
])
export type KeptDate = z.infer<typeof KeptDate>

/** One entry on the page What is kept: enough words to know it, none of its content. */
export const KeptEntry = z.strictObject({
  id: z.string().min(1).max(KEPT_ID_MAX),
  /** What the facilitator called it: their own words, never a participant's; empty where there are none. */
  label: z.string().max(200),
  /** Its date, where it is known by one. Apart from the words, to be said in the reader's language. */
  date: KeptDate.optional(),
  /** The place it is about, as a code, to be named in the reader's language. */
  region: Region.optional(),
  /** What it is, where the words alone would not say it. */
  role: z
    .enum([
      'takenCharter',
      'comingCharter',
      'charterDraft',
      'signingKey',
      'wellbeingChecks',
      'handOverForm',
      'groupForm',
      'contactsForm',
      'recipientKeyForm',
      'dutyForm',
      'lessonForm',
    ])
    .optional(),
  /** True where it cannot be read, and its list leaves it out: what else is said of it here is what could be read. */
  isDamaged: z.literal(true).optional(),
  keptSince: Instant,
  /** End date; null when it stays until forgotten (the reason is in the kind's words). */
  keptUntil: Instant.nullable(),
  /** True when its end date has come and it waits for an answer (a report draft), never removed silently. */
  isAskingToGo: z.boolean(),
  /** For how many days "keep longer" keeps it; left out: seven. */
  longerDays: z.int().min(1).optional(),
})
export type KeptEntry = z.infer<typeof KeptEntry>

/** Entries in one page, of kinds that may have thousands. The others are answered whole. */
export const KEPT_PAGE_ENTRIES = 50
/** A place in the list of a kind, as main gave it: it holds when entries before or after it come or go. */
export const KeptCursor = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/)

/** One page of a kind's entries. */
export const KeptPage = z.strictObject({
  entries: z.array(KeptEntry),
  nextCursor: KeptCursor.optional(),
})
export type KeptPage = z.infer<typeof KeptPage>

/** One kind of record, as the live schema has it. */
export const KeptKind = z.strictObject({
  kind: KeptKindId,
  count: z.int().min(0),
  keptSince: Instant.nullable(),
  /** The last end date of its entries; null where one of them has none. */
  keptUntil: Instant.nullable(),
  /** The end date that comes next; left out where none does. */
  nextEndAt: Instant.optional(),
  /** Tables of the live schema that hold it. */
  tables: z.array(z.string()),
  /** Columns of the live schema, `table.column`, so that the page is written from what is really there. */
  columns: z.array(z.string()),
  canForget: z.boolean(),
  /** The first page, newest first. */
  entries: z.array(KeptEntry),
  /** Where the next page begins (`keptPage`); left out where these are all. */
  nextCursor: KeptCursor.optional(),
})
export type KeptKind = z.infer<typeof KeptKind>

/** What forgetting proved: pages of the database searched after the delete, and copies it cannot reach. */
export const ForgetReceipt = z.strictObject({
  forgotten: z.int().min(0),
  /** Decrypted bytes of the database and log that were searched. */
  searchedBytes: z.int().min(0),
  /** True when nothing of the entry was found in them. */
  isVerified: z.boolean(),
})
export type ForgetReceipt = z.infer<typeof ForgetReceipt>

export const vault = {
  status: oc.output(VaultStatus),
  /** Emits the status now and on every change, until the caller leaves. */
  watch: oc.output(eventIterator(VaultStatus)),
  create: oc
    .input(
      z.strictObject({
        displayName: DisplayName,
        passphrase: Passphrase,
        work: Work.default('facilitates'),
      }),
    )
    /** `recoveryKey`: shown once for the printed sheet; groups of characters joined by hyphens. */
    .output(z.strictObject({ recoveryKey: z.string().max(120) }))
    .errors({
      VAULT_EXISTS: { message: 'There is a vault here already. It was not touched.' },
      VAULT_UNUSABLE: unlockErrors.VAULT_UNUSABLE,
      DISK_FULL: unlockedErrors.DISK_FULL,
    }),
  unlock: oc
    .input(z.strictObject({ secretKind: z.enum(['passphrase', 'recoveryKey']), secret: TypedSecret }))
    .output(Done)
    .errors(unlockErrors),
  lock: oc.output(Done),
  /**
   * Answers the question about the date. Yes: the clock is believed, and what has reached its end goes. No: nothing
   * goes and nothing is rescheduled, until the clock is put right; asked again at the next unlock.
   */
  answerDate: oc
    .input(z.strictObject({ isRight: z.boolean() }))
    .output(Done)
    .errors(unlockedErrors),
  /** Goes on without changes that the log lost, after the person has seen what is left. */
  acceptLoss: oc.output(Done).errors({
    ...unlockedErrors,
    NOT_POSSIBLE: { message: 'More than that is wrong: this vault can only be read.' },
  }),
  /** Reads every page once. */
  health: oc.output(z.strictObject({ isHealthy: z.boolean() })).errors(unlockedErrors),
  profile: oc.output(Profile).errors(unlockedErrors),
  rename: oc
    .input(z.strictObject({ displayName: DisplayName }))
    .output(Profile)
    .errors(unlockedErrors),
  /** Says what the person does: puts places on the screen, or takes them off. What is kept in them stays. */
  setWork: oc
    .input(z.strictObject({ work: Work }))
    .output(Profile)
    .errors(unlockedErrors),
  /** Notes that the recovery sheet in force is on paper. */
  confirmRecoverySheet: oc.output(Profile).errors(unlockedErrors),
  /**
   * Makes a new recovery key. From the answer on the old one does not open this vault, and the new one is not
   * confirmed; where it fails, the old one is in force.
   */
  renewRecoverySheet: oc
    .input(z.strictObject({ passphrase: TypedSecret }))
    /** `recoveryKey`: as with `create`, shown once. */
    .output(z.strictObject({ recoveryKey: z.string().max(120) }))
    .errors({ ...unlockedErrors, ...unlockErrors }),
  /** Another passphrase. From the answer on the old one does not open this vault; where it fails, it is in force. */
  changePassphrase: oc
    .input(z.strictObject({ passphrase: TypedSecret, next: Passphrase }))
    .output(Done)
    .errors({ ...unlockedErrors, ...unlockErrors }),
  /**
   * Another passphrase and another recovery key at once, without the old passphrase: after unlocking by the recovery
   * key. From the answer on neither of the old ones opens this vault.
   */
  replaceSecrets: oc
    .input(z.strictObject({ next: Passphrase }))
    /** `recoveryKey`: as with `create`, shown once. */
    .output(z.strictObject({ recoveryKey: z.string().max(120) }))
    .errors({
      ...unlockedErrors,
      NOT_RECOVERED: { message: 'It was not unlocked by its recovery key just now.' },
    }),
  /** Leaves passphrase and recovery key as they are after unlocking by the recovery key. */
  keepSecrets: oc.output(Done).errors(unlockedErrors),
  /** Whether a printed recovery key opens this vault. Changes nothing, and costs no wait. */
  testRecoverySheet: oc
    .input(z.strictObject({ recoveryKey: TypedSecret }))
    .output(z.strictObject({ answer: z.enum(['opens', 'doesNotOpen', 'mistyped']) }))
    .errors(unlockedErrors),
  /** Notes that first start was gone through to its end. */
  finishFirstStart: oc.output(Profile).errors(unlockedErrors),
  /** The keys that the facilitator changed. */
  keyBindings: oc.output(KeyBindings).errors(unlockedErrors),
  /** Replaces them all; an empty record puts every key back to what it was at first. */
  changeKeyBindings: oc.input(KeyBindings).output(KeyBindings).errors(unlockedErrors),
  backup,
  /** Every kind with its counts and dates, and the first page of its entries. */
  kept: oc.output(z.array(KeptKind)).errors(unlockedErrors),
  /** A page of one kind's entries. `cursor` null: the first. No entry that stays is left out between two pages. */
  keptPage: oc
    .input(z.strictObject({ kind: KeptKindId, cursor: KeptCursor.nullable() }))
    .output(KeptPage)
    .errors(unlockedErrors),
  /** How many entries each of these lists leaves out because they cannot be read; one that leaves out none is not named. */
  leftOut: oc
    .input(z.strictObject({ of: z.array(ListId).min(1).max(ListId.options.length) }))
    .output(z.array(z.strictObject({ list: ListId, count: z.int().min(1) })))
    .errors(unlockedErrors),
  forget: oc
    .input(z.strictObject({ kind: KeptKindId, id: z.string().min(1).max(KEPT_ID_MAX) }))
    .output(ForgetReceipt)
    .errors({
      ...unlockedErrors,
      IN_USE_NOW: { message: 'A session is open. Close it first.' },
      HELD: { message: 'Something holds it. Nothing was forgotten.' },
    }),
  /** Keeps a record that asked to go for as many days as its entry says (a report draft: seven). */
  keepLonger: oc
    .input(z.strictObject({ kind: KeptKindId, id: z.string().min(1).max(KEPT_ID_MAX) }))
    .output(Done)
    .errors(unlockedErrors),
}
