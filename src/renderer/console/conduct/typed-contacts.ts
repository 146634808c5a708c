/** @file The region and contacts as typed and not saved yet. There is one form of them, in first start as in preparation. */
import { THE_ONE, type TypedContacts } from '../../../contract/unfinished-forms'
import { createTypedForms } from '../typed-forms'
import { catalogue } from '../words'
import './words'

/** The one form, under `THE_ONE`. */
export const typedContacts = createTypedForms({
  form: 'contacts',
  name: 'conduct.contacts',
  describe: () => [catalogue.t('conduct:inPlace.atStake')],
  wordsOf: ({ role, number, contact }) => [role, number, contact],
  yieldsToIdleLock: true,
})

/** What is typed, as React state; null where nothing is. */
export const useTypedContacts = (): TypedContacts | null => typedContacts.useTyped(THE_ONE)

/** Sets what is typed; null, or what differs in nothing from what is kept, lets it go. */
export const setTypedContacts = (typed: TypedContacts | null, kept?: TypedContacts): void =>
  typedContacts.hold(THE_ONE, typed, kept)
