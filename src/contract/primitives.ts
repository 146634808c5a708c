/** @file The small words every contract is made of: branded ids, instants, durations, choices, error codes. */
import { z } from 'zod'

// The console's Content-Security-Policy forbids eval; zod's compiled parsers would try it.
z.config({ jitless: true })

/** A random UUID (v4), as `crypto.randomUUID()` makes it. Never derived from anything about a person. */
const uuid = z.uuid({ version: 'v4' })

/** Id of a group. */
export const GroupId = uuid.brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>
/** Id of a session. */
export const SessionId = uuid.brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>
/** Id of a debrief entry. */
export const DebriefId = uuid.brand<'DebriefId'>()
export type DebriefId = z.infer<typeof DebriefId>
/** Id of a mandated report. */
export const ReportId = uuid.brand<'ReportId'>()
export type ReportId = z.infer<typeof ReportId>

/** Id of a duty of the facilitator's own. */
export const DutyId = uuid.brand<'DutyId'>()
export type DutyId = z.infer<typeof DutyId>

/** Id of a charter that is being written. */
export const CharterDraftId = uuid.brand<'CharterDraftId'>()
export type CharterDraftId = z.infer<typeof CharterDraftId>

/** Id of a wellbeing check. */
export const WellbeingCheckId = uuid.brand<'WellbeingCheckId'>()
export type WellbeingCheckId = z.infer<typeof WellbeingCheckId>
/** Id of the key that the wellbeing checks are sealed with; tells nothing of the key. */
export const WellbeingKeyId = uuid.brand<'WellbeingKeyId'>()
export type WellbeingKeyId = z.infer<typeof WellbeingKeyId>

/** Id inside a pack (charter, clause, item, reason, card): lower-case letters, digits, dots, hyphens; 1..64. */
export const PackId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)
export type PackId = z.infer<typeof PackId>

/** An instant: ISO 8601, UTC, milliseconds (`2026-11-21T19:00:00.000Z`). */
export const Instant = z.iso.datetime({ offset: false, precision: 3 })
export type Instant = z.infer<typeof Instant>
/** A calendar day, `YYYY-MM-DD`, in no time zone. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>
/** A wall-clock time, `HH:MM`, 24 hours. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type LocalTime = z.infer<typeof LocalTime>
/** Zones that were asked for and are there: to ask the machine costs more than all else that is read of a session. */
const zonesThere = new Set<string>()
/** More than there are zones. Beyond it are only other spellings, which are asked for each time. */
const ZONES_REMEMBERED_MAX = 1_000

const isZoneThere = (zone: string): boolean => {
  if (zonesThere.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    return false
  }
  if (zonesThere.size < ZONES_REMEMBERED_MAX) zonesThere.add(zone)
  return true
}

/** An IANA time zone known to this machine, such as `America/Denver`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isZoneThere, { message: 'Not a time zone this machine knows' })
export type TimeZone = z.infer<typeof TimeZone>
/** A zone's name as it was stored, whether this machine knows it or not: its list may be older than a vault's. */
export const ZoneName = z.string().max(64)
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const Weekday = z.int().min(1).max(7)
export type Weekday = z.infer<typeof Weekday>

/** A line of the facilitator's own words: trimmed, 1..max UTF-16 units, whole characters, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), { message: 'Contains control characters' })
    // Half of a pair of units is no character: a database gives another text back.
    .refine((text) => text.isWellFormed(), { message: 'Contains half a character' })
/** Free text of several lines, 0..max characters. */
export const prose = (max: number) => z.string().max(max)

/** Yes, no, or not known: never pre-chosen on a form. */
export const YesNoUnknown = z.enum(['yes', 'no', 'unknown'])
export type YesNoUnknown = z.infer<typeof YesNoUnknown>

/** An empty object: the output of a procedure that only acts. */
export const Done = z.strictObject({})
export type Done = z.infer<typeof Done>

/**
 * Errors any procedure behind an unlocked vault may give. oRPC error maps: `code: { message, data? }`.
 * Messages are for logs and tests; the words on screen come from the console's catalogue by code.
 */
export const unlockedErrors = {
  VAULT_LOCKED: { message: 'The vault is locked.' },
  NOT_FOUND: { message: 'There is no such entry. It may have been forgotten.' },
  DISK_FULL: { message: 'The disk is full. Nothing was changed.' },
  /** Damaged, or not known to be whole: see `hold` of the vault's status. */
  VAULT_READ_ONLY: { message: 'The vault can only be read. Nothing was changed.' },
  /** The folder, the stick or a file of the vault is not where it was when the vault was opened. */
  VAULT_GONE: { message: 'The files of the vault are not where they were. It cannot be told to be stored.' },
  /** A page of the database cannot be read. */
  VAULT_DAMAGED: { message: 'This part of the vault cannot be read.' },
} as const
