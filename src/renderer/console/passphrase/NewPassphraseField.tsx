/** @file The box for a new passphrase, with what is said about it while it is typed. */
import { useTranslation } from 'react-i18next'
import { passphraseLength } from '../../../contract/same-to-the-eye/passphrase'
import { PASSPHRASE_MAX_LENGTH, PASSPHRASE_MIN_LENGTH } from '../../../contract/vault'
import { PassphraseField } from '../ui/PassphraseField'
import { registerWords } from '../words'
import words from '../words/en/vault-pages.json'
import { FeedbackLine } from './FeedbackLine'
import { isPassphraseUsable } from './passphrase-feedback'

registerWords('vault', words)

/** What is typed, and what it is for. */
export interface NewPassphraseFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Enter was pressed. */
  onEnter: () => void
  /** Words that somebody who knows the facilitator would try. */
  ownWords: readonly string[]
  /** True once it was asked to be taken: then what is missing is said at the box. */
  isChecked: boolean
  isAutoFocused?: boolean
  isReadOnly?: boolean
}

/** It is typed once, with an eye to look at it: the recovery sheet covers a slip. */
export const NewPassphraseField = (props: NewPassphraseFieldProps) => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const { value, isChecked } = props
  const error = () => {
    if (!isChecked || isPassphraseUsable(value)) return undefined
    const missing = PASSPHRASE_MIN_LENGTH - passphraseLength(value)
    return missing > 0
      ? t('first.feedback.short', { count: missing })
      : t('first.passphraseLong', { max: PASSPHRASE_MAX_LENGTH })
  }
  return (
    <div>
      <PassphraseField
        label={props.label}
        description={t('first.passphraseHint', { min: PASSPHRASE_MIN_LENGTH })}
        value={value}
        onChange={props.onChange}
        onEnter={props.onEnter}
        isAutoFocused={props.isAutoFocused ?? false}
        isReadOnly={props.isReadOnly ?? false}
        showLabel={tApp('show')}
        error={error()}
      />
      <FeedbackLine typed={value} ownWords={props.ownWords} />
    </div>
  )
}
