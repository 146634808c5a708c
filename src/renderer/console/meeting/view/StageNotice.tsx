/** @file Where entering stands, when we are not in the room: what happened, and the way on. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import { useProblemWords } from '../../words/problems'
import type { LiveRoomModel } from '../live/live-room'
import type { Stage } from '../live/stage'
import { clockTime } from './clock-time'

const leftKey = ({ isForEveryone, isEndShown }: Extract<Stage, { kind: 'left' }>) => {
  if (!isForEveryone) return 'stage.left' as const
  return isEndShown ? ('stage.leftEveryoneShown' as const) : ('stage.leftEveryone' as const)
}

/** Nothing while in the room and answered. */
export const StageNotice = ({
  stage,
  isUnanswered,
  room,
  onClosing,
  moveButton,
}: {
  stage: Stage
  /** The room page or the meeting has said nothing for a while: it may come back by itself. */
  isUnanswered: boolean
  room: LiveRoomModel
  /** Leads to the closing step; undefined where one is there already. */
  onClosing: (() => void) | undefined
  /** Leads to the group's other server. */
  moveButton?: ReactNode
}) => {
  const { t } = useTranslation('meeting')
  const problemWords = useProblemWords()
  const ways = (
    <>
      <Button px={14} onClick={() => void room.rejoin()}>
        {t('tryAgain')}
      </Button>
      {onClosing ? (
        <Button px={14} variant="default" onClick={onClosing}>
          {t('stage.toClosing')}
        </Button>
      ) : null}
      {moveButton}
    </>
  )
  switch (stage.kind) {
    case 'inRoom':
      return isUnanswered ? (
        <Notice tone="problem" title={t('stage.unanswered.title')} actions={ways}>
          {t('stage.unanswered.body')}
        </Notice>
      ) : null
    case 'entering':
      return <Notice tone="plain" title={t('stage.entering')} />
    case 'joining':
      return stage.isSlow ? (
        <Notice
          tone="wait"
          title={t(stage.heard === 'room' ? 'stage.out' : 'stage.slow.title')}
          actions={ways}
        >
          {t(`stage.slow.${stage.heard}`, { time: clockTime(stage.sinceMs) })}
        </Notice>
      ) : (
        <Notice tone="plain" title={t(stage.heard === 'room' ? 'stage.out' : 'stage.joining')}>
          {stage.heard === 'room' ? t('stage.mayComeBack') : null}
        </Notice>
      )
    case 'ownLobby':
      return (
        <Notice tone="alarm" title={t('stage.ownLobby.title')} actions={ways}>
          {t('stage.ownLobby.body')}
        </Notice>
      )
    case 'trouble': {
      const problem = stage.why === 'ticket' && stage.error !== null ? problemWords(stage.error) : null
      return (
        <Notice tone="alarm" title={t(`stage.trouble.${stage.why}.title`)} actions={ways}>
          {problem ? `${problem.title}. ${problem.body}` : t(`stage.trouble.${stage.why}.body`)}
        </Notice>
      )
    }
    case 'leaving':
      return (
        <Notice tone="plain" title={t(stage.isForEveryone ? 'stage.leavingEveryone' : 'stage.leaving')} />
      )
    case 'left':
      return <Notice tone="plain" title={t(leftKey(stage))} />
  }
}
