/** @file The facilitator's own column: what wants an answer stays in sight above, the step of the evening below. */

import { Button } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { Session } from '../../../../contract/sessions'
import type { Ticks } from '../../conduct'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { CardsSlot } from './CardsSlot'
import { DoorTrial } from './DoorTrial'
import { HoldBoth } from './HoldBoth'
import { JustLeft } from './JustLeft'
import { LockCountdown } from './LockCountdown'
import { LockTime } from './LockTime'
import { NewsZone } from './NewsZone'
import type { MarkOf } from './name-marks'
import { OpeningStep } from './OpeningStep'
import { PauseCard } from './PauseCard'
import { QuietStart } from './QuietStart'
import classes from './Rail.module.css'
import { ReadThrough } from './ReadThrough'
import { RemovalCards } from './RemovalCards'
import { MoveButton } from './ServerMoveCards'
import { CloseStep, HoldStep, MustAct, type Step, StepTabs } from './Steps'
import { TurnLine } from './TurnLine'
import { Turns } from './Turns'
import type { Drafts } from './use-drafts'
import type { ServerMove } from './use-server-move'
import type { StepOuts } from './use-step-outs'
import { VoiceShare } from './VoiceShare'
import { whyNot } from './why-not'

/** What the rail shows, and what its controls lead to. */
export interface RailProps {
  snapshot: RoomSnapshot
  room: LiveRoomModel
  pack: CharterPack | null
  ticks: Ticks
  /** The live view is what is shown: only then do keys act here. */
  isShown: boolean
  step: Step
  onStep: (step: Step) => void
  filled: { displayName: string; groupName: string; contact: string }
  /** What wants the facilitator, for the ways that lead to it. */
  newsRef: RefObject<HTMLElement | null>
  /** The crisis cards, while they are open here: in the rail, never over the room, and under what wants an answer. */
  cardsPlace: HTMLElement | null
  isAskingEnd: boolean
  onEnd: (isYes: boolean) => void
  isClosing: boolean
  hasReportFailed: boolean
  onReport: () => void
  session: Session
  /** Puts away the new way in to the other server; null: there is none to be sent. */
  onWayInSent: (() => void) | null
  serverMove: ServerMove
  stepOuts: StepOuts
  drafts: Drafts
  markOf: MarkOf
  onClose: () => void
}

/** Silent unless something wants an answer. */
export const Rail = (props: RailProps) => {
  const { t } = useTranslation('meeting')
  const { snapshot, room, pack, ticks, step, onStep, onReport, cardsPlace } = props
  const { stage } = snapshot
  const [hasClosingWaited, setHasClosingWaited] = useState(false)
  const stepOutCheck = useRef<HTMLElement>(null)
  const isAnyoneMissed = props.stepOuts.waiting.length > 0
  const close = (): void => {
    setHasClosingWaited(isAnyoneMissed)
    if (isAnyoneMissed) stepOutCheck.current?.focus()
    else props.onClose()
  }
  return (
    <section
      className={classes.rail}
      aria-label={t('rail.label')}
      data-cards={cardsPlace !== null}
      data-below={snapshot.pause.kind !== 'none' || snapshot.removals.some(({ isSettled }) => !isSettled)}
    >
      <NewsZone
        snapshot={snapshot}
        room={room}
        pack={pack}
        drafts={props.drafts}
        markOf={props.markOf}
        newsRef={props.newsRef}
        isAskingEnd={props.isAskingEnd}
        onEnd={props.onEnd}
        session={props.session}
        onWayInSent={props.onWayInSent}
        serverMove={props.serverMove}
        onClosing={step === 'close' ? undefined : () => onStep('close')}
      />
      {/* Below the rest to the eye, and before it for whoever goes by Tab: it asks something. */}
      <JustLeft
        people={snapshot.people}
        stepOuts={props.stepOuts}
        isInRoom={stage.kind === 'inRoom'}
        hasClosingWaited={hasClosingWaited && step === 'close'}
        checkRef={stepOutCheck}
      />
      <TurnLine snapshot={snapshot} />
      <div className={classes.scroll}>
        <PauseCard snapshot={snapshot} room={room} />
        {cardsPlace ? <CardsSlot place={cardsPlace} /> : <StepTabs step={step} onStep={onStep} />}
        {cardsPlace || step !== 'close' ? null : <MustAct onReport={onReport} />}
        {stage.kind === 'left' ? null : <RemovalCards removals={snapshot.removals} pack={pack} room={room} />}
        {cardsPlace ? null : <StepContent {...props} onClose={close} />}
        {ticks.error !== null || props.hasReportFailed ? (
          <p role="alert" className={classes.failed}>
            {t(props.hasReportFailed ? 'rail.reportFailed' : 'rail.tickFailed')}
          </p>
        ) : null}
      </div>
      {step === 'close' && !cardsPlace ? null : (
        <footer className={classes.foot}>
          {cardsPlace ? null : <span>{t('rail.mustAct')}</span>}
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
  const reading = <ReadThrough pack={pack} snapshot={props.snapshot} room={props.room} />
  const lockTime = (
    <>
      <LockTime settings={pack.settings} snapshot={props.snapshot} />
      <LockCountdown snapshot={props.snapshot} room={props.room} />
      <DoorTrial session={props.session} snapshot={props.snapshot} />
    </>
  )
  return step === 'open' ? (
    <>
      {lockTime}
      <OpeningStep
        pack={pack}
        filled={props.filled}
        ticks={ticks}
        isShown={props.isShown}
        onHold={() => props.onStep('hold')}
      />
      <QuietStart settings={pack.settings} snapshot={props.snapshot} room={props.room} />
      {reading}
    </>
  ) : (
    <>
      {lockTime}
      <Turns snapshot={props.snapshot} room={props.room} markOf={props.markOf} />
      <VoiceShare snapshot={props.snapshot} room={props.room} pack={pack} markOf={props.markOf} />
      <HoldStep
        pack={pack}
        ticks={ticks}
        onHoldCameras={whyNot(props.snapshot) === null ? props.room.quietCameras : undefined}
      />
      <HoldBoth snapshot={props.snapshot} room={props.room} markOf={props.markOf} />
      {reading}
      <MoveButton serverMove={props.serverMove} />
    </>
  )
}
