/** @file The region and contacts as typed and not saved yet: they stay while one looks elsewhere, and leaving asks. */
import type { CrisisSettings } from '../../../contract/conduct'
import { createTypedForms } from '../typed-forms'
import { catalogue } from '../words'
import './words'

/** The form as typed; text may be empty. */
export interface TypedContacts {
  region: CrisisSettings['region']
  role: string
  number: string
  contact: string
}

const forms = createTypedForms<TypedContacts>({
  name: 'conduct.contacts',
  describe: () => [catalogue.t('conduct:inPlace.atStake')],
  yieldsToIdleLock: true,
})
/** There is one form of them, in first start as in preparation. */
const THE_ONE = 'contacts'

/** What is typed, as React state; null where nothing is. */
export const useTypedContacts = (): TypedContacts | null => forms.useTyped(THE_ONE)

/** Sets what is typed; null, or what differs in nothing from what is kept, lets it go. */
export const setTypedContacts = (typed: TypedContacts | null, kept?: TypedContacts): void =>
  forms.hold(THE_ONE, typed, kept)
