/**
 * @file Opening a session at another time than its own asks once; within its time, and in a rehearsal, it does not.
 * Over a real core, by role and key.
 */
import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { fileText, fingerprintOf, makeSigningKey, signCharter } from '../../../../main/charters/signed-file'
import { leaveEnteredSession } from '../../meeting'
import { PreparePage } from '../PreparePage'
import '../words'
import { BeforeChecklist } from './BeforeChecklist'
import { OpenRoom } from './OpenRoom'
import { type Before, useBefore } from './use-before'

const before: Before = {
  lines: [],
  ownCount: 0,
  untickedCount: 0,
  warningCount: 0,
  tick: () => {},
  tickError: null,
  checkAgain: () => {},
}
const WEEK_MS = 7 * 86_400_000
const closing: (() => void)[] = []
afterEach(() => {
  leaveEnteredSession()
  for (const close of closing.splice(0)) close()
})

/** A group that meets so many milliseconds from now by the page's own clock, with its session. */
const meetingIn = async (aheadMs: number, isRehearsal = false) => {
  const real = openRealCore()
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  await real.client.sessions.createGroup({
    ...groupDraft,
    ...(isRehearsal ? { server: { kind: 'rehearsal' as const } } : {}),
  })
  const [session] = await real.client.sessions.upcoming()
  if (!session) throw new Error('No session was scheduled.')
  // What the screen decides by is the session's own time.
  const shown = { ...session, plannedAt: new Date(Date.now() + aheadMs).toISOString() }
  return { real, ...renderInConsole(<OpenRoom session={shown} before={before} />) }
}

it('a week early it asks, opens nothing by itself, and gives the keyboard back', async () => {
  const { real, user, getByRole, queryByRole, findByRole } = await meetingIn(WEEK_MS)
  await user.click(getByRole('button', { name: 'Open the room' }))
  const question = getByRole('alertdialog', { name: /planned for .*Open it now/ })
  expect(question.textContent).toContain('the planned one stays planned')
  expect(document.activeElement).toBe(getByRole('button', { name: 'Not yet' }))
  expect(await real.client.sessions.active()).toBeNull()
  await user.keyboard('{Escape}')
  expect(queryByRole('alertdialog')).toBeNull()
  await expect.poll(() => document.activeElement?.textContent).toBe('Open the room')
  await user.keyboard('{Enter}')
  await user.click(await findByRole('button', { name: 'Open it now' }))
  await expect.poll(() => real.client.sessions.active()).toMatchObject({ state: 'open' })
})

it('after its end it asks too', async () => {
  const { user, getByRole } = await meetingIn(-groupDraft.plannedMinutes * 60_000 - 60_000)
  await user.click(getByRole('button', { name: 'Open the room' }))
  expect(getByRole('alertdialog', { name: /Its time has passed/ })).toBeDefined()
})

it.each([
  ['within the hour before it begins', 50 * 60_000, false],
  ['while it lasts', -60_000, false],
  ['in a rehearsal, whenever', WEEK_MS, true],
])('%s it opens at once', async (_name, aheadMs, isRehearsal) => {
  const { real, user, getByRole, queryByRole } = await meetingIn(aheadMs, isRehearsal)
  await user.click(getByRole('button', { name: 'Open the room' }))
  expect(queryByRole('alertdialog')).toBeNull()
  await expect.poll(() => real.client.sessions.active()).toMatchObject({ state: 'open' })
})

it('does not open before the charter’s own point is ticked, and says which; the main process refuses it too', async () => {
  const pack = shippedPack('agency-team')
  const real = openRealCore(undefined, [pack])
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  const session = await real.client.sessions.rehearse({ charterId: pack.id })
  const Prepared = () => {
    const own = useBefore(session, pack.checklists.before)
    return (
      <>
        <BeforeChecklist before={own} pack={pack} />
        <OpenRoom session={session} before={own} />
      </>
    )
  }
  const { user, findByText, getByRole } = renderInConsole(<Prepared />)
  await findByText(/lets the room open once this is ticked: I know the limits of confidentiality/)
  expect(getByRole('button', { name: 'Open the room' })).toHaveProperty('disabled', true)
  await expect(real.client.sessions.open({ sessionId: session.id })).rejects.toMatchObject({
    code: 'ITEM_REQUIRED',
  })
  await user.click(getByRole('checkbox', { name: /limits of confidentiality/ }))
  await expect.poll(() => getByRole('button', { name: 'Open the room' })).toHaveProperty('disabled', false)
  await user.click(getByRole('button', { name: 'Open the room' }))
  await expect.poll(() => real.client.sessions.active()).toMatchObject({ state: 'open' })
})

it('says under which version it opens while a newer one waits to be read, and opens', async () => {
  const pack = {
    ...shippedPack('agency-team'),
    id: 'harbour',
    name: 'Harbour',
    organization: 'Harbour Peers',
  }
  const key = makeSigningKey()
  const real = openRealCore()
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  for (const version of [{ version: '2026-11-01' }, { version: '2026-11-02', takesEffectOn: '2026-11-25' }])
    await real.client.charters.files.take({
      text: fileText(signCharter(JSON.stringify({ ...pack, ...version }), key)),
      fingerprint: fingerprintOf(key.publicKey),
    })
  await real.client.sessions.createGroup({ ...groupDraft, charterId: pack.id })
  real.clock.set('2026-11-25T02:00:00.000Z')
  const [session] = await real.client.sessions.upcoming()
  if (!session) throw new Error('No session was scheduled.')
  const { findByText, getByRole } = renderInConsole(<OpenRoom session={session} before={before} />)
  expect(await findByText(/charter’s version of November 1, 2026, the last that you read/)).toBeDefined()
  await expect.poll(() => getByRole('button', { name: 'Open the room' })).toHaveProperty('disabled', false)
  await real.client.conduct.tick({
    sessionId: session.id,
    phase: 'before',
    itemId: 'before-limits',
    isTicked: true,
  })
  expect(await real.client.sessions.open({ sessionId: session.id })).toMatchObject({
    charterVersion: '2026-11-01',
  })
})

it('a charter that is gone: nothing is said of its list, and the way on leads to where another is chosen', async () => {
  const real = openRealCore()
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  await real.client.sessions.createGroup(groupDraft)
  const [session] = await real.client.sessions.upcoming()
  if (!session) throw new Error('No session was scheduled.')
  const { findByText, unmount } = renderInConsole(<PreparePage sessionId={session.id} />)
  // The control: of a list that is here it is said.
  expect(await findByText(/is not ticked|are not ticked|All is ticked/)).toBeTruthy()
  unmount()
  real.core.vault.access.write((vault) => {
    vault.run(sql`UPDATE groups SET charter_id = 'gone'`)
    vault.run(sql`UPDATE sessions SET charter_id = 'gone'`)
  })
  const again = renderInConsole(
    <Router hook={useHashLocation}>
      <PreparePage sessionId={session.id} />
    </Router>,
  )
  const way = await again.findByRole('button', { name: 'Choose another charter' })
  expect(again.queryByText('All is ticked.')).toBeNull()
  expect(again.queryByRole('button', { name: 'Try again' })).toBeNull()
  await again.user.click(way)
  expect(location.hash).toBe(`#/groups/${session.groupId}`)
})
