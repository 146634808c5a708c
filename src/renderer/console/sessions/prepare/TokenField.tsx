/** @file A pasted meeting token: read, held in this page's memory, never kept. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseField } from '../../ui/PassphraseField'
import classes from '../sessions.module.css'

/** Longest token taken, in characters (contract/room-protocol.ts, `join`). */
const TOKEN_MAX = 8000

/**
 * Reads a pasted token.
 *
 * @param typed - anything a person may paste; white space around it and line breaks in it are forgiven.
 * @returns the token, null where none was typed, or that it is not a whole one.
 */
export const readToken = (
  typed: string,
): { isAccepted: true; jwt: string | null } | { isAccepted: false } => {
  const text = typed.replace(/\s+/g, '')
  if (text === '') return { isAccepted: true, jwt: null }
  if (text.length > TOKEN_MAX || !/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(text)) {
    return { isAccepted: false }
  }
  return { isAccepted: true, jwt: text }
}

/** What was typed, and whether a bad one is to be told. */
export interface TokenFieldProps {
  typed: string
  onType: (typed: string) => void
  isAsked: boolean
}

/** The text box behind one quiet button: most servers need no token. */
export const TokenField = ({ typed, onType, isAsked }: TokenFieldProps) => {
  const { t } = useTranslation('sessions')
  const { t: tApp } = useTranslation('app')
  const [isOpen, setIsOpen] = useState(typed !== '')
  if (!isOpen) {
    return (
      <div>
        <Button variant="subtle" onClick={() => setIsOpen(true)}>
          {t('prepare.token.open')}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.fields}>
      <PassphraseField
        label={t('prepare.token.label')}
        description={t('prepare.token.hint')}
        value={typed}
        onChange={onType}
        isAutoFocused
        showLabel={tApp('show')}
        error={isAsked && !readToken(typed).isAccepted ? t('prepare.token.bad') : undefined}
      />
    </div>
  )
}
