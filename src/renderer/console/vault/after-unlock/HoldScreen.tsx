/** @file What is wrong with the records of a vault that is open: what happened, what was kept, what can be done. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultHold } from '../../../../contract/vault'
import { client } from '../../client'
import { Entry } from '../../Entry'
import { ProblemNotice } from '../../ProblemNotice'
import { RestoreBackup } from '../backup/RestoreBackup'
import { SaveReadable } from '../backup/SaveReadable'
import { Crisis } from '../Crisis'
import classes from '../UnlockScreen.module.css'

type Held = Exclude<VaultHold, { kind: 'gone' }>

/** What happened, in words, with how many changes where that is known. */
const useHoldBody = () => {
  const { t } = useTranslation('vault')
  return (hold: Held): string =>
    hold.kind === 'recordsLost' && hold.count !== null
      ? t('hold.recordsLost.counted', { count: hold.count })
      : t(`hold.${hold.kind}.body`)
}

/** Shown once for each unlock. `onGoIn`: to the console, which then only reads. */
export const HoldScreen = (props: { hold: VaultHold; crisis: ReactNode; onGoIn: () => void }) => {
  const { hold, crisis, onGoIn } = props
  const { t } = useTranslation('vault')
  const body = useHoldBody()
  const accept = useMutation({ mutationFn: () => client.vault.acceptLoss() })
  const [opened, setOpened] = useState<'none' | 'restore' | 'readable'>('none')
  const toggle = (which: 'restore' | 'readable') => setOpened((now) => (now === which ? 'none' : which))
  const lock = useMutation({ mutationFn: () => client.vault.lock() })
  if (hold.kind === 'gone') return null
  const canGoOn = hold.kind !== 'pagesDamaged'
  return (
    <Entry
      title={t(`hold.${hold.kind}.title`)}
      lead={body(hold)}
      foot={<Crisis>{crisis}</Crisis>}
      isHeadingFocused
    >
      <div className={classes.form}>
        <dl className={classes.facts}>
          <div>
            <dt>{t('trouble.kept')}</dt>
            <dd>{t('hold.kept')}</dd>
          </div>
          <div>
            <dt>{t('trouble.todo')}</dt>
            <dd>{t(`hold.${hold.kind}.todo`)}</dd>
          </div>
        </dl>
        <ProblemNotice error={accept.error} />
        <div className={classes.actions}>
          <Button onClick={onGoIn}>{t('hold.look')}</Button>
          {canGoOn ? (
            <Button variant="default" loading={accept.isPending} onClick={() => accept.mutate()}>
              {t(`hold.${hold.kind}.accept`)}
            </Button>
          ) : null}
          {canGoOn ? null : (
            <Button
              variant="default"
              aria-expanded={opened === 'readable'}
              onClick={() => toggle('readable')}
            >
              {t('readable.open')}
            </Button>
          )}
          <Button variant="default" aria-expanded={opened === 'restore'} onClick={() => toggle('restore')}>
            {t('trouble.restore')}
          </Button>
          <Button variant="subtle" loading={lock.isPending} onClick={() => lock.mutate()}>
            {t('hold.lock')}
          </Button>
        </div>
        {opened === 'readable' ? <SaveReadable /> : null}
        {opened === 'restore' ? <RestoreBackup isReplacing onRestored={() => {}} /> : null}
      </div>
    </Entry>
  )
}
