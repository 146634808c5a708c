/** @file The page of numbers over a real core: what is chosen, what is seen, what leaves and is noted. */
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { groupDraft } from '../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { NumbersPage } from './NumbersPage'

let real: RealCore
/** Files that were handed over. */
let files: Blob[]
beforeEach(async () => {
  real = openRealCore()
  files = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file)
    return 'blob:made'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {})
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.sessions.createGroup(groupDraft)
  const [next] = await real.client.sessions.upcoming()
  if (!next) throw new Error('No session was scheduled.')
  await real.client.sessions.cancel({ sessionId: next.id, reasonId: 'illness' })
  // In steps: after a longer gap the console asks first whether the clock is right.
  for (const at of ['2026-12-15T00:00:00.000Z', '2027-01-05T00:00:00.000Z']) {
    real.clock.set(at)
    await real.client.sessions.upcoming()
  }
  connectTo(real.core)
  return () => {
    real.core.close()
    vi.restoreAllMocks()
  }
})
const exportsNoted = async () =>
  (await real.client.vault.kept()).find(({ kind }) => kind === 'exports')?.entries.map(({ label }) => label)
const cellOf = async (row: string) =>
  within(await screen.findByRole('row', { name: new RegExp(`^${row}`) })).getByRole('cell').textContent

describe('the page of numbers', () => {
  it('shows the last quarter that is over, with all that was due', async () => {
    renderInConsole(<NumbersPage />)
    expect(await screen.findByRole('radio', { name: 'Quarter 4 of 2026' })).toHaveProperty('checked', true)
    expect(await cellOf('Sessions planned')).toBe('6')
    expect(await cellOf('Sessions missed')).toBe('5')
    expect(await cellOf('Sessions cancelled: not possible')).toBe('1')
    expect(screen.queryByText(/I am ill/)).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('names what speaks of health only when asked to', async () => {
    const { user } = renderInConsole(<NumbersPage />)
    await user.click(await screen.findByRole('switch', { name: 'Name reasons that may speak of my health' }))
    expect(await cellOf('Sessions cancelled: I am ill .Test circle')).toBe('1')
    expect(await cellOf('Sessions cancelled: not possible')).toBe('0')
  })

  it('says before the export what will be empty and why', async () => {
    const { user } = renderInConsole(<NumbersPage />)
    await screen.findByText('Counting circle: all counts are hidden')
    expect(screen.getByText(/Fewer than three groups met/)).toBeDefined()
    await user.click(screen.getByRole('radio', { name: 'December 2026' }))
    await screen.findByText('Counting circle: no counts for a month')
  })

  it('offers other periods from a list', async () => {
    const { user } = renderInConsole(<NumbersPage />)
    await user.click(await screen.findByRole('radio', { name: 'Another period' }))
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Which period' }), 'All of 2024')
    await screen.findByRole('heading', { name: 'Nothing to count in this period' })
  })

  it('hands a file over and notes that it left', async () => {
    const { user } = renderInConsole(<NumbersPage />)
    await user.click(await screen.findByRole('radio', { name: 'JSON, for a program' }))
    expect(await exportsNoted()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Export numbers' }))
    await screen.findByText('holdspace-numbers-2026-Q4.json was handed to your downloads')
    expect(await exportsNoted()).toEqual(['2026-Q4'])
    await waitFor(() => expect(files).toHaveLength(1))
    const text = await files[0]?.text()
    expect(text).toContain('"id": "sessionsPlanned"')
    expect(text).not.toMatch(/Tuesday|example\.org|Robin|T\d\d:/)
  })
})
