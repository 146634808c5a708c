/** @file A secret's text box: hidden by default, can be shown, never remembered. */
import { PasswordInput } from '@mantine/core'
import type { ReactNode } from 'react'

/** Label, value and handlers of a secret's text box. */
export interface PassphraseFieldProps {
  label: string
  description?: ReactNode
  error?: ReactNode
  value: string
  onChange: (value: string) => void
  /** Enter was pressed: there are no forms to submit. */
  onEnter?: () => void
  isAutoFocused?: boolean
  /** While what was typed is being used. A box that is switched off would drop the keyboard. */
  isReadOnly?: boolean
  /** Accessible name of the eye. */
  showLabel: string
}

/**
 * A text box for a passphrase or recovery key. Its role is stated, because password inputs have none and
 * assistive tools find it by role and name.
 */
export const PassphraseField = (props: PassphraseFieldProps) => (
  <PasswordInput
    role="textbox"
    label={props.label}
    description={props.description}
    error={props.error}
    value={props.value}
    readOnly={props.isReadOnly ?? false}
    data-autofocus={props.isAutoFocused}
    autoFocus={props.isAutoFocused ?? false}
    visibilityToggleButtonProps={{ 'aria-label': props.showLabel, tabIndex: 0 }}
    onChange={(event) => props.onChange(event.currentTarget.value)}
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter?.()
    }}
  />
)
