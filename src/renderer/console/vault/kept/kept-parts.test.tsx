/**
 * @file Forgetting on What is kept, by role and key over a real core: it waits ten seconds, can be taken back, and what
 * was proved is said; a damaged entry is named and can go too.
 * @vitest-environment jsdom
 */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { KeptEntry, KeptKind } from '../../../../contract/vault'
import { wipePageStores } from '../../page-store'
import { KeptPage } from '../KeptPage'
import { useEntryLabel } from './entry-label'
import { useForgetting } from './forgetting'
import { KindCard } from './KindCard'

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.sessions.createGroup({ ...groupDraft, name: 'Tuesday circle' })
})
afterEach(() => {
  wipePageStores()
  real.core.close()
})
const groupCount = async () => (await real.client.sessions.groups()).length

it('an entry goes from its list at once and from the vault later; Undo brings it back', async () => {
  const { user } = renderInConsole(<KeptPage />)
  const card = await screen.findByRole('region', { name: 'Groups' })
  const show = within(card).getByRole('button', { name: /Groups/ })
  show.focus()
  await user.keyboard('{Enter}')
  await within(card).findByText('Tuesday circle')
  within(card).getByRole('button', { name: 'Forget now' }).focus()
  await user.keyboard('{Enter}')
  expect(within(card).queryByText('Tuesday circle')).toBeNull()
  // The row and its button are gone: the keyboard is on the card's heading, not nowhere.
  expect(document.activeElement).toBe(within(card).getByRole('heading', { name: 'Groups' }))
  expect(await groupCount()).toBe(1)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await within(card).findByText('Tuesday circle')
  expect(await groupCount()).toBe(1)
})

it('what is damaged is named as such, a place by its name, and each can be forgotten', async () => {
  const entry = { keptSince: '2026-11-21T20:00:00.000Z', keptUntil: null, isAskingToGo: false }
  const kind: KeptKind = {
    kind: 'settings',
    count: 2,
    keptSince: entry.keptSince,
    keptUntil: null,
    tables: [],
    columns: [],
    canForget: true,
    entries: [
      { ...entry, id: 'one', label: '', isDamaged: true },
      { ...entry, id: 'two', label: 'Lead on call', region: 'US-CO' },
    ],
  }
  const Shown = () => <KindCard kind={kind} forgetting={useForgetting()} />
  const { user } = renderInConsole(<Shown />)
  await user.click(screen.getByRole('button', { expanded: false }))
  screen.getByText('Damaged entry')
  screen.getByText('Colorado, United States, Lead on call')
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Forget now' })).toHaveLength(2))
})

it('a date is said as the reader says dates, and words that look like one stay as they were typed', () => {
  const entry = { label: '', keptSince: '2026-11-21T20:00:00.000Z', keptUntil: null, isAskingToGo: false }
  const day = { kind: 'day', day: '2026-11-24' } as const
  const entries: Omit<KeptEntry, 'id'>[] = [
    { ...entry, date: day },
    { ...entry, label: 'Tuesday circle', date: day },
    { ...entry, label: 'Test circle', date: { kind: 'month', year: 2026, month: 11 } },
    { ...entry, date: { kind: 'quarter', year: 2026, quarter: 4 } },
    { ...entry, date: { kind: 'year', year: 2026 } },
    { ...entry, label: '2026-11' },
    { ...entry, label: 'Room, 2026-11-24', date: day },
    { ...entry, label: 'קבוצה', date: day },
  ]
  const Labels = () => {
    const labelOf = useEntryLabel()
    return entries.map((one, at) => <p key={String(at)}>{labelOf({ ...one, id: String(at) })}</p>)
  }
  renderInConsole(<Labels />)
  expect([...document.querySelectorAll('p')].map((one) => one.textContent)).toEqual([
    'November 24, 2026',
    'Tuesday circle, November 24, 2026',
    'Test circle, November 2026',
    'Quarter 4 of 2026',
    '2026',
    '2026-11',
    'Room, 2026-11-24, November 24, 2026',
    '\u200e\u2068קבוצה\u2069, November 24, 2026',
  ])
})
