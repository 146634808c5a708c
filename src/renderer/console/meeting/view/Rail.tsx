/** @file The facilitator's own column: alarms first, then who waits and who wrote, then the step of the evening. */

import { Button } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { Ticks } from '../../conduct'
import { Notice } from '../../ui/Notice'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { AlarmList } from './AlarmList'
import { EndQuestion } from './EndQuestion'
import { MessageCards } from './MessageCards'
import { NotSentMessages } from './NotSentMessages'
import classes from './Rail.module.css'
import { RemovalCards } from './RemovalCards'
import { StageNotice } from './StageNotice'
import { CloseStep, HoldStep, MustAct, OpenStep, type Step, StepTabs } from './Steps'
import type { Drafts } from './use-drafts'
import { WaitingList } from './WaitingList'

/** What the rail shows, and what its controls lead to. */
export interface RailProps {
  snapshot: RoomSnapshot
  room: LiveRoomModel
  pack: CharterPack | null
  ticks: Ticks
  step: Step
  onStep: (step: Step) => void
  filled: { displayName: string; groupName: string; contact: string }
  /** The crisis cards, while they are open: over the rail, never over the room. */
  crisis: ReactNode
  isAskingEnd: boolean
  onEnd: (isYes: boolean) => void
  isClosing: boolean
  hasReportFailed: boolean
  onReport: () => void
  drafts: Drafts
  onClose: () => void
}

/** Silent unless something wants an answer. */
export const Rail = (props: RailProps) => {
  const { t } = useTranslation('meeting')
  const { snapshot, room, pack, ticks, step, onStep, onReport } = props
  const { stage } = snapshot
  return (
    <section className={classes.rail} aria-label={t('rail.label')}>
      <div className={classes.scroll}>
        {props.isAskingEnd ? (
          <EndQuestion onYes={() => props.onEnd(true)} onNo={() => props.onEnd(false)} />
        ) : null}
        {snapshot.isEndRefused && stage.kind === 'inRoom' ? (
          <Notice tone="alarm" title={t('end.refused')} />
        ) : null}
        <AlarmList snapshot={snapshot} room={room} />
        <StageNotice
          stage={stage}
          isUnanswered={snapshot.isSilent || snapshot.isRosterStale}
          room={room}
          onClosing={step === 'close' ? undefined : () => onStep('close')}
        />
        <NotSentMessages snapshot={snapshot} room={room} />
        {props.crisis}
        {props.crisis ? null : <StepTabs step={step} onStep={onStep} />}
        {props.crisis || step !== 'close' ? null : <MustAct onReport={onReport} />}
        {stage.kind === 'left' ? null : (
          <WaitingList knocks={snapshot.knocks} removals={snapshot.removals} room={room} />
        )}
        <MessageCards
          snapshot={snapshot}
          canned={pack?.cannedMessages ?? []}
          drafts={props.drafts}
          room={room}
        />
        {stage.kind === 'left' ? null : <RemovalCards removals={snapshot.removals} pack={pack} room={room} />}
        {props.crisis ? null : <StepContent {...props} />}
        {ticks.error !== null || props.hasReportFailed ? (
          <p role="alert" className={classes.failed}>
            {t(props.hasReportFailed ? 'rail.reportFailed' : 'rail.tickFailed')}
          </p>
        ) : null}
      </div>
      {step === 'close' && !props.crisis ? null : (
        <footer className={classes.foot}>
          <span>{t('rail.mustAct')}</span>
          <Button
            variant="subtle"
            px={0}
            leftSection={<IconFileAlert size={20} aria-hidden />}
            onClick={onReport}
          >
            {t('rail.startReport')}
          </Button>
        </footer>
      )}
    </section>
  )
}

const StepContent = (props: RailProps) => {
  const { pack, ticks, step } = props
  if (step === 'close') {
    return (
      <CloseStep
        pack={pack}
        ticks={ticks}
        hasLeft={props.snapshot.stage.kind === 'left'}
        isClosing={props.isClosing}
        onClose={props.onClose}
      />
    )
  }
  if (!pack) return null
  return step === 'open' ? (
    <OpenStep pack={pack} filled={props.filled} ticks={ticks} onHold={() => props.onStep('hold')} />
  ) : (
    <HoldStep pack={pack} ticks={ticks} />
  )
}
