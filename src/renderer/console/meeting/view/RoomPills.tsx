/** @file The room's state in pills: where we are, lock, quiet. The same words in the live view and in every bar. */
import { useTranslation } from 'react-i18next'
import { Pill } from '../../ui/Pill'
import type { RoomSnapshot } from '../live/snapshot'
import { LockPill, QuietPill } from './Header'

/** Trouble first; else lock and, where it was wished, quiet. */
export const RoomPills = ({ snapshot }: { snapshot: RoomSnapshot }) => {
  const { t } = useTranslation('meeting')
  const { stage } = snapshot
  switch (stage.kind) {
    case 'entering':
    case 'joining':
      return <Pill state="wait">{t(`stage.${stage.kind}`)}</Pill>
    case 'ownLobby':
      return <Pill state="alarm">{t('stage.ownLobby.title')}</Pill>
    case 'trouble':
      return <Pill state="alarm">{t(`stage.trouble.${stage.why}.title`)}</Pill>
    case 'leaving':
      return <Pill state="wait">{t(stage.isForEveryone ? 'stage.leavingEveryone' : 'stage.leaving')}</Pill>
    case 'left':
      return <Pill state="quiet">{t('stage.left')}</Pill>
    case 'inRoom':
      return (
        <>
          {snapshot.isSilent ? <Pill state="wait">{t('status.silent')}</Pill> : null}
          <LockPill lock={snapshot.lock} />
          <QuietPill quiet={snapshot.quiet} />
        </>
      )
  }
}
