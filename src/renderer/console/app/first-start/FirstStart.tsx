/** @file First start: vault, recovery sheet, charter, contacts, and the offer to rehearse. One thing at a time. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-hash-location'
import { ChooseCharter } from '../../charters'
import { OnCallForm } from '../../conduct'
import { Entry } from '../../Entry'
import { useRehearse } from '../../sessions'
import { Notice } from '../../ui/Notice'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import classes from './first-start.module.css'
import { NameAndPassphrase } from './NameAndPassphrase'
import { RecoverySheet } from './RecoverySheet'

registerWords('vault', words)

const STEPS = 4

type Step =
  | { at: 'vault' }
  /** The key is dropped once the charter is chosen; until then one can come back to it. */
  | { at: 'sheet'; recoveryKey: string; isWrittenBefore: boolean }
  /** Without a key where the page was loaded anew: it cannot be shown again. */
  | { at: 'charter'; recoveryKey: string | null }
  | { at: 'contacts' }
  | { at: 'ready' }

/** What first start begins with, and what comes after it. */
export interface FirstStartProps {
  /** True where a vault was made, and the page was left before a charter was chosen. */
  isResumed?: boolean
  /** Opens the console, whatever the address says by then. */
  onDone: () => void
}

/** Shown where there is no vault, and where first start was left before its end. */
export const FirstStart = ({ isResumed = false, onDone }: FirstStartProps) => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const [step, setStep] = useState<Step>(isResumed ? { at: 'charter', recoveryKey: null } : { at: 'vault' })
  const stepWords = (number: number) => t('first.step', { step: number, of: STEPS })
  const rehearse = useRehearse()

  switch (step.at) {
    case 'vault':
      return (
        <Entry title={t('first.welcome.title')} lead={t('first.welcome.lead')} step={stepWords(1)}>
          <NameAndPassphrase
            onCreated={(recoveryKey) => setStep({ at: 'sheet', recoveryKey, isWrittenBefore: false })}
          />
        </Entry>
      )
    case 'sheet':
      return (
        <Entry
          key="sheet"
          title={t('sheet.title')}
          lead={t('sheet.lead')}
          step={stepWords(2)}
          isHeadingFocused
        >
          <RecoverySheet
            recoveryKey={step.recoveryKey}
            isWrittenBefore={step.isWrittenBefore}
            onDone={() => setStep({ at: 'charter', recoveryKey: step.recoveryKey })}
          />
        </Entry>
      )
    case 'charter': {
      const { recoveryKey } = step
      return (
        <Entry
          key="charter"
          title={t('choose.title')}
          lead={t('choose.lead')}
          step={stepWords(3)}
          isHeadingFocused
        >
          {recoveryKey === null && isResumed ? (
            <Notice tone="wait" title={t('sheet.notAgain.title')}>
              {t('sheet.notAgain.body')}
            </Notice>
          ) : null}
          <ChooseCharter actionLabel={t('sheet.next')} onChosen={() => setStep({ at: 'contacts' })} />
          <div className={classes.actions}>
            {recoveryKey === null ? null : (
              <Button
                variant="subtle"
                onClick={() => setStep({ at: 'sheet', recoveryKey, isWrittenBefore: true })}
              >
                {tApp('back')}
              </Button>
            )}
            {isResumed ? (
              <Button variant="subtle" onClick={onDone}>
                {t('contacts.later')}
              </Button>
            ) : null}
          </div>
        </Entry>
      )
    }
    case 'contacts':
      return (
        <Entry
          key="contacts"
          title={t('contacts.title')}
          lead={t('contacts.lead')}
          step={stepWords(4)}
          isHeadingFocused
        >
          <OnCallForm
            saveLabel={t('contacts.save')}
            onSaved={() => setStep({ at: 'ready' })}
            cancelLabel={t('contacts.later')}
            onCancel={() => setStep({ at: 'ready' })}
          />
          <div className={classes.actions}>
            <Button variant="subtle" onClick={() => setStep({ at: 'charter', recoveryKey: null })}>
              {tApp('back')}
            </Button>
          </div>
        </Entry>
      )
    case 'ready':
      return (
        <Entry key="ready" title={t('ready.title')} lead={t('ready.lead')} isHeadingFocused>
          <div className={classes.actions}>
            <Button
              onClick={() => {
                rehearse()
                onDone()
              }}
            >
              {t('ready.rehearse')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                navigate('/groups/new')
                onDone()
              }}
            >
              {t('ready.newGroup')}
            </Button>
            <Button
              variant="subtle"
              onClick={() => {
                navigate('/')
                onDone()
              }}
            >
              {t('ready.later')}
            </Button>
            <Button variant="subtle" onClick={() => setStep({ at: 'contacts' })}>
              {tApp('back')}
            </Button>
          </div>
        </Entry>
      )
  }
}
