/** @file What the charter asks of the facilitator's own role, by role and key over a real core with the packs that ship. */
import { screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { shippedPack } from '../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { DutiesPage } from './DutiesPage'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
const opened = async (charterId: string) => {
  const real = openRealCore(
    new Date().toISOString(),
    ['heypeers', 'uk-peer-group', 'agency-team'].map(shippedPack),
  )
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId })
  connectTo(real.core)
  return { real, ...renderInConsole(<DutiesPage />) }
}

it('offers what the charter asks for, keeps nothing by itself, and keeps what is added', async () => {
  const { real, user } = await opened('heypeers')
  const add = await screen.findByRole('button', { name: 'Add: Write in my public chat room' })
  expect(await real.client.duties.list()).toEqual([])
  add.focus()
  await user.keyboard('{Enter}')
  await expect
    .poll(() => document.activeElement?.getAttribute('aria-label'))
    .toBe('Done: Write in my public chat room')
  expect(await real.client.duties.list()).toMatchObject([
    { kind: 'rounds', rhythm: { kind: 'hours', soonHours: 24, dueHours: 48 }, state: 'due' },
  ])
  expect(screen.queryByRole('button', { name: 'Add: Write in my public chat room' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Add: Certificate in peer support, still valid' })).toBeTruthy()
})

it('does not offer again what was added and is called otherwise since', async () => {
  const { real, user } = await opened('heypeers')
  await user.click(await screen.findByRole('button', { name: 'Add: Write in my public chat room' }))
  await screen.findByRole('button', { name: 'Done: Write in my public chat room' })
  await user.click(screen.getByRole('button', { name: 'Change: Write in my public chat room' }))
  const title = await screen.findByRole('textbox', { name: 'What you call it' })
  await user.clear(title)
  await user.type(title, 'My room')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('button', { name: 'Done: My room' })
  expect(screen.queryByRole('button', { name: 'Add: Write in my public chat room' })).toBeNull()
  expect(await real.client.duties.list()).toMatchObject([
    { title: 'My room', suggestedBy: { charterId: 'heypeers' } },
  ])
})

it('offers nothing where the charter asks for nothing', async () => {
  await opened('uk-peer-group')
  await screen.findByRole('heading', { name: 'Nothing here yet' })
  expect(screen.queryByRole('heading', { name: 'What your charter asks of you' })).toBeNull()
})

it('keeps what does one good under one’s own words, line by line, and writes nobody down for an offer of support', async () => {
  const { real, user } = await opened('agency-team')
  await user.click(await screen.findByRole('button', { name: 'Add: Something that I know does me good' }))
  await user.click(await screen.findByRole('button', { name: 'Change: Something that I know does me good' }))
  const title = await screen.findByRole('textbox', { name: 'What you call it' })
  await user.clear(title)
  await user.type(title, 'A walk by the river')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('button', { name: 'Done: A walk by the river' })
  await user.click(screen.getByRole('button', { name: 'Add: Ask somebody of the agency how they are' }))
  await user.click(
    await screen.findByRole('button', { name: 'Done: Ask somebody of the agency how they are' }),
  )
  const kept = await real.client.duties.list()
  expect(kept.map(({ title, kind, rhythm }) => ({ title, kind, rhythm }))).toEqual(
    expect.arrayContaining([
      { title: 'A walk by the river', kind: 'other', rhythm: { kind: 'days', days: 7 } },
      {
        title: 'Ask somebody of the agency how they are',
        kind: 'other',
        rhythm: { kind: 'days', days: 14 },
      },
    ]),
  )
})
