/** @file Conduct: checklist ticks of the facilitator's own work, crisis resources, the on-call contact. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, Done, Instant, line, PackId, SessionId, unlockedErrors } from './primitives'

/** Phases of an evening. `opening` ticks are script lines said aloud. */
export const Phase = z.enum(['before', 'opening', 'hold', 'close'])
export type Phase = z.infer<typeof Phase>

/** One own item ticked. */
export const Tick = z.strictObject({ phase: Phase, itemId: PackId, tickedAt: Instant })
export type Tick = z.infer<typeof Tick>

/** A way to reach a service. `value` is what is dialled, typed or opened, as printed. */
export const CrisisChannel = z.strictObject({
  kind: z.enum(['call', 'text', 'chat', 'tty', 'relay', 'email', 'web']),
  value: z.string().min(1).max(200),
  keyword: z.string().max(20).optional(),
  afterConnect: z.string().max(60).optional(),
  languages: z.array(z.string().max(35)).optional(),
})
/** A crisis resource: a service, its ways to reach it, and where that was read (docs/packs.md). */
export const CrisisResource = z.strictObject({
  id: PackId,
  name: z.string().min(1).max(120),
  regions: z.array(z.string().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|EU|WORLD)$/)).min(1),
  kind: z.enum(['emergency', 'crisis', 'emotionalSupport', 'abuse', 'reportingLine', 'directory']),
  audience: z.array(z.string().max(40)).min(1),
  channels: z.array(CrisisChannel).min(1),
  hours: z.string().min(1).max(120),
  source: z
    .array(z.strictObject({ url: z.url(), publisher: z.string().max(120), pageDate: Day.nullable() }))
    .min(1),
  /** Day a person checked the number; null when nobody of ours has. */
  lastVerified: Day.nullable(),
  status: z.enum(['active', 'unverified']),
})
export type CrisisResource = z.infer<typeof CrisisResource>

/** The organization's on-call contact: a role and a number, never a member of a group. */
export const OnCallContact = z.strictObject({ role: line(60), number: line(40) })
export type OnCallContact = z.infer<typeof OnCallContact>

/** The facilitator's own choices for crisis cards. */
export const CrisisSettings = z.strictObject({
  /** Region whose numbers are shown first, chosen by the facilitator, never guessed from a network. */
  region: z.string().max(12),
  onCall: OnCallContact.nullable(),
})
export type CrisisSettings = z.infer<typeof CrisisSettings>

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
  crisisResources: oc.input(z.strictObject({ region: z.string().max(12) })).output(z.array(CrisisResource)),
  crisisRegions: oc.output(z.array(z.string())),
  crisisSettings: oc.output(CrisisSettings).errors(unlockedErrors),
  saveCrisisSettings: oc.input(CrisisSettings).output(CrisisSettings).errors(unlockedErrors),
  /** Adds one to this month's counter of a charter that allows counters; refused by all others. */
  countIntervention: oc
    .input(z.strictObject({ charterId: PackId, kind: InterventionKind, reasonId: PackId }))
    .output(Done)
    .errors({
      ...unlockedErrors,
      NOT_COUNTED_HERE: { message: 'This charter counts nothing about what people did.' },
    }),
}
