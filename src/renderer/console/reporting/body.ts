/**
 * @file The form's body between typing and keeping: `settle` makes what is typed fit to be sent, so that half
 * a line never costs the rest of the draft. Pure.
 */
import { type Known, ReportBody } from '../../../contract/reporting'

/** Role that stands for the facilitator where none was typed. */
export const NOT_SAID = 'Not said'

/** A known text that is blank was not answered. */
const settleText = (known: Known<string>): Known<string> =>
  known.is === 'known' && known.value.trim() === '' ? { is: 'unanswered' } : known

const settleAge = (age: ReportBody['person']['age']): ReportBody['person']['age'] => {
  if (age.is !== 'known') return age
  const { value } = age
  switch (value.by) {
    case 'dateOfBirth':
      return value.day === '' ? { is: 'unanswered' } : age
    case 'years':
      return Number.isInteger(value.years) ? age : { is: 'unanswered' }
  }
}

const settleOccurred = (occurred: ReportBody['event']['occurred']): ReportBody['event']['occurred'] =>
  occurred.is === 'known' && occurred.value.from.trim() === '' && occurred.value.to.trim() === ''
    ? { is: 'unanswered' }
    : occurred.is === 'known' && occurred.value.from.trim() === ''
      ? { is: 'known', value: { ...occurred.value, from: NOT_SAID } }
      : occurred

/**
 * The body as it can be kept: blank texts are unanswered, blank lines of a list go, and a line with words keeps
 * them even where its other half is missing.
 */
export const settle = (body: ReportBody): ReportBody => {
  const { person, concern, event, alleged, reporter } = body
  return {
    ...body,
    jurisdiction: settleText(body.jurisdiction),
    person: {
      ...person,
      name: settleText(person.name),
      otherNames: settleText(person.otherNames),
      age: settleAge(person.age),
    },
    concern: {
      ...concern,
      types:
        concern.types.is === 'known' && concern.types.value.length === 0
          ? { is: 'unanswered' }
          : concern.types,
      theirWords: settleText(concern.theirWords),
      observed: settleText(concern.observed),
      toldByOthers: settleText(concern.toldByOthers),
    },
    event: { ...event, occurred: settleOccurred(event.occurred), place: settleText(event.place) },
    alleged: {
      ...alleged,
      people: alleged.people.map((accused) => ({ ...accused, name: settleText(accused.name) })),
    },
    othersAtRisk: body.othersAtRisk
      .filter(({ category, detail }) => category.trim() !== '' || detail.trim() !== '')
      .map((other) => ({ ...other, category: other.category.trim() === '' ? NOT_SAID : other.category })),
    actions: body.actions
      .filter(({ what }) => what.trim() !== '')
      .map((action) => ({ ...action, by: action.by.trim() === '' ? NOT_SAID : action.by })),
    reporter: {
      ...reporter,
      name: settleText(reporter.name),
      role: settleText(reporter.role),
      organization: settleText(reporter.organization),
      contact: settleText(reporter.contact),
      relationshipToPerson: settleText(reporter.relationshipToPerson),
    },
  }
}

/** Paths that cannot be kept as they are (too long, a code that is none). Empty: the body can be sent. */
export const unkeepable = (settled: ReportBody): string[] => {
  const read = ReportBody.safeParse(settled)
  return read.success
    ? []
    : [
        ...new Set(
          read.error.issues.map((issue) =>
            issue.path
              .map(String)
              .join('.')
              .replace(/\.(value|is)(?:\..*)?$/, ''),
          ),
        ),
      ]
}

/** Key of a field's words: its path without places in a list. */
export const wordsKey = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '').replaceAll('.', '_')

/** Element id of a field. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`

/** An instant as a `datetime-local` box wants it, in this machine's zone; empty for none. */
export const toLocalBox = (instant: string | null): string => {
  if (instant === null) return ''
  const date = new Date(instant)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** A `datetime-local` box as an instant; null when it is empty or half filled. */
export const fromLocalBox = (typed: string): string | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed)) return null
  const ms = Date.parse(typed)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
