/** @file Why no drill begins while a session is open, and the way to it. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Notice } from '../ui/Notice'
import './words'

/** The notice. */
export const SessionOpenNotice = () => {
  const { t } = useTranslation('rehearsal')
  const [, navigate] = useLocation()
  return (
    <Notice
      tone="problem"
      title={t('sessionOpen.title')}
      actions={
        <Button variant="default" onClick={() => navigate('/')}>
          {t('sessionOpen.home')}
        </Button>
      }
    >
      {t('sessionOpen.body')}
    </Notice>
  )
}
