/** @file When the charter wants the room locked, said while the opening words are; locking is the facilitator's press. */
import { useTranslation } from 'react-i18next'
import type { CharterSettings } from '../../../../contract/charter-settings'
import classes from './Rail.module.css'

/** Nothing where the charter leaves it to the facilitator. */
export const LockTime = ({ settings }: { settings: Pick<CharterSettings, 'lock'> }) => {
  const { t } = useTranslation('meeting')
  const moment = settings.lock.value
  switch (moment.kind) {
    case 'manual':
      return null
    case 'atStart':
      return <p className={classes.aside}>{t('lockTime.atStart')}</p>
    case 'grace':
      return <p className={classes.aside}>{t('lockTime.grace', { count: moment.minutes })}</p>
  }
}
