/** @file The page for a group, by role and key over a real core: shown, printed alone, copied, and honest about what it lacks. */
import { screen, waitFor, within } from '@testing-library/react'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { wipePageStores } from '../../page-store'
import { KeptPage } from '../KeptPage'

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
})
afterEach(() => {
  wipePageStores()
  vi.restoreAllMocks()
  real.core.close()
})

it('is shown by key, and says what is kept, what is not, and what nobody here can reach', async () => {
  const { user } = renderInConsole(<KeptPage />)
  const show = await screen.findByRole('button', { name: 'Show the page' })
  show.focus()
  await user.keyboard('{Enter}')
  const page = within(screen.getByRole('article'))
  expect(page.getByRole('heading', { name: 'What we keep, and what we do not' })).toBeDefined()
  expect(page.getByText(/^Who came, how often/)).toBeDefined()
  expect(page.getByText(/Only there can a person be named\.$/)).toBeDefined()
  for (const words of [/^The meeting server\./, /^Everybody else in the room\./, /^Paper, and files/])
    expect(page.getByText(words)).toBeDefined()
  expect(page.queryByText(/no words yet/)).toBeNull()
})

it('prints the page alone, and copies the same words', async () => {
  let printed = ''
  vi.stubGlobal('print', () => {
    printed = document.querySelector('[data-print-sheet]')?.textContent ?? ''
  })
  const { user } = renderInConsole(<KeptPage />)
  await user.click(await screen.findByRole('button', { name: 'Print the page' }))
  expect(printed).toContain('What we keep, and what we do not')
  dispatchEvent(new Event('afterprint'))
  await waitFor(() => expect(document.querySelector('[data-print-sheet]')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Copy the page as text' }))
  const copied = await navigator.clipboard.readText()
  const bare = (text: string) => text.replaceAll(/[\s-]+/g, '')
  expect(bare(copied)).toBe(bare(printed))
})

it('names what the vault has and it has no words for', async () => {
  real.core.vault.access.write((vault) => vault.run(sql`ALTER TABLE sessions ADD COLUMN attended_by text`))
  const { user } = renderInConsole(<KeptPage />)
  expect((await screen.findByRole('alert')).textContent).toContain('no words for something that is kept')
  await user.click(screen.getByRole('button', { name: 'Show the page' }))
  expect(screen.getByText(/no words yet: sessions\.attended_by\.$/)).toBeDefined()
})
