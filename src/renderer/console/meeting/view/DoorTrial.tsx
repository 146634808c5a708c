/**
 * @file Trying the locked door with one's own phone: the only proof of a lock that does not come from the server's word.
 * The link is copied when asked for, as in the invitation, and stands nowhere.
 */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkOf } from '../../../../contract/meeting-server'
import type { Session } from '../../../../contract/sessions'
import { Copy } from '../../Copy'
import { Card } from '../../ui/Card'
import { useOpenerFocus } from '../../ui/use-opener-focus'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'

/** Where the door is, and how it stands. */
export interface DoorTrialProps {
  session: Pick<Session, 'server' | 'roomName'>
  snapshot: Pick<RoomSnapshot, 'lock' | 'stage'>
}

/** Closed until it is wanted; nothing before the lock was asked for, and where there is no door to come to. */
export const DoorTrial = ({ session: { server, roomName }, snapshot: { lock, stage } }: DoorTrialProps) => {
  const { t } = useTranslation('meeting')
  const [isOpen, setIsOpen] = useState(false)
  const opener = useOpenerFocus(isOpen)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isOpen) heading.current?.focus()
  }, [isOpen])
  const link = linkOf(server, roomName)
  if (link === null || lock.wish !== 'locked' || stage.kind !== 'inRoom') return null
  if (!isOpen)
    return (
      <Button ref={opener} variant="default" aria-expanded={false} onClick={() => setIsOpen(true)}>
        {t('doorTrial.open')}
      </Button>
    )
  return (
    <Card label={t('doorTrial.open')}>
      <h3 ref={heading} tabIndex={-1}>
        {t('doorTrial.open')}
      </h3>
      <ol className={classes.next}>
        <li>{t('doorTrial.send')}</li>
        <li>{t('doorTrial.come')}</li>
        <li>{t('doorTrial.see')}</li>
      </ol>
      <p className={classes.aside}>{t('doorTrial.inside')}</p>
      <div className={classes.actions}>
        <Copy
          label={t('doorTrial.copy')}
          copiedWords={t('doorTrial.copied')}
          dialogTitle={t('doorTrial.copy')}
          getText={async () => link}
          failedWords={t('doorTrial.copyFailed')}
        />
        <Button variant="default" onClick={() => setIsOpen(false)}>
          {t('doorTrial.done')}
        </Button>
      </div>
    </Card>
  )
}
