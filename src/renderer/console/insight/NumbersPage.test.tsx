/** @file The page of numbers over a real core: what is chosen, what is seen, what leaves and is noted. */
import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { groupDraft } from '../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { keepSavedFiles } from '../../../../tests/fixtures/saved-files'
import { WorkMeasure } from '../../../contract/insight'
import { NumbersPage } from './NumbersPage'

let real: RealCore
/** Files that were handed over. */
let files: Blob[]
beforeEach(async () => {
  real = openRealCore()
  files = keepSavedFiles()
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
  (await real.client.vault.kept()).find(({ kind }) => kind === 'exports')?.entries.map(({ date }) => date)
const inCard = (label: string, selector: string) => `section[aria-label="${label}"] ${selector}`
/** The numbers of a row of a card. By text and not by role: roles of whole tables take jsdom seconds on a busy machine. */
const cellsOf = async (card: string, row: string) => {
  const heading = await screen.findByText(row, { selector: inCard(card, 'th') })
  return [...(heading.closest('tr')?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)
}
const leaves = (row: string) => cellsOf('This is everything that leaves', row)

describe('the page of numbers', () => {
  it('shows the last quarter that is over, with all that was due; health is named only when asked for', async () => {
    const { user } = renderInConsole(<NumbersPage />)
    expect(await screen.findByLabelText('Quarter 4 of 2026')).toHaveProperty('checked', true)
    expect(await leaves('Sessions planned')).toEqual(['6'])
    expect(await leaves('Sessions missed')).toEqual(['5'])
    expect(await leaves('Sessions cancelled: not possible')).toEqual(['1'])
    expect(screen.queryByText(/I am ill/)).toBeNull()
    await user.click(screen.getByLabelText('Name reasons that may speak of my health'))
    const ill = screen.findByText(/I am ill.*Test circle/, {
      selector: inCard('This is everything that leaves', 'th'),
    })
    expect((await ill).closest('tr')?.querySelector('td')?.textContent).toBe('1')
    expect(await leaves('Sessions cancelled: not possible')).toEqual(['0'])
    // The control that was pressed is still the one the keyboard is on.
    expect(document.activeElement).toBe(screen.getByLabelText('Name reasons that may speak of my health'))
  })

  it('says before the export what will be empty and why, and offers other periods from a list', async () => {
    const { user } = renderInConsole(<NumbersPage />)
    await screen.findByText(/Counting circle.*: all counts are hidden/)
    expect(screen.getByText(/Fewer than three groups met/)).toBeDefined()
    await user.click(screen.getByLabelText('December 2026'))
    await screen.findByText(/Counting circle.*: no counts for a month/)
    await user.click(screen.getByLabelText('Another period'))
    await user.selectOptions(await screen.findByLabelText('Which period'), 'All of 2024')
    await screen.findByText('Nothing to count in this period')
  })

  it('hands a file over and notes that it left', async () => {
    const { user } = renderInConsole(<NumbersPage />)
    await user.click(await screen.findByLabelText('JSON, for a program'))
    expect(await exportsNoted()).toEqual([])
    await user.click(screen.getByText('Export numbers'))
    await screen.findByText(/holdspace-numbers-2026-Q4\.json.* was handed to your downloads/)
    expect(await exportsNoted()).toEqual([{ kind: 'quarter', year: 2026, quarter: 4 }])
    expect(files).toHaveLength(1)
    const text = await files[0]?.text()
    expect(text).toContain('"id": "sessionsPlanned"')
    expect(text).not.toMatch(/Tuesday|example\.org|Robin|T\d\d:/)
  })

  it('prints a page for a board, noted as having left, and takes it away when it is printed', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {})
    const { user } = renderInConsole(<NumbersPage />)
    await user.click(await screen.findByLabelText('A page to print, or to save as PDF'))
    expect(document.querySelector('[data-print-sheet]')).toBeNull()
    await user.click(screen.getByText('Export numbers'))
    await screen.findByText('The page was handed to the print window')
    expect(print).toHaveBeenCalledTimes(1)
    expect(await exportsNoted()).toEqual([{ kind: 'quarter', year: 2026, quarter: 4 }])
    const sheet = document.querySelector('[data-print-sheet]')
    expect(sheet?.textContent).toContain('6 sessions were planned: 0 held, 1 cancelled, 5 missed.')
    expect(sheet?.textContent).toContain('16 numbers are hidden')
    expect(sheet?.textContent).toContain('They leave only where at least 3 groups met')
    const drawings = [...(sheet?.querySelectorAll('svg[role=img]') ?? [])].map((one) =>
      one.getAttribute('aria-label'),
    )
    expect(drawings).toEqual([
      'Sessions planned: 6, Sessions held: 0, Sessions cancelled: 1, Sessions missed: 5',
      'Hours planned: 9, Hours held: 0',
    ])
    expect(sheet?.textContent).not.toMatch(/Tuesday|example\.org|Robin/)
    // Hidden from nobody: whoever makes a PDF of it needs its headings and tables.
    expect(sheet?.getAttribute('aria-hidden')).toBeNull()
    act(() => {
      window.dispatchEvent(new Event('afterprint'))
    })
    await waitFor(() => expect(document.querySelector('[data-print-sheet]')).toBeNull())
  })

  it('draws its facts beside the period before, and counts as they leave, with a table behind each', async () => {
    const { container } = renderInConsole(<NumbersPage />)
    const glance = (selector: string) => inCard('At a glance', selector)
    await screen.findByText('As a table: Sessions', { selector: glance('summary') })
    await waitFor(() =>
      expect(
        [...container.querySelectorAll(glance('thead th'))].map(({ textContent }) => textContent).slice(0, 3),
      ).toEqual(['What is counted', 'Quarter 3 of 2026', 'Quarter 4 of 2026']),
    )
    expect(await cellsOf('At a glance', 'Sessions missed')).toEqual(['0', '5'])
    // Counts about conduct are not compared, and what is hidden in the export has no bar and no number here.
    expect(await cellsOf('At a glance', 'Reminded')).toEqual(['Hidden'])
    expect(await cellsOf('At a glance', 'All together')).toEqual(['Hidden'])
    expect(
      screen.getByText('All of these numbers are hidden, so there is nothing to draw.').closest('figure')
        ?.textContent,
    ).toContain('Counting circle')
    // The drawings are for the eye: the tables say the same to everybody.
    await waitFor(() => {
      const drawings = container.querySelectorAll(glance('.recharts-responsive-container'))
      expect(drawings).toHaveLength(2)
      for (const drawing of drawings) expect(drawing.closest('[aria-hidden]')).not.toBeNull()
    })
  })

  it('sets the period before beside it, and says of every number what it cannot say', async () => {
    renderInConsole(<NumbersPage />)
    expect(await cellsOf('Beside the period before', 'Sessions planned')).toEqual(['0', '6'])
    await screen.findByText('Quarter 3 of 2026', { selector: inCard('Beside the period before', 'th') })
    const terms = document.querySelectorAll(inCard('What each number means', 'dt'))
    expect(terms).toHaveLength(WorkMeasure.options.length + 1)
    for (const { textContent } of [
      ...terms,
      ...document.querySelectorAll(inCard('What each number means', 'dd')),
    ]) {
      expect(textContent?.trim()).toBeTruthy()
      expect(textContent).not.toContain('define.')
    }
  })
})
