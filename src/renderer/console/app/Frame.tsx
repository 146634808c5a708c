/** @file The unlocked console: navigation beside the pages, and above them the bar of a room that is open. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { CharterPage, ComposeListPage, ComposerPage } from '../charters'
import { DebriefListPage, DebriefPage, HandOffPage } from '../debrief'
import { DeskPage, ReceivedPage, ThemesPage } from '../desk'
import { DutiesPage } from '../duties'
import { NumbersPage, OrganizationPage } from '../insight'
import { LiveRoom, RoomBar, useEnteredSession, useRoomCover } from '../meeting'
import { queries } from '../queries'
import {
  DRILL_OVER_PATH,
  DrillOverPage,
  DrillsPage,
  FIRST_EVENING_PATH,
  FirstEveningPage,
  FirstEveningStrip,
  useAskedDrill,
} from '../rehearsal'
import { ReceiptPage, ReportPage, ReportsPage } from '../reporting'
import { GroupPage, GroupsPage, HomePage, PreparePage, RehearseProblem } from '../sessions'
import { loaded } from '../ui/loaded'
import { BackupPage, KeptPage, PassphrasePage, QuietBackup, RecoveryPage } from '../vault'
import { WELLBEING_PATH } from '../WellbeingOffer'
import { WellbeingPage } from '../wellbeing'
import classes from './Frame.module.css'
import { useIdleLock } from './leaving/idle-lock'
import { Navigation } from './Navigation'
import { useWork } from './places'
import { ROOM_PATH } from './room-path'

const SettingsPage = loaded(async () => (await import('./settings/SettingsPage')).SettingsPage)
const AboutPage = loaded(async () => (await import('./settings/AboutPage')).AboutPage)
const KeysDialog = loaded(async () => (await import('./KeysDialog')).KeysDialog)
const Palette = loaded(async () => (await import('./palette/Palette')).Palette)

/** The frame with its routes. Addresses name records by id and never carry a word of theirs. */
export const Frame = () => (
  <Router hook={useHashLocation}>
    <FrameInside />
  </Router>
)

const FrameInside = () => {
  // Asked once behind every unlocking, so that the main process can say it when the console is locked again.
  useQuery(queries.conduct.chosenRegion.queryOptions({ refetchOnMount: 'always' }))
  useAskedDrill()
  const [path, navigate] = useLocation()
  const work = useWork()
  const isInRoom = useEnteredSession() !== null
  const isCovered = useRoomCover() !== null
  useIdleLock(isInRoom)
  const isBeforeRoom = path.startsWith('/sessions/') || path === '/drills' || path === FIRST_EVENING_PATH
  useEffect(() => {
    // A room is opened from here: its code is there by then. Where it cannot be had now, opening asks for it again.
    if (isBeforeRoom) LiveRoom.preload().catch(() => {})
  }, [isBeforeRoom])
  const showRoom = useCallback(() => navigate(ROOM_PATH), [navigate])
  // The live view stands in its own place, which outlives the lock.
  if (isInRoom && path === ROOM_PATH)
    return (
      <>
        <KeysDialog />
        <Palette />
      </>
    )
  return (
    // Under a covered screen nothing of a page is read aloud, its live regions included: a report holds names.
    <div className={classes.frame} inert={isCovered}>
      <Navigation />
      <div className={classes.pages}>
        {isInRoom ? <RoomBar onBack={showRoom} /> : <FirstEveningStrip />}
        <main id="page" className={classes.main}>
          <RehearseProblem />
          <Switch>
            <Route path="/">{work === 'leads' ? <Redirect to="/desk" replace /> : <HomePage />}</Route>
            <Route path="/groups" component={GroupsPage} />
            <Route path="/groups/:groupId">
              {({ groupId }) => <GroupPage key={groupId} groupId={groupId === 'new' ? null : groupId} />}
            </Route>
            <Route path="/sessions/:sessionId">
              {({ sessionId }) => <PreparePage key={sessionId} sessionId={sessionId} />}
            </Route>
            <Route path="/debrief" component={DebriefListPage} />
            <Route path="/debrief/:debriefId">
              {({ debriefId }) => (
                <DebriefPage key={debriefId} debriefId={debriefId === 'new' ? null : debriefId} />
              )}
            </Route>
            <Route path="/debrief/:debriefId/hand-off">
              {({ debriefId }) => <HandOffPage key={debriefId} debriefId={debriefId} />}
            </Route>
            <Route path="/desk" component={DeskPage} />
            <Route path="/desk/themes" component={ThemesPage} />
            <Route path="/desk/numbers" component={OrganizationPage} />
            <Route path="/desk/:number">
              {({ number }) => <ReceivedPage key={number} number={number} />}
            </Route>
            <Route path="/reports" component={ReportsPage} />
            <Route path="/reports/:reportId">
              {({ reportId }) => <ReportPage key={reportId} reportId={reportId} />}
            </Route>
            <Route path="/duties" component={DutiesPage} />
            <Route path={WELLBEING_PATH} component={WellbeingPage} />
            <Route path="/receipts/:number">
              {({ number }) => <ReceiptPage key={number} number={number} />}
            </Route>
            <Route path="/numbers" component={NumbersPage} />
            <Route path="/drills" component={DrillsPage} />
            <Route path={FIRST_EVENING_PATH} component={FirstEveningPage} />
            <Route path={DRILL_OVER_PATH} component={DrillOverPage} />
            <Route path="/charter" component={CharterPage} />
            <Route path="/charter/compose" component={ComposeListPage} />
            <Route path="/charter/compose/:draftId/:page?">
              {({ draftId, page }) => <ComposerPage key={draftId} draftId={draftId} page={page} />}
            </Route>
            <Route path="/kept" component={KeptPage} />
            <Route path="/recovery" component={RecoveryPage} />
            <Route path="/backup" component={BackupPage} />
            <Route path="/settings" component={SettingsPage} />
            <Route path="/about" component={AboutPage} />
            <Route path="/passphrase" component={PassphrasePage} />
            <Route>
              <Redirect to="/" replace />
            </Route>
          </Switch>
        </main>
      </div>
      {isInRoom ? null : <QuietBackup />}
      <KeysDialog />
      <Palette />
    </div>
  )
}
