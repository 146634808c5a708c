/** @file What is wrong with vault or clock while the console is in use: a strip above it that covers nothing. */
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '../../../../contract/vault'
import { DateAnswers, useDateQuestion } from './DateQuestion'
import classes from './VaultStrip.module.css'

/** The gravest thing first; nothing while all is well. */
export const VaultStrip = ({ status }: { status: Extract<VaultStatus, { state: 'unlocked' }> }) => {
  const { t } = useTranslation('vault')
  const question = useDateQuestion()
  const { hold, clock } = status
  if (hold !== null) {
    return (
      <Strip isGrave>
        <strong>{t(`hold.${hold.kind}.title`)}.</strong> {t(`hold.${hold.kind}.strip`)}
      </Strip>
    )
  }
  switch (clock.kind) {
    case 'trusted':
      return null
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

const Strip = (props: { children: ReactNode; actions?: ReactNode; isGrave?: boolean }) => (
  <div className={classes.strip} data-grave={props.isGrave ?? false}>
    <div className={classes.words} role={props.isGrave ? 'alert' : 'status'}>
      <IconAlertTriangle size={22} aria-hidden />
      <p>{props.children}</p>
    </div>
    {props.actions}
  </div>
)
