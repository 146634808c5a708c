/**
 * @file Forms that are not finished: what is typed into a form that saves when a button is pressed, kept meanwhile, so that
 * a laptop that dies takes no word (promise 9). One row a form, until it is saved, emptied, discarded, or its days are over
 * (docs/decisions/0016-unfinished-forms.md).
 *
 * Only forms that are named here are kept, each with exactly these fields. Words to a person in the room (a card, a message
 * at closing) are none of them: they are in the page's memory alone (promise 1).
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Tightening } from './charter-tightening'
import { Region } from './conduct'
import { LessonId } from './desk'
import { FEEDBACK_PART_MAX } from './desk-files'
import { DutyKind } from './duties'
import { Day, Done, DutyId, GroupId, Instant, PackId, ReportId, unlockedErrors } from './primitives'
import { HandOverMethod, HandOverOutcome, Recipient } from './report-handing'

/** Days for which a form that nobody goes on with is kept after the last word: a week on duty, as drafts of reports have. */
export const UNFINISHED_KEPT_DAYS = 7

/** A line as it is typed: longer than the form will take, so that what is too long is not lost either. */
const typedLine = z.string().max(2000)
/** A number as it is typed. */
const typedNumber = z.string().max(20)
/** Several lines as they are typed. */
const typedProse = z.string().max(2 * FEEDBACK_PART_MAX)
/** As a browser's box of a day and a time has it; empty while it is half filled. */
const boxOfDayAndTime = z.string().regex(/^(\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?$/)
const boxOfTime = z.string().regex(/^(\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?$/)
const boxOfDay = z.union([z.literal(''), Day])
/** A choice of a list, or none yet. */
const chosen = <const T extends z.util.EnumLike>(choices: z.ZodEnum<T>) => z.union([z.literal(''), choices])

/** To whom a sealed report was given, as it is typed: somebody may be on the telephone. */
export const TypedHandOver = z.strictObject({
  recipient: chosen(Recipient),
  agency: typedLine,
  method: chosen(HandOverMethod),
  /** In the form of the browser's box, in the zone of the computer. */
  handedAt: boxOfDayAndTime,
  outcome: chosen(HandOverOutcome),
  reference: typedLine,
})
export type TypedHandOver = z.infer<typeof TypedHandOver>

/** A group as it is typed: text stays text, so that nothing typed is lost. */
export const TypedGroup = z.strictObject({
  name: typedLine,
  charterId: z.union([z.literal(''), PackId]),
  server: typedLine,
  serverOperator: typedLine,
  isServerApproved: z.boolean(),
  /** Empty: none. */
  secondServer: typedLine,
  secondOperator: typedLine,
  isSecondApproved: z.boolean(),
  weekday: z.string().regex(/^[1-7]$/),
  startsAtLocal: boxOfTime,
  /** As the list of zones has it; one that this computer does not know is kept, and said to be wrong. */
  timeZone: z.string().max(64),
  plannedMinutes: typedNumber,
  registeredCount: typedNumber,
  /** What the group decides more strictly; what the charter locks or has already is dropped by those who act on it. */
  tightened: Tightening,
})
export type TypedGroup = z.infer<typeof TypedGroup>

/** Region and contacts as they are typed. */
export const TypedContacts = z.strictObject({
  region: Region.nullable(),
  role: typedLine,
  number: typedLine,
  contact: typedLine,
})
export type TypedContacts = z.infer<typeof TypedContacts>

/** However it is broken up: letters alone. */
const isSecretHalf = (text: string): boolean => /secretkey/i.test(text.replaceAll(/\P{L}/gu, ''))
const noSecret = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !isSecretHalf(text), { message: 'The secret half of a key' })

/** A recipient's key as it is typed. The secret half of a key is refused, whoever pasted it. */
export const TypedKey = z.strictObject({ name: noSecret(2000), key: noSecret(4000) })
export type TypedKey = z.infer<typeof TypedKey>

/** A duty as it is typed: text stays text, so that nothing typed is lost on the way to another kind. */
export const TypedDuty = z.strictObject({
  kind: DutyKind,
  title: typedLine,
  rhythm: z.enum(['once', 'days', 'months', 'hours']),
  days: typedNumber,
  months: typedNumber,
  soonHours: typedNumber,
  dueHours: typedNumber,
  dueOn: boxOfDay,
  endsOn: boxOfDay,
  remindDays: typedNumber,
})
export type TypedDuty = z.infer<typeof TypedDuty>

/** A lesson of situations as it is typed. */
export const TypedLesson = z.strictObject({ title: typedLine, words: typedProse })
export type TypedLesson = z.infer<typeof TypedLesson>

/** Stands for an id while there is none. */
export const NOT_YET = 'new'
const notYet = z.literal(NOT_YET)
/** Of a form of which there is one. */
export const THE_ONE = 'one'
const theOne = z.literal(THE_ONE)

/** Each form that is kept: what it belongs to, and what is typed. */
export const unfinishedForms = {
  handOver: { belongsTo: ReportId, typed: TypedHandOver },
  group: { belongsTo: z.union([GroupId, notYet]), typed: TypedGroup },
  contacts: { belongsTo: theOne, typed: TypedContacts },
  recipientKey: { belongsTo: theOne, typed: TypedKey },
  duty: { belongsTo: z.union([DutyId, notYet]), typed: TypedDuty },
  lesson: { belongsTo: z.union([LessonId, notYet]), typed: TypedLesson },
} as const

/** Name of a form that is kept. */
export const UnfinishedFormName = z.enum(['handOver', 'group', 'contacts', 'recipientKey', 'duty', 'lesson'])
export type UnfinishedFormName = z.infer<typeof UnfinishedFormName>

/** What is typed into a form. */
export type TypedIn<F extends UnfinishedFormName> = z.infer<(typeof unfinishedForms)[F]['typed']>

const kept = { id: z.uuid({ version: 'v4' }), typedAt: Instant, keptUntil: Instant }
const formOf = <const F extends UnfinishedFormName>(form: F) =>
  z.strictObject({ form: z.literal(form), ...unfinishedForms[form] })
const keptOf = <const F extends UnfinishedFormName>(form: F) =>
  z.strictObject({ form: z.literal(form), ...unfinishedForms[form], ...kept })

/** A form with what is typed into it. */
export const UnfinishedForm = z.discriminatedUnion('form', [
  formOf('handOver'),
  formOf('group'),
  formOf('contacts'),
  formOf('recipientKey'),
  formOf('duty'),
  formOf('lesson'),
])
export type UnfinishedForm = z.infer<typeof UnfinishedForm>

/** The same as it is kept. */
export const KeptForm = z.discriminatedUnion('form', [
  keptOf('handOver'),
  keptOf('group'),
  keptOf('contacts'),
  keptOf('recipientKey'),
  keptOf('duty'),
  keptOf('lesson'),
])
export type KeptForm = z.infer<typeof KeptForm>

/** A form, by what it belongs to: the id of a record, or that there is none yet. */
export const UnfinishedKey = z.strictObject({
  form: UnfinishedFormName,
  belongsTo: z.union([ReportId, GroupId, DutyId, LessonId, notYet, theOne]),
})

export const unfinished = {
  /** What is kept of the forms of one kind. One that does not read back is left out, as `vault.leftOut` says. */
  list: oc
    .input(z.strictObject({ form: UnfinishedFormName }))
    .output(z.array(KeptForm))
    .errors(unlockedErrors),
  /** Keeps what is typed now in place of what was. NOT_FOUND: what it belongs to is not there any more. */
  keep: oc
    .input(UnfinishedForm)
    .output(z.strictObject({ id: kept.id, typedAt: Instant }))
    .errors(unlockedErrors),
  /** Lets what is kept of a form go; nothing where nothing is. */
  drop: oc.input(UnfinishedKey).output(Done).errors(unlockedErrors),
}
