/** @file A drill from the list to how it went, against a real core: nothing of it reaches the vault. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { clientOf, openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { DRILL_END_TITLE, DRILL_STEP_TITLE } from '../../../contract/drill-plan'
import { createCore } from '../../../main/core'
import { type EnteredSession, LiveRoom, readRoomNames, useEnteredSession } from '../meeting'
import { wipePageStores } from '../page-store'
import { DrillOverPage } from './DrillOverPage'
import { DrillsPage } from './DrillsPage'
import { useAskedDrill } from './use-asked-drill'

/** Procedures that only read, and those that serve a room page. */
const harmless = [
  'charters.chosen',
  'charters.get',
  'charters.list',
  'conduct.chosenRegion',
  'conduct.crisisRegions',
  'conduct.crisisResources',
  'conduct.crisisSettings',
  'meeting.closeRoomPage',
  'rehearsal.drills',
  'rehearsal.get',
  'rehearsal.openRoomPage',
  'sessions.active',
  'sessions.groups',
  'vault.profile',
]

let real: RealCore
let called: string[]

beforeEach(async () => {
  real = openRealCore()
  cpSync(
    join(import.meta.dirname, '../../../../resources/rehearsal'),
    join(real.host.resourcesDir, 'rehearsal'),
    {
      recursive: true,
    },
  )
  await real.client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'test-circle' })
  called = []
  connectTo(real.core, (procedure) => called.push(procedure))
  wentTo = null
})

let entered: EnteredSession | null = null
let wentTo: string | null = null
const Room = () => {
  entered = useEnteredSession()
  return entered ? (
    <LiveRoom
      entered={entered}
      whereabouts="shown"
      onGoTo={(path) => {
        wentTo = path
      }}
      onLockConsole={() => {}}
    />
  ) : null
}

/** What the drill's frame would tell. */
const tell = (title: string, description: string): void =>
  act(() => entered?.practice?.hear({ name: 'hinted', title, description }))

/** Chooses a drill from the list and waits for its room. */
const begin = async (title: string) => {
  const rendered = renderInConsole(
    <>
      <DrillsPage />
      <Room />
    </>,
  )
  await rendered.user.click(await screen.findByRole('button', { name: `Start: ${title}` }))
  const strip = await screen.findByRole('region', { name: `Drill: ${title}` })
  return { ...rendered, strip }
}

describe('a drill', () => {
  it('is chosen, acted in and left, and the page asked the main process for nothing that writes', async () => {
    const before = await real.client.vault.kept()
    const { user, strip } = await begin('Are you recording?')
    const others = screen.getByRole('region', { name: 'Somebody may need help' })
    const starts = within(others).getAllByRole('button', { name: /^Start: / })
    expect(starts.filter((start) => !start.hasAttribute('disabled'))).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Start a report' }))
    expect(within(strip).getByRole('status').textContent).toContain('In a drill none is made')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    const chat = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'The chat is cleared.' })
    await user.click(chat)
    expect(chat.checked).toBe(true)

    tell(DRILL_END_TITLE, 'time')
    expect(within(strip).getByRole('status').textContent).toContain('That is what there was to practise')
    await user.click(within(strip).getByRole('button', { name: 'End the drill' }))
    await waitFor(() => expect(entered).toBeNull())
    expect(wentTo).toBe('/drills/over')
    expect(readRoomNames()).toBeNull()
    expect(called.filter((procedure) => !harmless.includes(procedure))).toEqual([])
    expect(await real.client.vault.kept()).toEqual(before)
  })

  it('says at its end how it went, and times only when asked', async () => {
    const { user, strip } = await begin('Everyone is silent')
    await user.click(screen.getByRole('button', { name: /^Crisis cards/ }))
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Which is it' }), 'silence')
    tell(DRILL_STEP_TITLE, 'waited')
    tell(DRILL_STEP_TITLE, 'invited')
    tell(DRILL_STEP_TITLE, 'named')
    // Of anything else that a meeting hints at, a drill takes nothing.
    tell('lobby.notificationTitle', 'rushed')
    tell(DRILL_END_TITLE, 'time')
    await user.click(within(strip).getByRole('button', { name: 'End the drill' }))
    await waitFor(() => expect(entered).toBeNull())
    cleanup()

    renderInConsole(<DrillOverPage />)
    const heading = await screen.findByRole('heading', { name: 'How it went: Everyone is silent' })
    expect(document.activeElement).toBe(heading)
    const went = within(screen.getByRole('region', { name: 'How it went' }))
    const lines = () => went.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines()).toEqual([
      expect.stringMatching(/^Done.*You opened the card/),
      expect.stringMatching(/^Done.*In the first moments you wrote nothing/),
      expect.stringMatching(/^Done.*After a while you wrote to everyone/),
      expect.stringMatching(/^Not this time.*asked somebody to speak by name/),
    ])
    await user.click(went.getByRole('button', { name: 'Show times' }))
    expect(lines().filter((line) => /\d+ seconds? after it came up/.test(line ?? ''))).toHaveLength(1)
    await user.click(went.getByRole('button', { name: 'Hide times' }))
    expect(lines().join(' ')).not.toContain('after it came up')
    const way = screen.getByRole('region', { name: 'One way through' })
    expect(way.textContent).toContain('Write to everyone.')
  })

  it('says what did not come up, and forgets how it went as the console is locked', async () => {
    const { user, strip } = await begin('Somebody may die tonight')
    await user.click(within(strip).getByRole('button', { name: 'End the drill' }))
    await waitFor(() => expect(entered).toBeNull())
    cleanup()
    renderInConsole(<DrillOverPage />)
    // The cards and two answers were never called for; that nobody was removed only the end would show.
    expect(await screen.findAllByText('Did not come up')).toHaveLength(3)
    expect(screen.getAllByText('Cannot be said')).toHaveLength(1)
    act(wipePageStores)
    expect(screen.queryByText('Did not come up')).toBeNull()
  })

  it('counts no card as opened that only stood first, and ends no line in two signs', async () => {
    const { user, strip } = await begin('Harm by a carer')
    tell(DRILL_STEP_TITLE, 'told')
    await user.click(screen.getByRole('button', { name: /^Crisis cards/ }))
    await screen.findByRole('combobox', { name: 'Which is it' })
    tell(DRILL_END_TITLE, 'time')
    await user.click(within(strip).getByRole('button', { name: 'End the drill' }))
    await waitFor(() => expect(entered).toBeNull())
    cleanup()
    renderInConsole(<DrillOverPage />)
    expect(await screen.findByText(/No card made for this was opened/)).toBeDefined()
    const way = screen.getByRole('region', { name: 'One way through' })
    expect(way.textContent).not.toMatch(/[?!.:]\./)
  })

  it('that was asked for at the start and cannot begin says why on the list', async () => {
    const Asked = () => {
      useAskedDrill()
      return <DrillsPage />
    }
    real.core.close()
    const core = createCore({ ...real.host, askedDrillId: 'argument' })
    onTestFinished(() => core.close())
    connectTo(core)
    const client = clientOf(core)
    await client.vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    const session = await client.sessions.rehearse({ charterId: 'test-circle' })
    await client.sessions.open({ sessionId: session.id })
    renderInConsole(<Asked />)
    expect(await screen.findByText('A session is open')).toBeDefined()
    expect(window.location.hash).toBe('#/drills')
  })

  it('does not begin while a session is open', async () => {
    const session = await real.client.sessions.rehearse({ charterId: 'test-circle' })
    await real.client.sessions.open({ sessionId: session.id })
    const { user } = renderInConsole(<DrillsPage />)
    await user.click(await screen.findByRole('button', { name: 'Start: An argument' }))
    await screen.findByText('A session is open')
    expect(called).not.toContain('rehearsal.openRoomPage')
  })
})
