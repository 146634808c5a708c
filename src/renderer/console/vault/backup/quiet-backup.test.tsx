/** @file The quiet schedule over a real core: by key it is turned on, and then a backup is there when one is due, and opens. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { BackupLine } from '../../sessions/home/BackupLine'
import { registerWords } from '../../words'
import words from '../../words/en/sessions.json'
import { BackupPage } from './BackupPage'
import { QuietBackup } from './QuietBackup'

registerWords('sessions', words)

const DAY_MS = 86_400_000
let real: RealCore
let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdspace-quiet-'))
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
})
afterEach(() => {
  real.core.close()
  rmSync(folder, { recursive: true, force: true })
})
const home = () =>
  renderInConsole(
    <>
      <QuietBackup />
      <BackupLine />
    </>,
  )

it('is offered once a backup was made, is turned on by key, and makes one that opens when it is due', async () => {
  const first = renderInConsole(<BackupPage />)
  const box = await screen.findByRole('checkbox', { name: 'Make it by itself then' })
  expect(box).toHaveProperty('disabled', true)
  await real.client.vault.backup.make({ folder })
  await first.queryClient.invalidateQueries()
  await waitFor(() => expect(box).toHaveProperty('disabled', false))
  box.focus()
  await first.user.keyboard(' ')
  await waitFor(async () => expect((await real.client.vault.backup.place()).isByItself).toBe(true))
  first.unmount()

  real.clock.advance(29 * DAY_MS)
  const early = home()
  await waitFor(() => expect(early.queryClient.isFetching()).toBe(0))
  expect(readdirSync(folder)).toHaveLength(1)
  early.unmount()
  real.clock.advance(2 * DAY_MS)
  home()
  await waitFor(() => expect(readdirSync(folder)).toHaveLength(2))
  await waitFor(async () => expect((await real.client.vault.backup.place()).isDue).toBe(false))
  const { backups } = await real.client.vault.backup.find({ folder })
  for (const { name } of backups) {
    const content = await real.client.vault.backup.rehearse({
      folder,
      name,
      secretKind: 'passphrase',
      secret: PASSPHRASE,
    })
    expect(content.kinds.length).toBeGreaterThan(0)
  }
})

it('makes none where nobody wanted it, and where the folder is gone it says so', async () => {
  await real.client.vault.backup.make({ folder })
  real.clock.advance(31 * DAY_MS)
  const unwanted = home()
  await screen.findByRole('link', { name: 'Backup' })
  expect(readdirSync(folder)).toHaveLength(1)
  unwanted.unmount()
  await real.client.vault.backup.remind({ days: 30, isByItself: true })
  rmSync(folder, { recursive: true })
  renderInConsole(
    <>
      <QuietBackup />
      <BackupLine />
      <BackupPage />
    </>,
  )
  await screen.findByText(/A new backup was to be made by itself, and could not be/)
  const why = within(await screen.findByRole('region', { name: /^No backup could be made by itself in / }))
  why.getByText('There is no such folder')
  expect((await real.client.vault.backup.place()).isDue).toBe(true)
})
