/** @file First start: vault, recovery sheet, charter, contacts, and the offer to rehearse. One thing at a time. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-hash-location'
import { ChooseCharter } from '../charters'
import { OnCallForm } from '../conduct'
import { useRehearse } from '../sessions'
import { registerWords } from '../words'
import words from '../words/en/vault-pages.json'
import { Entry } from './Entry'
import classes from './first-start/first-start.module.css'
import { NameAndPassphrase } from './first-start/NameAndPassphrase'
import { RecoverySheet } from './first-start/RecoverySheet'

registerWords('vault', words)

const STEPS = 4

type Step =
  | { at: 'vault' }
  /** The key lives in this step only; going on drops it. */
  | { at: 'sheet'; recoveryKey: string }
  | { at: 'charter' }
  | { at: 'contacts' }
  | { at: 'ready' }

/** Shown where there is no vault. `onDone` opens the console, whatever the address says by then. */
export const FirstStart = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('vault')
  const [step, setStep] = useState<Step>({ at: 'vault' })
  const stepWords = (number: number) => t('first.step', { step: number, of: STEPS })
  const rehearse = useRehearse()

  switch (step.at) {
    case 'vault':
      return (
        <Entry title={t('first.welcome.title')} lead={t('first.welcome.lead')} step={stepWords(1)}>
          <NameAndPassphrase onCreated={(recoveryKey) => setStep({ at: 'sheet', recoveryKey })} />
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
          <RecoverySheet recoveryKey={step.recoveryKey} onDone={() => setStep({ at: 'charter' })} />
        </Entry>
      )
    case 'charter':
      return (
        <Entry
          key="charter"
          title={t('choose.title')}
          lead={t('choose.lead')}
          step={stepWords(3)}
          isHeadingFocused
        >
          <ChooseCharter actionLabel={t('sheet.next')} onChosen={() => setStep({ at: 'contacts' })} />
        </Entry>
      )
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
          </div>
        </Entry>
      )
  }
}
