/** @file In a narrow or low window the live view scrolls: this strip stays and says what waits above or below. */
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useBlockSize } from '../../ui/use-block-size'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './LiveRoom.module.css'
import { NewsLines } from './NewsLines'
import { newsOf } from './news'

/** As in the style sheets of the live view. */
const SCROLLS = '(max-width: 860px), (max-height: 520px)'

/** The lines and the way to their cards. Where everything fits on one screen it is not shown. */
export const NewsStrip = ({ snapshot, onShow }: { snapshot: RoomSnapshot; onShow: () => void }) => {
  const { t } = useTranslation('meeting')
  const isScrolled = useMediaQuery(SCROLLS) ?? false
  const measured = useBlockSize('--strip-height')
  const lines = newsOf(snapshot)
  if (!isScrolled || lines.length === 0) return null
  return (
    <div ref={measured} className={classes.strip}>
      <NewsLines lines={lines} people={snapshot.people} isPrivate={false} />
      <Button variant="default" px={14} onClick={onShow}>
        {t('news.show')}
      </Button>
    </div>
  )
}
