/**
 * @file Backups by role and key over a real core: made, proved, restored on a computer without a vault; a wrong folder is
 * named, and home reminds.
 * @vitest-environment jsdom
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { DebriefId } from '../../../../contract/primitives'
import { FirstStart } from '../../app/first-start/FirstStart'
import { BackupLine } from '../../sessions/home/BackupLine'
import { registerWords } from '../../words'
import words from '../../words/en/sessions.json'
import { HoldScreen } from '../after-unlock/HoldScreen'
import { VaultStrip } from '../after-unlock/VaultStrip'
import { UnlockScreen } from '../UnlockScreen'
import { VaultTrouble } from '../VaultTrouble'
import { BackupPage } from './BackupPage'

registerWords('sessions', words)

let real: RealCore
let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdspace-backups-'))
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
})
afterEach(() => {
  real.core.close()
  rmSync(folder, { recursive: true, force: true })
})

it('a backup is made into a typed folder by key, and proved by the passphrase', async () => {
  await real.client.sessions.createGroup(groupDraft)
  const { user } = renderInConsole(<BackupPage />)
  const box = await screen.findByRole('textbox', { name: 'Folder for backups' })
  expect(screen.queryByRole('region', { name: 'Prove that it opens' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Make a backup now' }))
  await screen.findByText('Name a folder first.')
  expect(document.activeElement).toBe(box)
  await user.paste(`${folder}/not-there`)
  await user.keyboard('{Enter}')
  await screen.findByText('There is no such folder')
  expect(box).toHaveProperty('value', `${folder}/not-there`)
  await user.clear(box)
  await user.click(box)
  await user.paste(folder)
  await user.keyboard('{Enter}')
  await screen.findByText('The backup is made')
  expect(readdirSync(folder)).toHaveLength(1)
  const prove = within(await screen.findByRole('region', { name: 'Prove that it opens' }))
  const secret = await prove.findByRole('textbox', { name: 'Passphrase of the backup' })
  await user.click(secret)
  await user.paste('not the passphrase at all')
  await user.keyboard('{Enter}')
  await prove.findByText('That does not open this backup')
  real.clock.advance(60_000)
  await waitFor(() =>
    expect(prove.getByRole('button', { name: 'Try to open it' }).getAttribute('aria-disabled')).toBeNull(),
  )
  await user.clear(secret)
  await user.paste(PASSPHRASE)
  await user.keyboard('{Enter}')
  await prove.findByText('This backup opens')
  prove.getByText(/Groups: 1/)
  expect(secret).toHaveProperty('value', '')
})

it('pressed twice in the same moment, one backup is made and it is said to be there', async () => {
  const { user } = renderInConsole(<BackupPage />)
  const box = await screen.findByRole('textbox', { name: 'Folder for backups' })
  await user.click(box)
  await user.paste(folder)
  fireEvent.keyDown(box, { key: 'Enter' })
  fireEvent.keyDown(box, { key: 'Enter' })
  fireEvent.click(screen.getByRole('button', { name: 'Make a backup now' }))
  await screen.findByText('The backup is made')
  await real.client.vault.backup.find({ folder })
  screen.getByText('The backup is made')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(readdirSync(folder)).toHaveLength(1)
})

it('what lies there and cannot be looked at is counted, beside what can', async () => {
  await real.client.vault.backup.make({ folder })
  symlinkSync(join(folder, 'nowhere'), join(folder, 'holdspace-backup-2026-01-02-00-00-00.tar'))
  renderInConsole(<BackupPage />)
  await screen.findByText(/1 more file in this folder has the name of a backup/)
  await screen.findByRole('textbox', { name: 'Passphrase of the backup' })
})

it.each([
  [
    { state: 'locked', nextTryAt: null, isPreviousHeader: false, restore: 'finished' },
    'The restore is finished',
  ],
  [
    { state: 'unusable', problem: 'headerMissing', hasPreviousCopy: false, restore: 'putBack' },
    'The restore was cut off',
  ],
] as const)('the lock screen says how a restore ended that was cut off: %j', (status, title) => {
  renderInConsole(<UnlockScreen status={status} crisis={null} />)
  screen.getByText(title)
})

it('a computer without a vault starts from a backup instead of a new vault', async () => {
  await real.client.sessions.createGroup(groupDraft)
  await real.client.vault.backup.make({ folder })
  await real.client.vault.lock()
  const laptop = openRealCore()
  connectTo(laptop.core)
  let doneCount = 0
  const { user } = renderInConsole(
    <FirstStart
      onDone={() => {
        doneCount += 1
      }}
    />,
  )
  await user.click(screen.getByRole('button', { name: 'Restore from a backup' }))
  await user.click(await screen.findByRole('textbox', { name: 'Folder for backups' }))
  await user.paste(folder)
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('textbox', { name: 'Passphrase of the backup' }))
  await user.paste(PASSPHRASE)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(doneCount).toBe(1))
  expect((await laptop.client.vault.profile()).displayName).toBe('Robin')
  expect(await laptop.client.sessions.groups()).toHaveLength(1)
  const status = await laptop.client.vault.status()
  if (status.state !== 'unlocked') throw new Error(`The vault is ${status.state}.`)
  renderInConsole(<VaultStrip status={status} />)
  screen.getByText('The backup is your vault now', { exact: false })
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText('The backup is your vault now', { exact: false })).toBeNull()
  laptop.core.close()
})

it('a vault that cannot be opened is replaced by a backup from the lock screen, after what that means is said', async () => {
  await real.client.vault.backup.make({ folder })
  await real.client.vault.lock()
  for (const name of ['vault.json', 'vault.json.previous']) rmSync(join(real.host.dataDir, name))
  const { user } = renderInConsole(<VaultTrouble problem="headerMissing" hasPreviousCopy={false} />)
  await user.click(screen.getByRole('button', { name: 'Restore from a backup' }))
  await user.click(await screen.findByRole('textbox', { name: 'Folder for backups' }))
  await user.paste(folder)
  await user.keyboard('{Enter}')
  await screen.findByText(/What you wrote after that is not in it/)
  screen.getByText(/set-aside/)
  expect((await real.client.vault.status()).state).toBe('unusable')
  await user.click(await screen.findByRole('textbox', { name: 'Passphrase of the backup' }))
  await user.paste(PASSPHRASE)
  await user.keyboard('{Enter}')
  await waitFor(async () => expect((await real.client.vault.status()).state).toBe('unlocked'))
})

it('of a damaged vault what can be read is saved by key, and what that is gets said', async () => {
  await real.client.sessions.createGroup(groupDraft)
  for (let number = 0; number < 40; number += 1) {
    await real.client.debrief.save({
      debriefId: DebriefId.parse(crypto.randomUUID()),
      isNew: true,
      charterId: 'test-circle',
      content: { text: `Evening ${number} `.padEnd(3000, 'x'), answers: {}, tags: [] },
      isDraft: false,
    })
  }
  await real.client.vault.lock()
  const file = join(real.host.dataDir, 'vault.db')
  const bytes = readFileSync(file)
  for (let page = 1; page <= 5; page += 1) {
    const at = bytes.length - page * 2 * 4096 + 100
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  }
  writeFileSync(file, bytes)
  await real.client.vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
  const { user } = renderInConsole(
    <HoldScreen hold={{ kind: 'pagesDamaged' }} crisis={null} onGoIn={() => undefined} />,
  )
  screen.getByRole('button', { name: 'Save what can be read' }).focus()
  await user.keyboard('{Enter}')
  const box = await screen.findByRole('textbox', { name: 'Folder for backups' })
  await waitFor(() => expect(document.activeElement).toBe(box))
  await user.keyboard('{Enter}')
  await screen.findByText('Name a folder first.')
  await user.paste(folder)
  await user.keyboard('{Enter}')
  const said = await screen.findByText('What can be read is saved')
  expect(said.closest('[tabindex="-1"]')).toBe(document.activeElement)
  screen.getByText(/could not be read/)
  expect(readdirSync(folder)).toHaveLength(1)
})

it('a vault that is only out of reach offers no backup in its place', () => {
  renderInConsole(<VaultTrouble problem="gone" hasPreviousCopy={false} />)
  expect(screen.queryByRole('button', { name: 'Restore from a backup' })).toBeNull()
})

it('home says when a backup is due, and not when one was made or none is wanted', async () => {
  const { queryClient } = renderInConsole(<BackupLine />)
  const asked = () => queryClient.invalidateQueries()
  expect(screen.queryByRole('link', { name: 'Backup' })).toBeNull()
  real.clock.advance(31 * 86_400_000)
  await asked()
  await screen.findByText(/There is no backup of your vault yet/)
  await real.client.vault.backup.remind({ days: null })
  await asked()
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Backup' })).toBeNull())
  await real.client.vault.backup.remind({ days: 7 })
  await asked()
  await screen.findByRole('link', { name: 'Backup' })
  await real.client.vault.backup.make({ folder })
  await asked()
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Backup' })).toBeNull())
})
