/** @file The room's state in pills: where we are, lock, quiet. The same words in the live view and in every bar. */
import { useTranslation } from 'react-i18next'
import { Pill } from '../../ui/Pill'
import type { RoomSnapshot } from '../live/snapshot'
import { StatePills } from './StatePills'

/** Trouble first; else the pause, or lock and, where they were wished, quiet and cameras. */
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
          <StatePills snapshot={snapshot} />
        </>
      )
  }
}
