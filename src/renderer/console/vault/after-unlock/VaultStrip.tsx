/** @file What is wrong with vault or clock while the console is in use, or was just put right: a strip above it that covers nothing. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-hash-location'
import type { VaultStatus } from '../../../../contract/vault'
import { client } from '../../client'
import { usePageStore } from '../../page-store'
import { useBlockSize } from '../../ui/use-block-size'
import { restored } from '../backup/restored'
import { DateAnswers, useDateQuestion } from './DateQuestion'
import classes from './VaultStrip.module.css'

/** The gravest thing first; nothing while all is well. */
export const VaultStrip = ({ status }: { status: Extract<VaultStatus, { state: 'unlocked' }> }) => {
  const { t } = useTranslation('vault')
  const question = useDateQuestion()
  const { hold, clock, isRecovered } = status
  if (hold !== null) {
    return (
      <Strip isGrave>
        <strong>{t(`hold.${hold.kind}.title`)}.</strong> {t(`hold.${hold.kind}.strip`)}
      </Strip>
    )
  }
  switch (clock.kind) {
    case 'trusted':
      return isRecovered ? <RecoveredStrip /> : <RestoredStrip />
    case 'asks':
      return (
        <Strip actions={<DateAnswers isPrimary={false} />}>
          <strong>{question(clock)}</strong> {t('date.strip')}
        </Strip>
      )
    case 'wrong':
      return (
        <Strip>
          <strong>{t('date.wrongTitle')}.</strong> {t('date.wrong')}
        </Strip>
      )
  }
}

/** The offer after unlocking by the recovery key. It stands in nobody's way: there may be a session in a minute. */
const RecoveredStrip = () => {
  const { t } = useTranslation('vault')
  const keep = useMutation({ mutationFn: () => client.vault.keepSecrets() })
  return (
    <Strip
      actions={
        <div className={classes.actions}>
          <Button onClick={() => navigate('/passphrase')}>{t('recovered.choose')}</Button>
          <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
            {t('recovered.later')}
          </Button>
        </div>
      }
    >
      <strong>{t('recovered.title')}.</strong> {t('recovered.strip')}
    </Strip>
  )
}

/** After a restore: that it is done, and where to look. Nothing at any other time. */
const RestoredStrip = () => {
  const { t } = useTranslation('vault')
  const isShown = usePageStore(restored)
  if (!isShown) return null
  return (
    <Strip
      isDone
      actions={
        <div className={classes.actions}>
          <Button
            onClick={() => {
              restored.wipe()
              navigate('/kept')
            }}
          >
            {t('restore.done.look')}
          </Button>
          <Button variant="default" onClick={() => restored.wipe()}>
            {t('app:close')}
          </Button>
        </div>
      }
    >
      <strong>{t('restore.done.title')}.</strong> {t('restore.done.strip')}
    </Strip>
  )
}

const Strip = (props: { children: ReactNode; actions?: ReactNode; isGrave?: boolean; isDone?: boolean }) => (
  <div
    ref={useBlockSize('--strip')}
    className={classes.strip}
    data-grave={props.isGrave ?? false}
    data-done={props.isDone ?? false}
  >
    <div className={classes.words} role={props.isGrave ? 'alert' : 'status'}>
      {props.isDone ? <IconCircleCheck size={22} aria-hidden /> : <IconAlertTriangle size={22} aria-hidden />}
      <p>{props.children}</p>
    </div>
    {props.actions}
  </div>
)
