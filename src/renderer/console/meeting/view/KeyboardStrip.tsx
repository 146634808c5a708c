/**
 * @file Says on every page, at once, that the meeting took the keyboard: what may have happened, and the way to end it.
 * Drawn beside the console's root, so that it is there whatever page, dialog or lock screen is shown.
 */
import { Button } from '@mantine/core'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import { useBlockSize } from '../../ui/use-block-size'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './KeyboardStrip.module.css'

/** What is known, and what can be done. */
export interface KeyboardStripProps {
  snapshot: Pick<RoomSnapshot, 'keyboard' | 'stage'>
  room: Pick<LiveRoomModel, 'cutOff' | 'dismissKeyboard' | 'rejoin'>
}

/** Nothing while the keyboard was not taken, or that was seen. */
export const KeyboardStrip = ({ snapshot, room }: KeyboardStripProps) => {
  const { t } = useTranslation('meeting')
  const measured = useBlockSize('--keyboard-strip-height')
  const { keyboard, stage } = snapshot
  if (keyboard.kind === 'ours') return null
  const isCutOff = stage.kind === 'trouble' && stage.why === 'keyboardTaken'
  const isConnected = stage.kind === 'inRoom' || stage.kind === 'joining' || stage.kind === 'ownLobby'
  return createPortal(
    <div ref={measured} className={`${classes.strip} no-print`}>
      <Notice
        tone="problem"
        title={t('keyboard.title')}
        actions={
          <>
            {isCutOff ? (
              <Button
                onClick={() => {
                  room.dismissKeyboard()
                  void room.rejoin()
                }}
              >
                {t('keyboard.comeBack')}
              </Button>
            ) : null}
            {isConnected ? <Button onClick={room.cutOff}>{t('keyboard.cutOff')}</Button> : null}
            <Button variant="default" onClick={room.dismissKeyboard}>
              {t('keyboard.seen')}
            </Button>
          </>
        }
      >
        {t(isCutOff ? 'keyboard.cut' : 'keyboard.back')}
      </Notice>
    </div>,
    document.body,
  )
}
