/** @file First start: vault, recovery sheet, charter, contacts, and the offer to rehearse. One thing at a time. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-hash-location'
import type { CrisisSettings } from '../../../../contract/conduct'
import type { Profile } from '../../../../contract/vault'
import { Answered } from '../../Answered'
import { ChooseCharter } from '../../charters'
import { client } from '../../client'
import { OnCallForm } from '../../conduct'
import { Entry } from '../../Entry'
import { queries } from '../../queries'
import { FIRST_EVENING_PATH } from '../../rehearsal'
import { useRehearse } from '../../sessions'
import { Notice } from '../../ui/Notice'
import { NewSheet, RecoverySheet, RestoreBackup } from '../../vault'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import { useWork } from '../places'
import classes from './first-start.module.css'
import { NameAndPassphrase } from './NameAndPassphrase'

registerWords('vault', words)

const STEPS = 4

const sheetOf = (recoveryKey: string): Step => ({ at: 'sheet', recoveryKey, isWrittenBefore: true })

type Step =
  | { at: 'vault' }
  /** A vault made from a backup has all that the other steps ask for. */
  | { at: 'restore' }
  /** The key is dropped once the charter is chosen; until then one can come back to it. */
  | { at: 'sheet'; recoveryKey: string; isWrittenBefore: boolean }
  /** The page was loaded anew before the sheet was said to be on paper: its key cannot be shown again. */
  | { at: 'newSheet' }
  | { at: 'charter'; recoveryKey: string | null }
  | { at: 'contacts' }
  | { at: 'ready' }

/** What first start begins with, and what comes after it. */
export interface FirstStartProps {
  /** True where a vault was made, and the page was left before the end. */
  isResumed?: boolean
  /** Opens the console, whatever the address says by then. */
  onDone: () => void
}

/** Shown where there is no vault, and where first start was left before its end. */
export const FirstStart = ({ isResumed = false, onDone }: FirstStartProps) =>
  isResumed ? <Resumed onDone={onDone} /> : <Steps begins={{ at: 'vault' }} onDone={onDone} />

/** Goes on at the first step that is missing. */
const Resumed = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('vault')
  const profile = useQuery(queries.vault.profile.queryOptions())
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const settings = useQuery(queries.conduct.crisisSettings.queryOptions())
  if (profile.data && chosen.data !== undefined && settings.data) {
    // Read where it begins: a step that is done does not move what is shown.
    return <Steps begins={firstMissing(profile.data, chosen.data, settings.data)} isResumed onDone={onDone} />
  }
  return (
    <Entry title={t('first.welcome.title')}>
      <Answered<unknown>
        asked={[profile, chosen, settings].find(({ data }) => data === undefined) ?? profile}
      >
        {() => null}
      </Answered>
    </Entry>
  )
}

const firstMissing = (profile: Profile, chosen: object | null, settings: CrisisSettings): Step => {
  if (profile.recoverySheetConfirmedAt === null) return { at: 'newSheet' }
  if (chosen === null) return { at: 'charter', recoveryKey: null }
  return settings.region === null ? { at: 'contacts' } : { at: 'ready' }
}

interface StepsProps {
  begins: Step
  isResumed?: boolean
  onDone: () => void
}

const Steps = ({ begins, isResumed = false, onDone }: StepsProps) => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const [step, setStep] = useState<Step>(begins)
  const stepWords = (number: number) => t('first.step', { step: number, of: STEPS })
  const rehearse = useRehearse()
  const work = useWork()
  const cache = useQueryClient()
  const finish = useMutation({
    mutationFn: () => client.vault.finishFirstStart(),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.vault.key() }),
  })
  const goToCharter = () => setStep({ at: 'charter', recoveryKey: null })
  const have = useMutation({
    mutationFn: () => client.vault.confirmRecoverySheet(),
    // Where it cannot be noted, home says so.
    onSettled: goToCharter,
  })
  /** Leads into the console. Where it cannot be noted, first start ends with a step more at the next unlocking. */
  const end = (go: () => void) => {
    finish.mutate()
    go()
    onDone()
  }

  switch (step.at) {
    case 'vault':
      return (
        <Entry title={t('first.welcome.title')} lead={t('first.welcome.lead')} step={stepWords(1)}>
          <NameAndPassphrase
            onCreated={(recoveryKey) => setStep({ at: 'sheet', recoveryKey, isWrittenBefore: false })}
          />
          <div className={classes.actions}>
            <Button variant="subtle" onClick={() => setStep({ at: 'restore' })}>
              {t('restore.open')}
            </Button>
          </div>
        </Entry>
      )
    case 'restore':
      return (
        <Entry key="restore" title={t('restore.title')} lead={t('restore.lead')} isHeadingFocused>
          <RestoreBackup onRestored={onDone} />
          <div className={classes.actions}>
            <Button variant="subtle" onClick={() => setStep({ at: 'vault' })}>
              {tApp('back')}
            </Button>
          </div>
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
    case 'newSheet':
      return (
        <Entry
          key="newSheet"
          title={t('sheet.title')}
          lead={t('recovery.lead')}
          step={stepWords(2)}
          isHeadingFocused
        >
          <Notice
            tone="wait"
            title={t('sheet.notAgain.title')}
            actions={
              <Button variant="default" loading={have.isPending} onClick={() => have.mutate()}>
                {t('recovery.notConfirmed.have')}
              </Button>
            }
          >
            {t('sheet.notAgain.body')}
          </Notice>
          <NewSheet onDone={goToCharter} onLater={goToCharter} />
        </Entry>
      )
    case 'charter': {
      const back = step.recoveryKey === null ? null : sheetOf(step.recoveryKey)
      return (
        <Entry
          key="charter"
          title={t('choose.title')}
          lead={t('choose.lead')}
          step={stepWords(3)}
          isHeadingFocused
        >
          <ChooseCharter
            actionLabel={t('sheet.next')}
            onChosen={() => setStep({ at: 'contacts' })}
            // First start goes on at the next unlocking: a charter is still to be chosen then.
            onCompose={onDone}
          />
          <div className={classes.actions}>
            {back ? (
              <Button variant="subtle" onClick={() => setStep(back)}>
                {tApp('back')}
              </Button>
            ) : null}
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
        <Entry
          key="ready"
          title={t('ready.title')}
          lead={t(work === 'leads' ? 'ready.leadOfLeads' : 'ready.lead')}
          isHeadingFocused
        >
          <div className={classes.actions}>
            {work === 'leads' ? (
              <Button onClick={() => end(() => navigate('/desk'))}>{t('ready.desk')}</Button>
            ) : (
              <>
                <Button onClick={() => end(() => navigate(FIRST_EVENING_PATH))}>{t('ready.guided')}</Button>
                <Button variant="default" onClick={() => end(rehearse)}>
                  {t('ready.rehearse')}
                </Button>
                <Button variant="default" onClick={() => end(() => navigate('/groups/new'))}>
                  {t('ready.newGroup')}
                </Button>
                <Button variant="subtle" onClick={() => end(() => navigate('/'))}>
                  {t('ready.later')}
                </Button>
              </>
            )}
            <Button variant="subtle" onClick={() => setStep({ at: 'contacts' })}>
              {tApp('back')}
            </Button>
          </div>
        </Entry>
      )
  }
}
