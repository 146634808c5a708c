/** @file A key and its name as typed and not kept yet: they stay while one looks elsewhere, and leaving asks. */
import { createTypedForms } from '../typed-forms'
import { catalogue, registerWords } from '../words'
import words from '../words/en/recipients.json'

registerWords('recipients', words)

/** The form as typed. */
export interface TypedKey {
  name: string
  key: string
}

/** What nobody has typed into. */
export const emptyKey: TypedKey = { name: '', key: '' }

const forms = createTypedForms<TypedKey>({
  name: 'recipients.key',
  describe: () => [catalogue.t('recipients:atStake')],
  yieldsToIdleLock: true,
})
/** One key is typed at a time, wherever the form stands. */
const THE_ONE = 'key'

/** What is typed, as React state. */
export const useTypedKey = (): TypedKey => forms.useTyped(THE_ONE) ?? emptyKey

/** Changes what is typed; left empty, it is let go. */
export const changeTypedKey = (part: Partial<TypedKey>): void =>
  forms.hold(THE_ONE, { ...(forms.read(THE_ONE) ?? emptyKey), ...part }, emptyKey)
