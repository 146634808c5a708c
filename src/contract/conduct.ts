/** @file Conduct: checklist ticks of the facilitator's own work, crisis resources, the on-call contact. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, Done, Instant, line, PackId, SessionId, unlockedErrors } from './primitives'
import { PersonCategory } from './reporting'

/** Phases of an evening. `opening` ticks are script lines said aloud. */
export const Phase = z.enum(['before', 'opening', 'hold', 'close'])
export type Phase = z.infer<typeof Phase>

/** One own item ticked. */
export const Tick = z.strictObject({ phase: Phase, itemId: PackId, tickedAt: Instant })
export type Tick = z.infer<typeof Tick>

/**
 * A place as packs and settings write it: a country (ISO 3166-1), a part of one (ISO 3166-2), `EU` or `WORLD`,
 * which stands for everywhere else. The one form of "where the person is".
 */
export const Region = z.string().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|WORLD)$/)
export type Region = z.infer<typeof Region>

/** A way to reach a service. `value` is what is dialled, typed or opened, as printed. */
export const CrisisChannel = z.strictObject({
  kind: z.enum(['call', 'text', 'chat', 'tty', 'relay', 'email', 'web']),
  value: z.string().min(1).max(200),
  keyword: z.string().max(20).optional(),
  afterConnect: z.string().max(60).optional(),
  languages: z.array(z.string().max(35)).optional(),
})
export type CrisisChannel = z.infer<typeof CrisisChannel>

/** Whom a service is for. A service with `lgbtq` is for them only, whatever else is named. */
export const Audience = z.enum([
  'anyone',
  'children',
  'youth',
  'lgbtq',
  'trans',
  'veterans',
  'older',
  'domesticViolence',
  'worriedAboutSomeone',
])
export type Audience = z.infer<typeof Audience>

/**
 * A crisis resource: a service, its ways to reach it, and where that was read (docs/packs.md). A `reportingLine` takes reports; another kind with `reportsFor` tells who takes them.
 * Emergency numbers for `WORLD` are a fallback: shown only where no nearer one is known, and said to be one.
 */
export const CrisisResource = z
  .strictObject({
    id: PackId,
    name: z.string().min(1).max(120),
    regions: z.array(Region).min(1),
    kind: z.enum(['emergency', 'crisis', 'emotionalSupport', 'abuse', 'reportingLine', 'directory']),
    audience: z.array(Audience).min(1),
    /** Kinds of person about whom a report goes to it, or through it. */
    reportsFor: z.array(PersonCategory).min(1).optional(),
    channels: z.array(CrisisChannel).min(1),
    hours: z.string().min(1).max(120),
    source: z
      .array(
        z.strictObject({
          url: z.url(),
          publisher: z.string().max(120),
          /** Whether the page is of those who run the service, or of the authority that answers for it. */
          isOperator: z.boolean().default(false),
          pageDate: Day.nullable(),
          /** Day on which we read it, possibly as an archived copy. */
          readOn: Day.optional(),
        }),
      )
      .min(1),
    /** Day a person checked the number; null when nobody of ours has. */
    lastVerified: Day.nullable(),
    status: z.enum(['active', 'unverified']),
  })
  .refine(({ kind, reportsFor }) => kind !== 'reportingLine' || reportsFor !== undefined, {
    path: ['reportsFor'],
    error: 'A reporting line must say for which kinds of person.',
  })
export type CrisisResource = z.infer<typeof CrisisResource>

/** The organization's on-call contact: a role and a number, never a member of a group. Never said to a group. */
export const OnCallContact = z.strictObject({ role: line(60), number: line(40) })
export type OnCallContact = z.infer<typeof OnCallContact>

/**
 * How anybody of a group reaches the organization after a session: an address, a number or words. Said aloud to
 * everyone, so never the on-call number, which is another field.
 */
export const GroupContact = line(120).refine(
  (text) => !/[{}[\]]/.test(text),
  'Nothing may stand in braces or brackets here.',
)

/** The facilitator's own choices for crisis cards. */
export const CrisisSettings = z.strictObject({
  /** Where the people of the facilitator's groups are: chosen, never guessed. Null until then. */
  region: Region.nullable(),
  onCall: OnCallContact.nullable(),
  /** Null: the organization's name stands for it. */
  groupContact: GroupContact.nullable(),
})
export type CrisisSettings = z.infer<typeof CrisisSettings>

/** What is chosen anew. A `groupContact` that is left out stays as it is. */
export const CrisisSettingsChange = CrisisSettings.extend({
  region: Region,
  groupContact: GroupContact.nullable().optional(),
})
export type CrisisSettingsChange = z.infer<typeof CrisisSettingsChange>

/** What may be counted where a charter allows counters: never a session, a date, a group or a person. */
export const InterventionKind = z.enum(['reminded', 'spokePrivately', 'removed'])
export type InterventionKind = z.infer<typeof InterventionKind>

export const conduct = {
  ticks: oc
    .input(z.strictObject({ sessionId: SessionId }))
    .output(z.array(Tick))
    .errors(unlockedErrors),
  tick: oc
    .input(z.strictObject({ sessionId: SessionId, phase: Phase, itemId: PackId, isTicked: z.boolean() }))
    .output(z.array(Tick))
    .errors(unlockedErrors),
  /** Needs no unlocked vault: an emergency number is always within reach. */
  crisisResources: oc.input(z.strictObject({ region: Region.nullable() })).output(z.array(CrisisResource)),
  /** Regions with resources of their own. */
  crisisRegions: oc.output(z.array(Region)),
  /**
   * The region of the crisis settings, also while the vault is locked if it was open since the app started.
   * Null when none is chosen or it is not known: then it is asked for, never guessed.
   */
  chosenRegion: oc.output(Region.nullable()),
  crisisSettings: oc.output(CrisisSettings).errors(unlockedErrors),
  saveCrisisSettings: oc.input(CrisisSettingsChange).output(CrisisSettings).errors(unlockedErrors),
  /** Adds one to this month's counter of a charter that allows counters; refused by all others. */
  countIntervention: oc
    .input(z.strictObject({ charterId: PackId, kind: InterventionKind, reasonId: PackId }))
    .output(Done)
    .errors({
      ...unlockedErrors,
      NOT_COUNTED_HERE: { message: 'This charter counts nothing about what people did.' },
    }),
}
