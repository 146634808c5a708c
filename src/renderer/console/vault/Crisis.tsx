/** @file The crisis numbers at the foot of every screen before the console. */
import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './UnlockScreen.module.css'

/** Opens and closes them; they need no unlocked vault. */
export const Crisis = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('vault')
  const [isOpen, setIsOpen] = useState(false)
  const panelId = useId()
  return (
    <div className={classes.crisis}>
      <Button
        variant="subtle"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen((now) => !now)}
        className={classes.link ?? ''}
      >
        {t('unlock.crisis')}
      </Button>
      <div id={panelId}>{isOpen ? children : null}</div>
    </div>
  )
}
