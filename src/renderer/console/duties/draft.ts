/** @file What is typed about a duty, as text, and reading it into what the contract takes. Pure. */
import { DutyDraft, DutyKind, type DutyRhythm, type OwnDuty } from '../../../contract/duties'
import { Day, line } from '../../../contract/primitives'
import type { TypedDuty } from '../../../contract/unfinished-forms'

/** How often a kind usually comes round: our defaults, to be changed on the form. */
const usual: Readonly<Record<DutyKind, Partial<TypedDuty>>> = {
  credential: { rhythm: 'months', months: '12', remindDays: '90' },
  training: { rhythm: 'months', months: '1', remindDays: '7' },
  policy: { rhythm: 'months', months: '12', remindDays: '30' },
  backgroundCheck: { rhythm: 'months', months: '24', remindDays: '90' },
  meeting: { rhythm: 'months', months: '1', remindDays: '7' },
  supervision: { rhythm: 'months', months: '1', remindDays: '7' },
  rounds: { rhythm: 'hours', soonHours: '24', dueHours: '48' },
  renewal: { rhythm: 'months', months: '12', remindDays: '30' },
  absence: { rhythm: 'once', remindDays: '14' },
  other: { rhythm: 'once', remindDays: '7' },
}

/** How often a kind usually comes round, and how early it is shown. */
export const usualOf = (kind: DutyKind): TypedDuty => ofKind(kind, emptyDuty)

/** A new duty of a kind, with what was typed already kept where the kind says nothing else. */
export const ofKind = (kind: DutyKind, typed: TypedDuty): TypedDuty => ({ ...typed, ...usual[kind], kind })

/** An empty form. */
export const emptyDuty: TypedDuty = ofKind('credential', {
  kind: 'credential',
  title: '',
  rhythm: 'months',
  days: '30',
  months: '12',
  soonHours: '24',
  dueHours: '48',
  dueOn: '',
  endsOn: '',
  remindDays: '30',
})

/** A kept duty's form. */
export const typedOf = ({ kind, title, rhythm, dueOn, endsOn, remindDays }: OwnDuty): TypedDuty => ({
  ...emptyDuty,
  kind,
  title,
  rhythm: rhythm.kind,
  ...(rhythm.kind === 'days' && { days: String(rhythm.days) }),
  ...(rhythm.kind === 'months' && { months: String(rhythm.months) }),
  ...(rhythm.kind === 'hours' && { soonHours: String(rhythm.soonHours), dueHours: String(rhythm.dueHours) }),
  dueOn: dueOn ?? '',
  endsOn: endsOn ?? '',
  remindDays: String(remindDays),
})

/** Fields that can be wrong, each with its words under `form.bad`. */
export type DutyProblem = 'title' | 'days' | 'months' | 'hours' | 'dueOn' | 'from' | 'to' | 'remindDays'

const whole = (text: string): number => (/^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN)
const isWithin = (value: number, min: number, max: number) => value >= min && value <= max

const rhythmOf = (typed: TypedDuty): DutyRhythm => {
  switch (typed.rhythm) {
    case 'once':
      return { kind: 'once' }
    case 'days':
      return { kind: 'days', days: whole(typed.days) }
    case 'months':
      return { kind: 'months', months: whole(typed.months) }
    case 'hours':
      return { kind: 'hours', soonHours: whole(typed.soonHours), dueHours: whole(typed.dueHours) }
  }
}

/** Days away happen once. */
const settled = (typed: TypedDuty): TypedDuty =>
  typed.kind === 'absence' ? { ...typed, rhythm: 'once' } : typed

/** Reads the form: what the contract takes, or what is wrong. */
export const readDuty = (
  form: TypedDuty,
): { isGood: true; draft: DutyDraft } | { isGood: false; problems: ReadonlySet<DutyProblem> } => {
  const typed = settled(form)
  const isAway = typed.kind === 'absence'
  const rhythm = rhythmOf(typed)
  const isDay = (text: string) => Day.safeParse(text).success
  const problems = new Set<DutyProblem>()
  if (!line(120).safeParse(typed.title).success) problems.add('title')
  if (rhythm.kind === 'days' && !isWithin(rhythm.days, 1, 366)) problems.add('days')
  if (rhythm.kind === 'months' && !isWithin(rhythm.months, 1, 120)) problems.add('months')
  if (
    rhythm.kind === 'hours' &&
    !(isWithin(rhythm.soonHours, 1, 720) && isWithin(rhythm.dueHours, rhythm.soonHours, 720))
  )
    problems.add('hours')
  if (isAway && !isDay(typed.dueOn)) problems.add('from')
  if (isAway && !(isDay(typed.endsOn) && typed.dueOn <= typed.endsOn)) problems.add('to')
  if (!isAway && rhythm.kind !== 'hours' && typed.dueOn !== '' && !isDay(typed.dueOn)) problems.add('dueOn')
  if (!isWithin(whole(typed.remindDays), 0, 180)) problems.add('remindDays')
  const read = DutyDraft.safeParse({
    kind: typed.kind,
    title: typed.title,
    rhythm,
    dueOn: rhythm.kind === 'hours' || typed.dueOn === '' ? null : typed.dueOn,
    endsOn: isAway ? typed.endsOn : null,
    remindDays: whole(typed.remindDays),
  })
  return read.success && problems.size === 0
    ? { isGood: true, draft: read.data }
    : { isGood: false, problems: problems.size === 0 ? new Set(['title']) : problems }
}

/** A kind from a list's value. */
export const kindOf = (value: string): DutyKind => DutyKind.catch('other').parse(value)
