/** @file How turns are taken tonight: whose hand comes first, and about how long a turn may be. Forgotten with the room. */
import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Turns } from '../floor/turns'
import type { LiveRoomModel } from '../live/live-room'
import classes from './Floor.module.css'

/** Minutes offered for a turn. */
const MINUTES = [2, 3, 5, 8, 10] as const

/** The two choices. */
export const TurnOptions = ({ turns, room }: { turns: Turns; room: Pick<LiveRoomModel, 'turn'> }) => {
  const { t } = useTranslation('meeting')
  return (
    <div className={classes.options}>
      <Checkbox
        label={t('turns.quietFirst')}
        checked={turns.isQuietFirst}
        onChange={(event) => room.turn({ kind: 'setQuietFirst', isQuietFirst: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('turns.minutesLabel')}
        value={turns.minutes === null ? '' : String(turns.minutes)}
        onChange={(event) => {
          const { value } = event.currentTarget
          room.turn({ kind: 'setMinutes', minutes: value === '' ? null : Number(value) })
        }}
      >
        <option value="">{t('turns.noMinutes')}</option>
        {MINUTES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('turns.aboutMinutes', { count: minutes })}
          </option>
        ))}
      </NativeSelect>
    </div>
  )
}
