/** @file When the charter wants the room locked, said at the opening and while holding until it is asked for. */
import { useTranslation } from 'react-i18next'
import type { CharterSettings } from '../../../../contract/charter-settings'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'

/**
 * Nothing where the charter leaves it to the facilitator, once locking was asked for (the shelf says what came of it), and
 * while the guard is going to do it (`LockCountdown` says when).
 */
export const LockTime = ({
  settings,
  snapshot,
}: {
  settings: Pick<CharterSettings, 'lock'>
  snapshot: Pick<RoomSnapshot, 'lock' | 'locksAtMs'>
}) => {
  const { t } = useTranslation('meeting')
  const moment = settings.lock.value
  if (snapshot.lock.wish === 'locked' || snapshot.locksAtMs !== null) return null
  switch (moment.kind) {
    case 'manual':
      return null
    case 'atStart':
      return <p className={classes.aside}>{t('lockTime.atStart')}</p>
    case 'grace':
      return <p className={classes.aside}>{t('lockTime.grace', { count: moment.minutes })}</p>
  }
}
