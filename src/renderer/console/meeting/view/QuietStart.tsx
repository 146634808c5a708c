/**
 * @file Quiet from the start, where the charter mutes whoever comes: a server mutes them only once they are inside, and
 * for a moment they can be heard. Offered and never pressed by itself: somebody may need to speak as they come in.
 */
import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterSettings } from '../../../../contract/charter-settings'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'
import { whyNot } from './why-not'

/** The room, and what the charter says of microphones. */
export interface QuietStartProps {
  settings: Pick<CharterSettings, 'muteOnEntry'>
  snapshot: RoomSnapshot
  room: Pick<LiveRoomModel, 'quiet' | 'releaseQuiet'>
}

/** The offer, or the way to hand microphones back; nothing where the charter leaves them, or we may not act. */
export const QuietStart = ({ settings, snapshot, room }: QuietStartProps) => {
  const { t } = useTranslation('meeting')
  const hint = useId()
  const { quiet, pause } = snapshot
  // What a pause holds, resuming gives back.
  if (!settings.muteOnEntry.value || whyNot(snapshot) !== null || pause.kind === 'paused') return null
  if (quiet.wish === 'released') return null
  const isQuiet = quiet.wish === 'quiet'
  return (
    <div className={classes.closing}>
      <Button
        variant="default"
        aria-describedby={hint}
        onClick={() => (isQuiet ? room.releaseQuiet() : room.quiet())}
      >
        {t(isQuiet ? 'endQuiet' : 'quietStart.begin')}
      </Button>
      <p id={hint} className={classes.aside}>
        {t(isQuiet ? 'quietStart.isOn' : 'quietStart.hint')}
      </p>
    </div>
  )
}
