/**
 * @file The duty that is being typed, if any: it stays while one looks at another page, leaving the console asks, and the
 * lock wipes it.
 */
import type { OwnDuty } from '../../../contract/duties'
import { DutyId } from '../../../contract/primitives'
import { registerAtStake } from '../at-stake'
import { createPageStore, usePageStore } from '../page-store'
import { catalogue } from '../words'
import { emptyDuty, type TypedDuty, typedOf } from './draft'
import './words'

/** The form that is open. `duty` null: a new one, which will have this id. */
export interface OpenForm {
  dutyId: DutyId
  duty: OwnDuty | null
  typed: TypedDuty
  /** Takes it off the list of what leaving would lose; null while nothing was typed. */
  letGo: (() => void) | null
}

const form = createPageStore<OpenForm | null>({
  name: 'duties.form',
  initial: null,
  onWipe: () => form.read()?.letGo?.(),
})

/** The form that is open, as React state; null: none. */
export const useOpenForm = (): OpenForm | null => usePageStore(form)

/** Opens a form: of a duty, or of a new one. What was typed in another is let go by whoever opens this one. */
export const openForm = (duty: OwnDuty | null): void => {
  form.read()?.letGo?.()
  form.set({
    dutyId: duty?.id ?? DutyId.parse(crypto.randomUUID()),
    duty,
    typed: duty ? typedOf(duty) : emptyDuty,
    letGo: null,
  })
}

/** Closes it, with what was typed. */
export const closeForm = (): void => {
  form.read()?.letGo?.()
  form.set(null)
}

/** Changes what is typed. */
export const changeForm = (change: (typed: TypedDuty) => TypedDuty): void => {
  const now = form.read()
  if (now === null) return
  const letGo = now.letGo ?? registerAtStake({ kind: 'words', describe: describeForm })
  form.set({ ...now, typed: change(now.typed), letGo })
}

/** Where it was typed, never what. */
const describeForm = (): readonly string[] => [catalogue.t('duties:form.atStake')]
