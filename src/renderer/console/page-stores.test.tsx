/**
 * @file Every page store there is, found by looking through the source: filled, and wiped as the console locks. A store
 * that is new must be filled here, or be on the list of those that outlive the lock.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, render, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../tests/fixtures/render'
import type { CharterDraft } from '../../contract/charter-drafts'
import type { Received } from '../../contract/desk'
import type { FeedbackNote } from '../../contract/feedback'
import { CharterDraftId } from '../../contract/primitives'
import { Drill } from '../../contract/rehearsal'
import type { Report } from '../../contract/reporting'
import { NOT_YET } from '../../contract/unfinished-forms'
import { announce } from './announcer'
import { App } from './app/App'
import { openKeysDialog } from './app/keys-dialog-state'
import { openPalette } from './app/palette/palette-state'
import { useDraftWriting } from './charters/composer/draft-writing'
import { toggleSaidAloud } from './conduct/ladder/said-steps'
import { setTypedContacts } from './conduct/typed-contacts'
import { useReply } from './debrief/hand-off/reply-writing'
import { readLintContext, useLintSources } from './debrief/lint-context'
import { newDebriefId, useOpenDebrief } from './debrief/writings'
import { useFeedback } from './desk/feedback-writing'
import { beginLesson, typedLessons } from './desk/LessonForm'
import { changeForm, openForm } from './duties/open-form'
import { dutyProblem } from './duties/use-duty-acts'
import { keepRoomNames } from './meeting'
import { openCrisisCard } from './meeting/open-room'
import { newDebriefCharter } from './new-debrief'
import { readPageStores } from './page-store'
import { setPendingRemoval } from './pending-removals'
import { changeTypedKey } from './recipients/typed-key'
import { createDrillRun } from './rehearsal/drill-run'
import { askedDrillProblem } from './rehearsal/use-asked-drill'
import { useDraft } from './reporting/draft'
import { useAddendum } from './reporting/sealed/addendum-writing'
import { shredded } from './reporting/sealed/shredded'
import { emptyHandOver, setTypedHandOver } from './reporting/sealed/typed-hand-over'
import { newViolation, useViolation } from './reporting/violation/violation-writing'
import { emptyGroup } from './sessions/group/draft'
import { typedGroups } from './sessions/group/typed-groups'
import { useAfterCancel } from './sessions/use-cancel'
import { rehearseProblem } from './sessions/use-rehearse'
import { letGoForgotten } from './typed-forms'
import { restored } from './vault/backup/restored'
import { useForgetting } from './vault/kept/forgetting'

/** Those that stay, and why. */
const OUTLIVE: Record<string, string> = {
  'autosave.wordsLostAtLock': 'says that words were lost, and none of them',
  'console.atStake': 'a room stays open behind the lock',
  'console.idleLock': 'says why the console is locked, and no word',
  'console.connection': 'the link is there locked or not',
  'console.keyBindings': 'the keys of an open room go on working',
  'console.preferences': 'the lock screen looks as the rest does',
  'words.groupLanguage': 'told of a pause in its own language',
  'console.leaving': 'a window that waits for an answer gets one',
  'console.settling': 'the undo bar is there locked or not',
  'debrief.phoneFinder': 'is code',
  'console.roomNameCheck': 'is the way to code',
  'meeting.cover': 'what was covered stays covered under the room that stays open',
  'meeting.enteredSession': 'the room stays open behind the lock',
  'meeting.openCrisisCards': 'the cards of the room that stays open',
  'meeting.openRoom': 'the room stays open behind the lock',
  'meeting.steppedOut': 'a number, said above the lock screen',
  'rehearsal.firstEvening': 'which acts of a rehearsal were done; its room stays open behind the lock',
}

const sessionId = '2b2b2b2b-0000-4000-8000-000000000001'

/** Fills what only a component can: through the same hooks as the pages. */
const Fill = ({ report, charterDraft }: { report: Report; charterDraft: CharterDraft }) => {
  const [, changeAfterCancel] = useAfterCancel()
  const { forget } = useForgetting()
  const openDebrief = useOpenDebrief()
  useLintSources()
  useDraft(report)
  useDraftWriting(charterDraft)
  useAddendum(report, '')
  useViolation(violation, true)
  useReply(answer)
  useFeedback(received, ['What I value'])
  const fill = () => {
    changeAfterCancel(() => ({ kind: 'announcement', sessionId, groupName: 'Tuesday', text: 'No group' }))
    forget('groups', { id: sessionId, label: 'Tuesday', keptSince: at, keptUntil: null, isAskingToGo: false })
    openDebrief({ debriefId: newDebriefId(), charterId: 'some', pack: null, stored: null })
  }
  return (
    <button type="button" onClick={fill}>
      Fill
    </button>
  )
}
const at = '2026-11-21T20:00:00.000Z'
const violation = newViolation('some', 30)
const answer: FeedbackNote = {
  number: '2B2B2B2B-0000',
  madeAt: at,
  receivedAt: at,
  parts: [],
  takesReply: true,
  reply: '',
  repliedAt: null,
  keptUntil: at,
}
const received: Received = {
  number: '2B2B2B2B-0000',
  status: 'read',
  receivedAt: at,
  madeAt: at,
  expiresOn: '2026-12-21',
  themes: [],
  charter: { id: 'some', version: '2026-01-01' },
  answers: [],
  hasReplyKey: true,
  feedback: [],
  answeredAt: null,
  reply: null,
}

const leaveDrill = () => {
  const words = readFileSync(join(import.meta.dirname, '../../../resources/rehearsal/argument.json'), 'utf8')
  createDrillRun({
    drill: Drill.parse(JSON.parse(words)),
    charterId: 'some',
    openRoomPage: () => Promise.reject(new Error('Nobody opens it.')),
    nowMs: () => 0,
  }).finish()
}

/** How each is filled; those of `Fill` by it. */
const FILL: Record<string, (() => void) | 'byHook'> = {
  // First: whatever is made of the names is made of these.
  'meeting.roomNames': () => keepRoomNames(['Robin', 'Kim']),
  'app.isKeysDialogOpen': openKeysDialog,
  'app.isPaletteOpen': openPalette,
  'console.announcedAtOnce': () => announce('Somebody wrote to you', 'assertive'),
  'console.announcedPolitely': () => announce('Somebody is here'),
  'console.pendingRemovals': () => setPendingRemoval(sessionId, true),
  'charters.drafts': 'byHook',
  'conduct.contacts': () => setTypedContacts({ region: null, role: 'Lead', number: '1', contact: '' }),
  'conduct.saidSteps': () =>
    toggleSaidAloud({ personId: 'a', reasonId: 'no-room', rung: 'remind', words: 'Please wait.' }, 1),
  'debrief.lintContext': readLintContext,
  'debrief.nameIndex': readLintContext,
  'debrief.newUnder': () => newDebriefCharter.set('test-circle'),
  'debrief.openWritings': 'byHook',
  'debrief.publicNumbers': 'byHook',
  'debrief.replies': 'byHook',
  'desk.feedback': 'byHook',
  'desk.lesson': () => beginLesson(null),
  'desk.typedLessons': () => typedLessons.hold(NOT_YET, { title: 'Wait', words: '' }),
  'console.forgottenForms': () => letGoForgotten('duties', 'some'),
  'meeting.askedCrisisCard': () => openCrisisCard('under-age'),
  'rehearsal.finishedDrill': leaveDrill,
  'rehearsal.askedDrillProblem': () => askedDrillProblem.set({ kind: 'sessionOpen' }),
  'reporting.addenda': 'byHook',
  'reporting.drafts': 'byHook',
  'reporting.violation': 'byHook',
  'duties.form': () => openForm(null),
  'duties.typed': () => changeForm((typed) => ({ ...typed, title: 'First aid' })),
  'duties.problem': () => dutyProblem.set(new Error('It did not work.')),
  'reporting.handOvers': () => setTypedHandOver(sessionId, emptyHandOver(new Date(at))),
  'reporting.shredded': () =>
    shredded.set({
      number: '2B2B2B2B-0000',
      proof: { forgotten: 1, searchedBytes: 1, isVerified: true },
    }),
  'sessions.afterCancel': 'byHook',
  'recipients.key': () => changeTypedKey({ name: 'Lead' }),
  'sessions.groupForms': () => typedGroups.hold(NOT_YET, emptyGroup('some', 'UTC', 1)),
  'sessions.rehearseProblem': () => rehearseProblem.set({ error: new Error('No room on the disk.') }),
  'vault.forgetting': 'byHook',
  'vault.restored': () => restored.set(true),
}

/** All of the console but what starts it. */
const modules = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
  (path) => !/\.(test|fixture|d)\.tsx?$/.test(path) && !/^(main|start)\.tsx$|first-socket/.test(path),
)

it('every page store is wiped as the console locks, but for those on the list', async () => {
  expect(modules.length).toBeGreaterThan(200)
  for (const path of modules) await import(/* @vite-ignore */ `./${path}`)
  const stores = readPageStores()
  const byReason = (stays: boolean) =>
    stores
      .filter((one) => (one.outlivesLockBecause !== null) === stays)
      .map(({ name }) => name)
      .sort()
  expect(byReason(true)).toEqual(Object.keys(OUTLIVE).sort())
  expect(byReason(false)).toEqual(Object.keys(FILL).sort())
  const untouched = new Map(stores.map((one) => [one.name, one.read()]))
  const notWiped = () =>
    stores.filter((one) => one.outlivesLockBecause === null && one.read() !== untouched.get(one.name))

  const { core, client } = openRealCore()
  connectTo(core)
  render(<App />)
  await act(() => client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE }))
  const [charter] = (await client.charters.list()).charters
  const report = await client.reporting.start({ charterId: charter?.id ?? '' })
  const charterDraft = await client.charters.drafts.begin({
    draftId: CharterDraftId.parse(crypto.randomUUID()),
    from: { kind: 'copy', charterId: charter?.id ?? '' },
  })
  const { user, getByRole } = renderInConsole(<Fill report={report} charterDraft={charterDraft} />)
  await user.click(getByRole('button', { name: 'Fill' }))
  act(() => {
    for (const fill of Object.values(FILL)) if (fill !== 'byHook') fill()
  })
  await waitFor(() =>
    expect(
      notWiped()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(FILL).sort()),
  )
  await act(() => client.vault.lock())
  await waitFor(() => expect(notWiped().map(({ name }) => name)).toEqual([]))
  core.close()
})
