/**
 * @file A charter's settings, and what acts on each. A setting that nothing reads is not here: it would only look
 * as if it did something. `setting-readers.test.ts` holds the list of readers against the source.
 */
import { z } from 'zod'
import { Ladder } from './charter-conduct'
import { Source } from './charter-source'
import { PackId } from './primitives'

/** A setting's value, where it comes from, and whether a group may tighten it (`tightened` in charter-tightening.ts). */
const setting = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, isLocked: z.boolean(), source: Source })

/** When the room is locked. `grace`: minutes after its planned start. */
export const LockMoment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('manual') }),
  z.strictObject({ kind: z.literal('grace'), minutes: z.int().min(1).max(60) }),
  z.strictObject({ kind: z.literal('atStart') }),
])
export type LockMoment = z.infer<typeof LockMoment>

/** Longest that words of somebody else are kept for a report to a platform, in days, whatever a charter says. */
export const EVIDENCE_DAYS_MAX = 30
const evidenceDays = z.int().min(1).max(EVIDENCE_DAYS_MAX)

/** What may be kept for a report to a platform, and for how long. Never an image: no kind for it exists. */
export const Evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** What happened, in the facilitator's own words. */
  z.strictObject({ kind: z.literal('words'), days: evidenceDays }),
  /** The same, and the words of one message. */
  z.strictObject({ kind: z.literal('oneMessage'), days: evidenceDays }),
])
export type Evidence = z.infer<typeof Evidence>

/** Smallest count about people that any charter may let leave; docs/disclosure-control.md says why. */
export const EXPORT_K_LEAST = 5

/** What a charter decides here, in the order in which its page shows it. Recording and attendance are none of it: no charter can allow them (promise 3). */
export const CharterSettings = z.strictObject({
  /** `none` forbids even the monthly counters. */
  interventions: setting(z.enum(['none', 'monthlyCounters'])),
  /** The steps that come before somebody is removed, with the words for each. */
  ladder: setting(Ladder),
  /** Newcomers are muted as they appear, and can unmute themselves. */
  muteOnEntry: setting(z.boolean()),
  /** `expected`: people are on camera unless something else was agreed with them privately. `optional`: nobody is asked. */
  cameras: setting(z.enum(['expected', 'optional'])),
  /** The facilitator may look up who was not heard yet, to leave room for them; never to call on anybody. */
  invitesUnheard: setting(z.boolean()),
  /** When the room is locked. */
  lock: setting(LockMoment),
  /** Whoever steps out or leaves is asked whether they are safe. */
  stepOutCheck: setting(z.boolean()),
  /** The before-item without which the room does not open; null where the charter has no such stop. */
  requiredItemId: setting(PackId.nullable()),
  /** True when the charter names a compliant platform: the organization must approve the server. */
  needsApprovedServer: setting(z.boolean()),
  /** Registrations before a group begins to run; null when the charter names none. */
  registrationsMinimum: setting(z.int().min(1).max(500).nullable()),
  /** Hours before the start until which people may cancel without cost; null when the charter names none. */
  cancelFreeHours: setting(z.int().min(1).max(336).nullable()),
  /** Days before a change of the charter takes effect on which it is announced; null when the charter names none. */
  noticeDays: setting(z.int().min(1).max(365).nullable()),
  /** What may be kept of a violation that is reported to a platform. */
  evidence: setting(Evidence),
  /** `off`: no debrief is offered. */
  debrief: setting(z.enum(['selfReflection', 'off'])),
  debriefRetentionDays: setting(z.int().min(1).max(365)),
  /** In UTF-16 units. */
  debriefMaxCharacters: setting(z.int().min(100).max(4000)),
  /** Smallest count about people that may leave, where any may. Never below 5, whatever a charter says. */
  exportK: setting(z.int().min(EXPORT_K_LEAST).max(100)),
})
export type CharterSettings = z.infer<typeof CharterSettings>

/** Name of a setting. */
export type SettingName = keyof CharterSettings

/** Whether a setting waits for another: the numbers of a debrief where none is offered, of counters where none counts. */
export const isIdle = (name: SettingName, settings: CharterSettings): boolean => {
  switch (name) {
    case 'debriefRetentionDays':
    case 'debriefMaxCharacters':
      return settings.debrief.value === 'off'
    case 'exportK':
      return settings.interventions.value === 'none'
    default:
      return false
  }
}

/**
 * The files that act on each setting. A setting without a reader does not compile; a reader that does not read
 * it, or one that is not listed, fails a test.
 */
export const settingReaders = {
  interventions: [
    'src/contract/charter-settings.ts',
    'src/main/conduct/measures.ts',
    'src/main/conduct/service.ts',
    'src/renderer/console/meeting/view/RemovalCards.tsx',
  ],
  ladder: [
    'src/contract/charter-judge/floor.ts',
    'src/contract/charter-judge/references.ts',
    'src/renderer/console/charters/files/difference.ts',
    'src/renderer/console/charters/ours.ts',
    'src/renderer/console/conduct/ladder/ConductLadder.tsx',
    'src/renderer/console/conduct/paper/PaperCopy.tsx',
  ],
  muteOnEntry: [
    'src/renderer/console/meeting/view/QuietStart.tsx',
    'src/renderer/console/meeting/view/use-live-room.ts',
    'src/renderer/console/sessions/group/StricterFields.tsx',
  ],
  cameras: ['src/renderer/console/meeting/view/NameAndCamera.tsx'],
  invitesUnheard: [
    'src/renderer/console/meeting/view/VoiceShare.tsx',
    'src/renderer/console/sessions/group/StricterFields.tsx',
  ],
  lock: [
    'src/renderer/console/meeting/view/LockTime.tsx',
    'src/renderer/console/meeting/view/use-lock-time.ts',
    'src/renderer/console/sessions/group/StricterFields.tsx',
  ],
  stepOutCheck: [
    'src/renderer/console/meeting/view/use-step-outs.ts',
    'src/renderer/console/sessions/group/StricterFields.tsx',
  ],
  requiredItemId: [
    'src/contract/charter-judge/references.ts',
    'src/main/sessions/service.ts',
    'src/renderer/console/sessions/prepare/OpenRoom.tsx',
  ],
  registrationsMinimum: [
    'src/renderer/console/sessions/group/GroupForm.tsx',
    'src/renderer/console/sessions/group/StricterFields.tsx',
    'src/renderer/console/sessions/home/NextSession.tsx',
  ],
  cancelFreeHours: ['src/renderer/console/sessions/home/NextSession.tsx'],
  evidence: [
    'src/main/reporting/violations.ts',
    'src/renderer/console/reporting/violation/use-asking-charters.ts',
  ],
  noticeDays: ['src/contract/charter-notice.ts'],
  needsApprovedServer: [
    'src/main/sessions/service.ts',
    'src/renderer/console/sessions/group/GroupForm.tsx',
    'src/renderer/console/sessions/group/StricterFields.tsx',
  ],
  debrief: [
    'src/contract/charter-settings.ts',
    'src/main/debrief/hand-off.ts',
    'src/renderer/console/charters/ours.ts',
    'src/renderer/console/debrief/DebriefPage.tsx',
    'src/renderer/console/debrief/hand-off/HandOffPage.tsx',
    'src/renderer/console/debrief/use-debrief-charters.ts',
    'src/renderer/console/meeting/view/LiveRoom.tsx',
  ],
  debriefRetentionDays: ['src/main/debrief/service.ts'],
  debriefMaxCharacters: ['src/renderer/console/debrief/writings.ts'],
  exportK: ['src/main/conduct/measures.ts', 'src/renderer/console/insight/export-text.ts'],
} as const satisfies Record<SettingName, readonly [string, ...string[]]>
