/** @file What a debrief is about, always in sight, and until when the room's names help to leave them out. */
import { IconEyeOff } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomNames } from '../meeting'
import { timeOf } from '../ui/when'
import classes from './About.module.css'

/** The header of the editor. Not drawn anew with each key of a text. */
export const About = memo(({ roomNames }: { roomNames: RoomNames | null }) => {
  const { t, i18n } = useTranslation('debrief')
  return (
    <div className={classes.about}>
      <p className={classes.first}>{t('about.first')}</p>
      <p>{t('about.second')}</p>
      <p className={classes.names} role="status">
        <IconEyeOff size={20} aria-hidden />
        <span>
          {roomNames ? t('names.until', { time: timeOf(roomNames.untilMs, i18n.language) }) : t('names.none')}
        </span>
      </p>
    </div>
  )
})
