/** @file The live view: people, the room, the facilitator's rail, and the shelf that never moves. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { forgetSaidSteps, useGroupContact, useOnCall, usePlaceHelp, useTicks } from '../../conduct'
import { NEW_DEBRIEF_PATH, newDebriefCharter } from '../../new-debrief'
import { WELLBEING_PATH } from '../../WellbeingOffer'
import { useGroupSpeaks, useGroupWords } from '../../words/group-language'
import { type EnteredSession, leaveEnteredSession } from '../entered-session'
import {
  openCrisisCard,
  openCrisisCards,
  showOpenRoom,
  showSteppedOut,
  useAreCrisisCardsOpen,
} from '../open-room'
import '../words'
import { coverRoom, uncoverRoom, useRoomCover } from '../cover'
import { BlankScreen } from './BlankScreen'
import { GlobalMuteKey } from './GlobalMute'
import { GuideStrip } from './GuideStrip'
import { Header } from './Header'
import { KeyboardStrip } from './KeyboardStrip'
import classes from './LiveRoom.module.css'
import { NewsStrip } from './NewsStrip'
import { OwnMicrophoneKeys } from './OwnMicrophoneKeys'
import { PeopleColumn } from './PeopleColumn'
import { PracticeStrip } from './PracticeStrip'
import { Rail } from './Rail'
import { RoomCrisisCards } from './RoomCrisisCards'
import { NamedAct, RoomKey } from './RoomKey'
import { Shelf } from './Shelf'
import { STEPS, type Step } from './Steps'
import { useClosing } from './use-closing'
import { useDrafts } from './use-drafts'
import { useFrameHasKeys } from './use-frame-keys'
import { useLiveRoom } from './use-live-room'
import { useLockTime } from './use-lock-time'
import { useNameMarks } from './use-name-marks'
import { useRoomAnnouncements, type Whereabouts } from './use-room-announcements'
import { useBroughtWishes, useServerMove } from './use-server-move'
import { useStepOuts } from './use-step-outs'
import { useWayBack } from './use-way-back'
import { useWordsToTheGone } from './use-words-to-the-gone'
import { WhatRemains } from './WhatRemains'

/** Props of the live room. */
export interface LiveRoomProps {
  entered: EnteredSession
  /** Behind another page or the lock screen the room stays mounted and in the meeting. */
  whereabouts: Whereabouts
  /** Leads to a page of the console by its address. */
  onGoTo: (path: string) => void
  /** Shuts the vault; the room stays open. */
  onLockConsole: () => void
}

/** Mounted for as long as a session is entered; the meeting's frame never moves. */
export const LiveRoom = ({ entered, whereabouts, onGoTo, onLockConsole }: LiveRoomProps) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const { session, practice } = entered
  // A free rehearsal has no group.
  const groupName = session.groupName === '' ? t('rehearsalGroup') : session.groupName
  const isShown = whereabouts === 'shown'
  const container = useRef<HTMLDivElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const news = useRef<HTMLElement>(null)
  const { room, snapshot, pack, displayName } = useLiveRoom(entered, container)
  useGroupSpeaks(pack?.language ?? null)
  const ticks = useTicks(session.id, !practice)
  const drafts = useDrafts(snapshot.outgoing)
  const markOf = useNameMarks(snapshot.people, displayName)
  // Read before they are needed, so that a lost connection takes no number away.
  usePlaceHelp(null)
  useOnCall()
  const contact = useGroupContact(pack?.organization ?? '')
  const filled = { displayName, groupName, contact }
  const frameHasKeys = useFrameHasKeys()
  const goTo = (path: string): void => {
    onGoTo(path)
    leaveEnteredSession()
  }
  const writeDebrief = (): void => {
    newDebriefCharter.set(session.charterId)
    goTo(NEW_DEBRIEF_PATH)
  }
  const { closing, close, tryAgain } = useClosing(entered, room, goTo)
  useBroughtWishes(entered.moved, room, snapshot)
  useLockTime(entered, pack, room, snapshot, whereabouts !== 'locked')
  const [step, setStep] = useState<Step>('open')
  const stepOuts = useStepOuts(snapshot, pack?.settings ?? null, step === 'close', closing.kind === 'over')
  useWordsToTheGone(stepOuts.lately, drafts, room)
  const serverMove = useServerMove(entered, room, snapshot, drafts.unsentTo, stepOuts.waiting.length)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const isCrisisOpen = useAreCrisisCardsOpen()
  const [cardsPlace] = useState(() => document.createElement('div'))
  const [isAskingEnd, setIsAskingEnd] = useState(false)
  const [hasReportFailed, setHasReportFailed] = useState(false)
  const [isWayInOpen, setIsWayInOpen] = useState(entered.moved !== null)
  const cover = useRoomCover()

  // Taking the keyboard back from the frame puts it on the view itself, from where Tab goes on.
  const takeKeys = useCallback(() => view.current?.focus({ preventScroll: true }), [])
  const { remember, goBack } = useWayBack(takeKeys)
  const askEnd = useCallback(() => {
    remember()
    setIsAskingEnd(true)
  }, [remember])

  useEffect(() => room.setShown(isShown), [room, isShown])
  useEffect(() => forgetSaidSteps, [])
  useEffect(() => uncoverRoom, [])
  const isBlanked = cover !== null && whereabouts !== 'locked'
  useRoomAnnouncements(snapshot, whereabouts, isBlanked)
  useEffect(() => showOpenRoom({ room, cardsPlace }), [room, cardsPlace])
  const steppedOutCount = stepOuts.waiting.length
  useEffect(() => showSteppedOut(steppedOutCount), [steppedOutCount])

  useEffect(() => {
    if (isShown) takeKeys()
  }, [isShown, takeKeys])

  useEffect(() => {
    if (snapshot.stage.kind === 'left') setStep('close')
  }, [snapshot.stage.kind])

  const startReport = async (): Promise<void> => {
    setHasReportFailed(false)
    practice?.opened({ kind: 'report' })
    // In a drill there is nobody to report about.
    if (practice) return
    try {
      const report = await client.reporting.start({ charterId: session.charterId })
      onGoTo(`/reports/${report.id}`)
    } catch {
      setHasReportFailed(true)
    }
  }

  const answerEnd = (isYes: boolean): void => {
    setIsAskingEnd(false)
    if (isYes) void room.endForEveryone()
    else goBack()
  }

  if (closing.kind === 'over') {
    return (
      <WhatRemains
        ended={closing.ended}
        isRehearsal={session.isRehearsal}
        error={closing.error}
        onTryAgain={tryAgain}
        onDebrief={pack?.settings.debrief.value === 'off' ? null : writeDebrief}
        onHome={() => goTo('/')}
        onWellbeing={() => goTo(WELLBEING_PATH)}
      />
    )
  }

  return (
    <div
      ref={view}
      tabIndex={-1}
      // Behind the blanked screen nothing of it is read aloud, its alarms included: they hold names.
      inert={isBlanked}
      className={classes.live}
      data-people={chosenId === null ? 'folded' : 'open'}
    >
      <KeyboardStrip snapshot={snapshot} room={room} />
      {isCrisisOpen ? (
        <RoomCrisisCards
          snapshot={snapshot}
          room={room}
          pack={pack}
          contact={contact}
          markOf={markOf}
          practice={practice}
          place={cardsPlace}
        />
      ) : null}
      <BlankScreen
        isOpen={isBlanked}
        idleMinutes={cover?.kind === 'idle' ? cover.minutes : null}
        snapshot={snapshot}
        onShow={uncoverRoom}
      />
      <RoomKey
        code="KeyB"
        letter="B"
        does={t('blank.key')}
        act={
          whereabouts === 'locked' ? undefined : isBlanked ? uncoverRoom : () => coverRoom({ kind: 'byHand' })
        }
      />
      <OwnMicrophoneKeys snapshot={snapshot} room={room} />
      <GlobalMuteKey snapshot={snapshot} room={room} />
      {isShown && !isCrisisOpen
        ? STEPS.map((name) => (
            <NamedAct
              key={name}
              called={`${t('rail.steps')}: ${t(`rail.${name}`)}`}
              act={() => setStep(name)}
            />
          ))
        : null}
      {isShown ? <NamedAct called={t('rail.startReport')} act={() => void startReport()} /> : null}
      {isShown ? <RoomKey code="KeyR" letter="R" does={t('status.takeKeys')} act={takeKeys} /> : null}
      {isShown ? <RoomKey code="KeyK" letter="K" does={t('lockConsole')} act={onLockConsole} /> : null}
      {/* First what needs an answer, for whoever goes by Tab; where each part stands is the grid's. */}
      <main className={classes.main}>
        <Rail
          snapshot={snapshot}
          room={room}
          pack={pack}
          ticks={ticks}
          isShown={isShown}
          step={step}
          onStep={setStep}
          filled={filled}
          newsRef={news}
          stepOuts={stepOuts}
          session={session}
          onWayInSent={isWayInOpen ? () => setIsWayInOpen(false) : null}
          serverMove={serverMove}
          cardsPlace={isCrisisOpen && isShown ? cardsPlace : null}
          isAskingEnd={isAskingEnd}
          onEnd={answerEnd}
          isClosing={closing.kind === 'closing'}
          hasReportFailed={hasReportFailed}
          onReport={() => void startReport()}
          drafts={drafts}
          markOf={markOf}
          onClose={() => void close()}
        />
        <NewsStrip snapshot={snapshot} onShow={() => news.current?.focus()} />
        <div className={classes.stage}>
          <div ref={container} className={classes.meeting} />
        </div>
        <PeopleColumn
          snapshot={snapshot}
          room={room}
          drafts={drafts}
          markOf={markOf}
          pack={pack}
          filled={filled}
          chosenId={chosenId}
          onChoose={setChosenId}
          onOpenCard={openCrisisCard}
        />
      </main>
      <button type="button" className={classes.skip} onClick={() => news.current?.focus()}>
        {t('skip.toNews')}
      </button>
      <div className={practice ? classes.top : classes.plainTop}>
        <Header
          session={session}
          groupName={groupName}
          charterName={pack?.name ?? ''}
          snapshot={snapshot}
          room={room}
          isShown={isShown}
          frameHasKeys={frameHasKeys}
          onTakeKeys={takeKeys}
          onLockConsole={onLockConsole}
        />
        {practice?.guide ? (
          <GuideStrip
            guide={practice.guide}
            practice={practice}
            isClosing={closing.kind === 'closing'}
            onClose={() => void close()}
          />
        ) : practice ? (
          <PracticeStrip
            practice={practice}
            isClosing={closing.kind === 'closing'}
            onClose={() => void close()}
          />
        ) : null}
      </div>
      <Shelf
        snapshot={snapshot}
        isShown={isShown}
        onLock={room.lock}
        onQuiet={room.quiet}
        onPause={() => room.pause(toGroup('pause.line'))}
        onCrisis={openCrisisCards}
        onEnd={askEnd}
      />
    </div>
  )
}
