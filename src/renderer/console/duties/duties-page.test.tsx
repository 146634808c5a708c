/** @file The page Duties by role and key, over a real core. */
import { screen } from '@testing-library/react'
import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { DutyId } from '../../../contract/primitives'
import { readAtStake } from '../at-stake'
import { keepRoomNames } from '../meeting'
import { DutiesPage } from './DutiesPage'
import { localToday } from './local-today'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
const opened = async (before?: (client: RealCore['client']) => Promise<void>) => {
  const real = openRealCore(new Date().toISOString())
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await before?.(real.client)
  connectTo(real.core)
  return { real, ...renderInConsole(<DutiesPage />) }
}

it('takes a duty by keyboard, says what is wrong, and puts the keyboard back on it', async () => {
  const { real, user } = await opened()
  await user.click(await screen.findByRole('button', { name: 'New duty' }))
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'What it is' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const title = screen.getByRole('textbox', { name: 'What you call it' })
  expect(document.activeElement).toBe(title)
  expect(document.body.textContent).toContain('Say what it is')
  await user.type(title, 'State certificate')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('No day known')).toBeTruthy()
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Done: State certificate')
  expect(await real.client.duties.list()).toMatchObject([
    { title: 'State certificate', rhythm: { kind: 'months', months: 12 } },
  ])
})

it('says how many cannot be read, beside those that can, and what can be done', async () => {
  const draft = (title: string) => ({
    kind: 'training' as const,
    title,
    rhythm: { kind: 'once' as const },
    dueOn: localToday(),
    endsOn: null,
    remindDays: 7,
  })
  const { real, queryClient } = await opened(async (client) => {
    for (const title of ['Whole', 'Hurt'])
      await client.duties.save({
        dutyId: DutyId.parse(crypto.randomUUID()),
        isNew: true,
        draft: draft(title),
      })
  })
  expect(await screen.findByRole('button', { name: 'Done: Hurt' })).toBeTruthy()
  expect(screen.queryByText('1 entry cannot be read')).toBeNull()
  real.core.vault.access.write((vault) => vault.run(sql`UPDATE duties SET due_on = 'x' WHERE title = 'Hurt'`))
  await queryClient.invalidateQueries()
  expect(await screen.findByText('1 entry cannot be read')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'What is kept' }).getAttribute('href')).toBe('/kept')
  const kept = (await real.client.vault.kept()).find(({ kind }) => kind === 'duties')?.entries
  expect(kept?.find(({ label }) => label === 'Hurt')?.isDamaged).toBe(true)
  expect(kept?.find(({ label }) => label === 'Whole')?.isDamaged).toBeUndefined()
})

it('notes it as done, and takes that back', async () => {
  const { real, user } = await opened(async (client) => {
    await client.duties.save({
      dutyId: DutyId.parse(crypto.randomUUID()),
      isNew: true,
      draft: {
        kind: 'training',
        title: 'Monthly training',
        rhythm: { kind: 'once' },
        dueOn: localToday(),
        endsOn: null,
        remindDays: 7,
      },
    })
  })
  await user.click(await screen.findByRole('button', { name: 'Done: Monthly training' }))
  expect(await screen.findByRole('region', { name: 'Behind you' })).toBeTruthy()
  expect(document.body.textContent).toContain('Goes by itself on')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('region', { name: 'Now' })).toBeTruthy()
  expect(await real.client.duties.list()).toMatchObject([{ state: 'due', doneAt: null, keptUntil: null }])
})

it('forgets after ten seconds and not before; undone, it is there again', async () => {
  const { real, user } = await opened()
  await user.click(await screen.findByRole('button', { name: 'New duty' }))
  await user.type(screen.getByRole('textbox', { name: 'What you call it' }), 'Policy')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Forget: Policy' }))
  expect(screen.queryByRole('button', { name: 'Forget: Policy' })).toBeNull()
  expect(await real.client.duties.list()).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: 'Forget: Policy' })).toBeTruthy()
})

it('asks for both days away; what was typed is put away by Cancel alone', async () => {
  const { real, user, unmount } = await opened()
  await user.click(await screen.findByRole('button', { name: 'New duty' }))
  await user.keyboard('{Escape}')
  await user.click(await screen.findByRole('button', { name: 'New duty' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'What it is' }), 'Days away')
  await user.type(screen.getByRole('textbox', { name: 'What you call it' }), 'Away')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(document.body.textContent).toContain('Choose the first day.')
  await user.keyboard('{Escape}')
  expect(readAtStake()).toEqual(['words'])
  unmount()
  renderInConsole(<DutiesPage />)
  expect(await screen.findByRole('textbox', { name: 'What you call it' })).toHaveProperty('value', 'Away')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(await screen.findByRole('button', { name: 'New duty' })).toBeTruthy()
  expect(readAtStake()).toEqual([])
  expect(await real.client.duties.list()).toEqual([])
})

it('says what went wrong where an act is taken back or carried out too late', async () => {
  const { real, user } = await opened(async (client) => {
    await client.duties.save({
      dutyId: DutyId.parse(crypto.randomUUID()),
      isNew: true,
      draft: {
        kind: 'training',
        title: 'Monthly training',
        rhythm: { kind: 'once' },
        dueOn: localToday(),
        endsOn: null,
        remindDays: 7,
      },
    })
  })
  await user.click(await screen.findByRole('button', { name: 'Done: Monthly training' }))
  await screen.findByRole('region', { name: 'Behind you' })
  await real.client.vault.lock()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
})

it('stores no name of the room, and says so beside the box', async () => {
  keepRoomNames(['Marisol Quist'])
  const { real, user } = await opened()
  await user.click(await screen.findByRole('button', { name: 'New duty' }))
  const title = screen.getByRole('textbox', { name: 'What you call it' })
  await user.type(title, 'Call marisol back')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText(/This holds a name from the room/)
  expect(document.activeElement).toBe(title)
  expect(await real.client.duties.list()).toEqual([])
  await user.clear(title)
  await user.type(title, 'Call back')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('button', { name: 'Done: Call back' })
})
