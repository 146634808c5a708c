/**
 * @file The kinds of question the mandated report is made of. Each is a field of the record (record-fields.ts)
 * that also says how it is asked: when it is shown, when a missing answer counts as open, and what it prints.
 */
import { z } from 'zod'
import { type Answer, answer, plainAnswer } from './field-answer'
import { other, text } from './field-kinds'
import { type Row, type RowsField, rows } from './field-rows'
import { Day, Instant, PackId } from './primitives'
import { type Field, type FieldRole, type Fields, section } from './record-fields'

/** An age in years or by a date of birth. Both inputs are kept; `by` says which one answers. */
export const Age = z.strictObject({
  by: z.enum(['years', 'dateOfBirth']),
  years: z.int().min(0).max(120).nullable(),
  isEstimate: z.boolean(),
  day: Day.nullable(),
})
export type Age = z.infer<typeof Age>

/** How exactly a time is known. */
export const Precision = z.enum(['exact', 'day', 'month', 'year'])
/** When something happened, as it was told. */
export interface Occurred {
  precision: z.infer<typeof Precision>
  from: string
  to: string
}

/** A code of a country, or of a part of one: `GB`, `US-CO`. */
export const PlaceCode = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)

/** A row of a list in the report: its answers, by the list's own questions. */
export type ReportRow = Row<Record<string, Answer<RowValues[RowKind]>>>

/** What a known answer is in a row of a list. */
interface RowValues {
  yesNo: 'yes' | 'no'
  /** As typed. */
  words: string
  /** An instant. */
  moment: string
}
/** Kinds of question that a row may have. */
export type RowKind = keyof RowValues

/** What a known answer is, by the kind of its question. */
export interface Values extends RowValues {
  /** One of the options. */
  choice: string
  /** Some of the options. */
  choices: string[]
  tick: true
  /** A `PlaceCode`. */
  place: string
  /** Ids of the charter's report triggers. */
  triggers: string[]
  age: Age
  occurred: Occurred
  rows: ReportRow[]
}
/** A kind of question. */
export type Kind = keyof Values

/** A condition on the answers of a report. Fields are named by their place, `danger.answer`. */
export type Condition =
  | { kind: 'always' }
  | { kind: 'never' }
  /** The field is answered with one of these. */
  | { kind: 'answeredWith'; field: string; values: readonly string[] }
  /** The place is in one of these countries, or is not said yet: what may be asked there is asked. */
  | { kind: 'placeWithin'; field: string; countries: readonly string[] }
  /** None of these fields has an answer. */
  | { kind: 'noneAnswered'; fields: readonly string[] }

/** Always. */
export const always: Condition = { kind: 'always' }
/** When a field is answered with one of these. */
export const when = (field: string, ...values: string[]): Condition => ({
  kind: 'answeredWith',
  field,
  values,
})
/** Where the person is, in one of these countries or not said yet. */
export const within = (field: string, ...countries: string[]): Condition => ({
  kind: 'placeWithin',
  field,
  countries,
})
/** When none of these fields has an answer. */
export const unlessAny = (...fields: string[]): Condition => ({ kind: 'noneAnswered', fields })

/** What a question may say of itself; all of it has a default. */
export interface QuestionOptions {
  /** When a missing answer is shown as open. It never stands in the way. Default: never. */
  needed: Condition
  /** When it is asked and printed; what was answered stays where it is not. Default: always. */
  shown: Condition
  /** "Unknown" is offered. */
  canBeUnknown: boolean
  /** "Nothing" and "would not say" are offered beside "unknown". */
  canBeNothing: boolean
  /** Section of the print, where it is not that of the form. */
  printedIn: string | null
  /** What stands in a new row: the moment, or the facilitator's role. */
  startsAs: 'now' | 'ownRole' | null
  /** What a missing answer says in print: that it is open, or that there is none. */
  emptyMeans: 'open' | 'none'
}

interface Details {
  yesNo: object
  /** `wordsOf`: the catalogue's group of words for the options. */
  choice: { options: readonly string[]; wordsOf: string }
  choices: { options: readonly string[]; wordsOf: string }
  tick: object
  /** `rows`: of the box; null for one line. */
  words: { rows: number | null }
  moment: object
  place: object
  triggers: object
  age: object
  occurred: object
  rows: { items: Readonly<Record<string, Question<RowKind>>>; maxCount: number; newRow: () => ReportRow }
}

/** A question of a kind. */
export type Question<K extends Kind = Kind> = {
  [P in K]: Field<Answer<Values[P]>> & QuestionOptions & Details[P] & { kind: P }
}[K]

type Options = Partial<QuestionOptions>

const asked = (options: Options): QuestionOptions => ({
  needed: { kind: 'never' },
  shown: always,
  canBeUnknown: false,
  canBeNothing: false,
  printedIn: null,
  startsAs: null,
  emptyMeans: 'open',
  ...options,
})
const plain = <T>(role: FieldRole, schema: z.ZodType<T>) => plainAnswer({ label: '', role, schema })

/** Yes, no or unknown; nothing is chosen before the facilitator chooses. */
export const yesNo = (options: Options = {}): Question<'yesNo'> => ({
  ...plain('choice', z.enum(['yes', 'no'])),
  ...asked({ canBeUnknown: true, ...options }),
  kind: 'yesNo',
})

/** One of several. */
export const oneOf = (
  wordsOf: string,
  offered: readonly string[],
  options: Options = {},
): Question<'choice'> => ({
  ...plain('choice', z.enum(offered)),
  ...asked(options),
  kind: 'choice',
  options: offered,
  wordsOf,
})

/** Several of several. */
export const someOf = (
  wordsOf: string,
  offered: readonly string[],
  options: Options = {},
): Question<'choices'> => ({
  ...plain('choice', z.array(z.enum(offered)).max(offered.length)),
  ...asked(options),
  kind: 'choices',
  options: offered,
  wordsOf,
})

/** A tick. */
export const tick = (options: Options = {}): Question<'tick'> => ({
  ...plain('choice', z.literal(true)),
  ...asked(options),
  kind: 'tick',
})

/** Typed words of at most `maxLength` UTF-16 units, on one line, or in a box of `rows` rows that grows. */
export const words = (
  maxLength: number,
  options: Options & { rows?: number; role?: 'freeText' | 'contact' } = {},
): Question<'words'> => {
  const { rows: boxRows = null, role = 'freeText', ...others } = options
  return { ...answer(text({ label: '', maxLength, role })), ...asked(others), kind: 'words', rows: boxRows }
}

/** A moment that has been. One that lies ahead is said to be wrong, and stored all the same. */
export const moment = (options: Options = {}): Question<'moment'> => ({
  ...plain('date', Instant),
  ...asked(options),
  kind: 'moment',
})

/** Where it is. */
export const place = (options: Options = {}): Question<'place'> => ({
  ...plain('choice', PlaceCode),
  ...asked({ canBeUnknown: true, ...options }),
  kind: 'place',
})

/** Which of the charter's triggers fit. */
export const triggers = (options: Options = {}): Question<'triggers'> => ({
  ...plain('choice', z.array(PackId).max(20)),
  ...asked(options),
  kind: 'triggers',
})

/** An age. A birth that lies ahead is said to be wrong, and stored all the same. */
export const age = (options: Options = {}): Question<'age'> => ({
  ...plain('date', Age),
  ...asked({ canBeUnknown: true, ...options }),
  kind: 'age',
})

/** When something happened, as it was told. */
export const occurred = (options: Options = {}): Question<'occurred'> => {
  const told = text({ label: '', maxLength: 200 })
  const precision = other<Occurred['precision']>({
    label: '',
    role: 'choice',
    schema: Precision,
    empty: () => 'exact',
    isEmpty: () => true,
  })
  return {
    ...answer<Occurred>(section<Occurred>({ precision, from: told, to: told })),
    ...asked({ canBeUnknown: true, ...options }),
    kind: 'occurred',
  }
}

/** A list of at most `maxCount` rows, each with the same questions. */
export const list = (
  maxCount: number,
  items: Readonly<Record<string, Question<RowKind>>>,
  options: Options = {},
): Question<'rows'> => {
  type Cells = Record<string, Answer<RowValues[RowKind]>>
  // Each question takes the answers of its own kind only, and gets no other: a row is made by its questions.
  const field: RowsField<Cells> = rows({ fields: items as unknown as Fields<Cells>, maxCount })
  return { ...answer(field), ...asked(options), kind: 'rows', items, maxCount, newRow: field.newRow }
}
