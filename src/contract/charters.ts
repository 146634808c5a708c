/** @file Charter packs: an organization's code of conduct as data. Schema, and what the console may ask. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { aroundLists } from './charter-around'
import { ConductCard, GroupClosing, Reason } from './charter-conduct'
import { CharterSettings } from './charter-settings'
import { Source } from './charter-source'
import { hasOnlyBlanks, spoken, words } from './charter-text'
import { CharterVersion } from './charter-version'
import { FEEDBACK_PARTS_MAX } from './desk-files'
import { Day, PackId, unlockedErrors } from './primitives'
import { PersonCategory } from './reporting'

/** The pack format this app reads (docs/decisions/0007-charter-format.md). Others are refused by name. */
export const CHARTER_FORMAT = 3

/**
 * One clause of the code. Of a text that is restated in our words, `seed` is its letter and `line` its line there; of a
 * charter that an organization writes itself, `reference` says where it stands, in its own words.
 */
export const Clause = z
  .strictObject({
    id: PackId,
    text: words(400),
    seed: z
      .string()
      .regex(/^[A-Z]$/)
      .optional(),
    line: z.int().min(1).optional(),
    /** Such as `Section 3`. */
    reference: words(60).optional(),
    /** `software`: the app carries it now. `later`: a later release. `people`: not software. */
    carriedBy: z.enum(['software', 'later', 'people']),
    /** By what it is carried, or why it is not the app's to carry. */
    how: words(400),
  })
  .refine(
    ({ seed, line, reference }) =>
      reference === undefined
        ? seed !== undefined && line !== undefined
        : seed === undefined && line === undefined,
    {
      path: ['reference'],
      message: 'A clause says where it stands: a line of a text, or a reference of its own.',
    },
  )
export type Clause = z.infer<typeof Clause>

/** Something a checklist item checks by itself: it warns, never blocks. */
export const AutoCheck = z.enum(['serverAnswers', 'microphone', 'camera', 'vaultHealthy'])
export type AutoCheck = z.infer<typeof AutoCheck>

export const ChecklistItem = z.strictObject({
  id: PackId,
  text: words(300),
  kind: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('auto'), check: AutoCheck }),
    z.strictObject({ by: z.literal('self') }),
  ]),
  source: Source,
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

/** An item of the list before a session. */
export const BeforeItem = ChecklistItem.extend({
  /** About roles that collide or a difficult past: where it is not so, a swap or a referral is offered beside it. */
  isAboutRoles: z.boolean().optional(),
})
export type BeforeItem = z.infer<typeof BeforeItem>

/** What a script line must make known, so that the floor can be checked on data. */
export const ScriptTopic = z.enum([
  'whatIsKept',
  'notRecordedByUs',
  'stepOut',
  'reachUsAfter',
  'lineDrops',
  'confidentiality',
  'welcome',
  'other',
])
/** What a line of the opening script may have filled in. `contact` is the organization, never the on-call number. */
export const ScriptBlank = z.enum(['displayName', 'groupName', 'contact'])
export type ScriptBlank = z.infer<typeof ScriptBlank>

/** One line to say aloud, with blanks of `ScriptBlank` in braces and no others. */
export const ScriptLine = z.strictObject({
  id: PackId,
  topic: ScriptTopic,
  text: words(500).refine(hasOnlyBlanks(ScriptBlank.options), 'Only known blanks may stand in braces.'),
  source: Source,
})
export type ScriptLine = z.infer<typeof ScriptLine>

/** What a crisis card's words may have filled in: the place's name, and lines from its crisis resources. */
export const LineBlank = z.enum(['place', 'emergency', 'crisisLines', 'youthLines', 'homeViolenceLines'])
export type LineBlank = z.infer<typeof LineBlank>

/**
 * Words of a crisis card. Plain words promise no line. Words with blanks of `LineBlank` in braces are filled in
 * from the resources of the place where the person is; where one of them has nothing to fill it, `otherwise` is
 * said instead, and where that is null, nothing.
 */
export const CrisisWords = z.union([
  spoken(300),
  z.strictObject({
    text: words(300).refine(
      (text) => hasOnlyBlanks(LineBlank.options)(text) && text.includes('{'),
      'At least one known blank, and no other, must stand in braces.',
    ),
    otherwise: spoken(300).nullable(),
  }),
])
export type CrisisWords = z.infer<typeof CrisisWords>

/** A message, sentence by sentence. One text alone is a message of plain words. */
const Message = z.union([spoken(600), z.array(CrisisWords).min(1).max(8)])

/** A crisis card: words to say. Emergency number and lines come from the region's crisis resources. */
export const CrisisCard = z.strictObject({
  id: PackId,
  title: words(80),
  /** Said aloud, in order. */
  say: z.array(CrisisWords).min(1).max(12),
  /** A message that may be sent to one named person in a second step; never to the room by default. */
  message: Message.nullable(),
  /** For where a screen may be read by somebody else: what is sent after the person said that it is safe. */
  messageOnceSafe: Message.optional(),
  /** The card is about a harm that must be reported: the lines to report to come first on it. */
  leadsToReport: z.boolean().optional(),
  /** A life may be at stake: its steps lead, and closing the group to stay with one person is offered on it. */
  isLifeAtStake: z.boolean().optional(),
  source: Source,
})
export type CrisisCard = z.infer<typeof CrisisCard>

/** Every text of a card that may be said or sent, unfilled: blanks are still in it. */
export const textsOfCard = (card: CrisisCard): string[] =>
  [card.say, card.message ?? [], card.messageOnceSafe ?? []]
    .flat()
    .flatMap((said) =>
      typeof said === 'string' ? [said] : [said.text, ...(said.otherwise === null ? [] : [said.otherwise])],
    )

/** Where a choice leads: to the person on call, to the lines of the facilitator's own region, or to whom the charter has to turn to. */
export const ChoiceTarget = z.enum(['onCall', 'crisisLines', 'contacts'])
export type ChoiceTarget = z.infer<typeof ChoiceTarget>

/** A question about the facilitator's own practice; all optional, never scored. */
export const DebriefPrompt = z.strictObject({
  id: PackId,
  section: words(80),
  text: words(300),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text') }),
    z
      .strictObject({
        kind: z.literal('choice'),
        options: z.array(words(80)).min(2).max(12),
        /** Several may be chosen at a time; stored one a line, in the order of the options. */
        mayBeSeveral: z.boolean().optional(),
        /** What is shown when an option is chosen. An option that is not named leads nowhere. */
        leadsTo: z
          .array(z.strictObject({ option: words(80), to: ChoiceTarget }))
          .max(12)
          .optional(),
      })
      .refine(({ options, leadsTo = [] }) => leadsTo.every(({ option }) => options.includes(option)), {
        path: ['leadsTo'],
      }),
  ]),
})
export type DebriefPrompt = z.infer<typeof DebriefPrompt>

/** Charter rule and statute note, side by side. The app never says who is legally bound. */
export const ReportTrigger = z.strictObject({
  id: PackId,
  label: words(120),
  charterSays: words(400),
  /** Kinds of person it speaks of, so that the lines to report to can be chosen by it. */
  persons: z.array(PersonCategory).min(1).optional(),
  /** Hours, from learning of it, in which the charter itself asks for the report; left out where it names none. */
  charterHours: z.int().min(1).max(720).optional(),
  lawNote: z.strictObject({
    text: words(500),
    cite: words(200),
    /** Hours that the text read names; left out where none are known. */
    hours: z.int().min(1).max(720).optional(),
    /** Day a named person checked it against the live text; null when nobody has. */
    reviewedOn: Day.nullable(),
  }),
  source: Source,
})

/** A message to a person in the room, ready to send privately. */
export const CannedMessage = z.strictObject({ id: PackId, text: spoken(400), source: Source })

/** One organization's pack. Everything a console for that organization says and asks. */
export const CharterPack = z.strictObject({
  format: z.literal(CHARTER_FORMAT),
  id: PackId,
  /** The day of the organization's text, or of our restating where the text bears none; then which of that day. */
  version: CharterVersion,
  /** Whether the organization's text itself bears that day. */
  isTextDated: z.boolean(),
  /** The day from which this version holds; left out: from when it is taken in. The first version of all holds at once. */
  takesEffectOn: Day.optional(),
  /** What is different from the version before, in the organization's own words. */
  changeNotes: z
    .array(z.strictObject({ id: PackId, text: words(400) }))
    .max(20)
    .optional(),
  name: words(80),
  organization: words(120),
  /** One plain sentence for whoever looks for their own charter among several. */
  about: words(200),
  /** ISO 3166 country or subdivision, such as `US-CO`. */
  jurisdiction: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  /** Only complete packs are offered. */
  isComplete: z.boolean(),
  clauses: z.array(Clause).min(1).max(300),
  settings: CharterSettings,
  /** Shown in the invitation below link and time. */
  joiningWords: z
    .array(z.strictObject({ id: PackId, text: spoken(400), source: Source }))
    .min(1)
    .max(20),
  checklists: z.strictObject({
    before: z.array(BeforeItem).min(1).max(40),
    hold: z.array(ChecklistItem).max(40),
    close: z.array(ChecklistItem).min(1).max(40),
  }),
  openingScript: z.array(ScriptLine).min(1).max(40),
  /** After somebody is removed, one line for those who stay. */
  afterRemovalLine: spoken(300),
  reasons: z.array(Reason).min(1).max(40),
  crisisCards: z.array(CrisisCard).min(1).max(20),
  conductCards: z.array(ConductCard).min(1).max(20),
  groupClosing: GroupClosing,
  cannedMessages: z.array(CannedMessage).max(20),
  debriefPrompts: z.array(DebriefPrompt).max(40),
  reportTriggers: z.array(ReportTrigger).max(20),
  /** Kinds of reason for cancelling a session; never about a person. */
  cancelReasons: z
    .array(
      z.strictObject({
        id: PackId,
        label: words(80),
        /** Says nothing of the facilitator's health: numbers may name it. Left out, they say "not possible". */
        isNamedInNumbers: z.boolean().optional(),
        source: Source,
      }),
    )
    .min(1)
    .max(12),
  ...aroundLists,
  /** What the charter says of reports outside, shown with every report; it advises and never blocks (promise 8). */
  reportAdvice: z.strictObject({ text: words(500), source: Source }),
  /** Whether the facilitator's own copy of a report may go once an authority has taken it; left out: it may, our default. */
  reportCopy: z.strictObject({ mayBeShredded: z.boolean(), source: Source }).optional(),
  /** Whether something of a debrief may be handed to whoever leads the facilitator, in the charter's words; left out: it may, our default. */
  handOff: z.strictObject({ isAllowed: z.boolean(), text: words(400), source: Source }).optional(),
  /** The parts of an answer to a hand-off, in the order in which they are said; left out: ours. */
  feedbackParts: z
    .array(z.strictObject({ id: PackId, text: words(200), source: Source }))
    .min(1)
    .max(FEEDBACK_PARTS_MAX)
    .optional(),
})
export type CharterPack = z.infer<typeof CharterPack>

/** A pack in a list. */
export const CharterSummary = CharterPack.pick({
  id: true,
  version: true,
  name: true,
  organization: true,
  about: true,
  jurisdiction: true,
})
export type CharterSummary = z.infer<typeof CharterSummary>

/** Why a pack file was not taken, by file, clause or setting, in words a volunteer can pass on. */
export const RefusedPack = z.strictObject({
  fileName: z.string().max(255),
  reason: z.enum([
    'notJson',
    /** An object names a key twice: readers differ in what it says. */
    'repeatedKey',
    'newerFormat',
    'olderFormat',
    'notAPack',
    'belowTheFloor',
    'brokenReference',
    'unreadable',
  ]),
  /** Path in the file or floor rule, such as `settings.recording` or `floor.stepOut`. */
  where: z.string().max(300),
  detail: z.string().max(600),
})
export type RefusedPack = z.infer<typeof RefusedPack>

/** Who may have read a charter: somebody of the organization, or the facilitator for themselves. */
export const ReaderKind = z.enum(['organization', 'facilitator'])
export type ReaderKind = z.infer<typeof ReaderKind>

/** That a version of a pack was read, on which day. Another fact than that the pack is complete. */
export const Reading = z.strictObject({ by: ReaderKind, version: CharterVersion, readOn: Day })
export type Reading = z.infer<typeof Reading>

const charterId = z.strictObject({ charterId: PackId })

export const charters = {
  /** Needs no unlocked vault: first start offers charters. */
  list: oc.output(z.strictObject({ charters: z.array(CharterSummary), refused: z.array(RefusedPack) })),
  get: oc
    .input(charterId)
    .output(CharterPack)
    .errors({ NOT_FOUND: { message: 'No complete charter of that name is installed.' } }),
  /** The charter that new groups start with. */
  choose: oc.input(charterId).output(CharterSummary).errors(unlockedErrors),
  chosen: oc.output(CharterSummary.nullable()).errors(unlockedErrors),
  /** Who read a charter and when, as noted here; empty until somebody noted it. */
  readings: oc.input(charterId).output(z.array(Reading)).errors(unlockedErrors),
  /** Notes that the installed version was read on a day, in the place of an earlier note; null takes it away. */
  noteReading: oc
    .input(charterId.extend({ by: ReaderKind, readOn: Day.nullable() }))
    .output(z.array(Reading))
    .errors({ ...unlockedErrors, IN_THE_FUTURE: { message: 'That day is still to come.' } }),
}
