/** @file A key and its name as typed and not kept yet. One key is typed at a time, wherever the form stands. */
import { THE_ONE, type TypedKey } from '../../../contract/unfinished-forms'
import { createTypedForms } from '../typed-forms'
import { catalogue, registerWords } from '../words'
import words from '../words/en/recipients.json'

registerWords('recipients', words)

/** What nobody has typed into. */
export const emptyKey: TypedKey = { name: '', key: '' }

/** The one form, under `THE_ONE`. The secret half of a key, pasted by a slip, is refused and never stored. */
export const typedKeys = createTypedForms({
  form: 'recipientKey',
  name: 'recipients.key',
  describe: () => [catalogue.t('recipients:atStake')],
  wordsOf: ({ name, key }) => [name, key],
  yieldsToIdleLock: true,
})

/** What is typed, as React state. */
export const useTypedKey = (): TypedKey => typedKeys.useTyped(THE_ONE) ?? emptyKey

/** Changes what is typed; left empty, it is let go. */
export const changeTypedKey = (part: Partial<TypedKey>): void =>
  typedKeys.hold(THE_ONE, { ...(typedKeys.read(THE_ONE) ?? emptyKey), ...part }, emptyKey)
