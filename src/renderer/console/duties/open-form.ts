/** @file The duty that is being typed, if any: which one its form is of, and what stands in it, which is kept as one types. */
import type { OwnDuty } from '../../../contract/duties'
import { DutyId } from '../../../contract/primitives'
import { NOT_YET, type TypedDuty } from '../../../contract/unfinished-forms'
import { createPageStore, usePageStore } from '../page-store'
import { createTypedForms } from '../typed-forms'
import { catalogue } from '../words'
import { emptyDuty, typedOf } from './draft'
import './words'

/** The form that is open. `duty` null: a new one, which will have this id. */
export interface OpenForm {
  dutyId: DutyId
  duty: OwnDuty | null
}

const form = createPageStore<OpenForm | null>({ name: 'duties.form', initial: null })

/** What is typed, by the id of the duty, or that there is none yet. */
export const typedDuties = createTypedForms({
  form: 'duty',
  name: 'duties.typed',
  describe: () => [catalogue.t('duties:form.atStake')],
  wordsOf: ({ title }) => [title],
})

/** Under which key what is typed stands. */
export const formKeyOf = ({ duty }: Pick<OpenForm, 'duty'>): string => duty?.id ?? NOT_YET

/** What the form begins with. */
export const startOf = ({ duty }: Pick<OpenForm, 'duty'>): TypedDuty => (duty ? typedOf(duty) : emptyDuty)

/** The form that is open, as React state; null: none. */
export const useOpenForm = (): OpenForm | null => usePageStore(form)

/** Opens a form: of a duty, or of a new one. */
export const openForm = (duty: OwnDuty | null): void =>
  form.set({ dutyId: duty?.id ?? DutyId.parse(crypto.randomUUID()), duty })

/** Opens the form of a new one, unless one is open. */
export const beginDuty = (): void => {
  if (form.read() === null) openForm(null)
}

/** Closes it, with what was typed. */
export const closeForm = (): void => {
  const open = form.read()
  if (open) typedDuties.hold(formKeyOf(open), null)
  form.set(null)
}

/** Changes what is typed. */
export const changeForm = (change: (typed: TypedDuty) => TypedDuty): void => {
  const open = form.read()
  if (open === null) return
  const key = formKeyOf(open)
  typedDuties.hold(key, change(typedDuties.read(key) ?? startOf(open)), startOf(open))
}
