/** @file The console ends in the middle of an evening, in every way it can, and the evening goes on. */
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openReader } from '../../src/main/vault/database/connections'
import { parseHeader } from '../../src/main/vault/header/header'
import { openHeader } from '../../src/main/vault/header/header-keys'
import { expect, test } from '../fixtures/console'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { createGroup, goTo, openNextRoom, openRehearsal, PASSPHRASE, people, unlock } from '../fixtures/steps'

/** What a statement answers in a copy of the vault as it lies there now. */
const storedNow = async (dataDir: string, statement: string): Promise<unknown[]> => {
  const copy = await freshFolder()
  try {
    await cp(dataDir, copy.path, { recursive: true })
    const header = parseHeader(await readFile(join(copy.path, 'vault.json')))
    if (header.kind !== 'header') throw new Error('The header should parse.')
    const key = await openHeader(header.body, { kind: 'passphrase', passphrase: PASSPHRASE })
    const vault = openReader(join(copy.path, 'vault.db'), key)
    const rows = vault.prepare(statement).pluck().all()
    vault.close()
    return rows
  } finally {
    await copy.forget()
  }
}

/** Rows of the one table that no page counts. */
const roomPasswordCount = async (dataDir: string): Promise<number> =>
  (await storedNow(dataDir, 'SELECT session_id FROM room_passwords')).length

test('killed in mid-session: rejoin with the lock still known, then killed again and closed', async ({
  home: holdspace,
}) => {
  let { page } = holdspace
  const status = () => page.getByRole('status', { name: 'Room status' })
  const offer = () => page.getByRole('region', { name: 'A session is still open' })
  await createGroup(page, { name: 'Tuesday circle' })

  await test.step('killed over forms that nobody has saved: a call that is being noted, and a group', async () => {
    await goTo(page, 'Reports')
    await page.getByRole('button', { name: 'New report' }).first().click()
    await page.getByRole('button', { name: 'Seal the report' }).click()
    await page.getByRole('button', { name: 'Seal it for good' }).click()
    await page.getByRole('button', { name: 'Note that you gave it' }).click()
    const reference = () => page.getByRole('textbox', { name: 'Reference they gave' })
    await reference().pressSequentially('CO-4711')
    await goTo(page, 'Groups')
    await page.getByRole('button', { name: 'New group' }).first().click()
    const name = () => page.getByRole('textbox', { name: 'Group name' })
    await name().pressSequentially('Thursday circle')
    await expect
      .poll(async () =>
        (await storedNow(holdspace.dataDir, 'SELECT typed FROM unfinished_forms ORDER BY form')).join(' '),
      )
      .toMatch(/Thursday circle.*CO-4711/)
    page = await holdspace.restart({ isKilled: true })
    await unlock(page)
    await goTo(page, 'Groups')
    await page.getByRole('button', { name: 'New group' }).first().click()
    await expect(name()).toHaveValue('Thursday circle')
    await expect(page.getByText('Not saved yet. Typed on')).toBeVisible()
    await page.getByRole('button', { name: 'Discard what was typed' }).click()
    await expect(name()).toHaveValue('')
    await goTo(page, 'Reports')
    await page.getByRole('main').getByRole('list').getByRole('link').first().click()
    await expect(reference()).toHaveValue('CO-4711')
    await expect
      .poll(async () => storedNow(holdspace.dataDir, 'SELECT form FROM unfinished_forms'))
      .toEqual(['handOver'])
  })

  await test.step('a locked room, and the shell is killed', async () => {
    await openNextRoom(page)
    await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(1)
    await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
    await expect(status()).toContainText(/Lock sent|Locked, confirmed/)
    // Stored before it is sent: whatever the server has, we have.
    await expect.poll(() => roomPasswordCount(holdspace.dataDir)).toBe(1)
    page = await holdspace.restart({ isKilled: true })
  })

  await test.step('unlock: home offers both ways, and holds no name of anybody', async () => {
    await unlock(page)
    await expect(offer()).toContainText('Tuesday circle')
    await expect(offer().getByRole('button', { name: 'Rejoin' })).toBeVisible()
    await expect(offer().getByRole('button', { name: 'Close the session' })).toBeVisible()
    expect(await page.locator('body').innerText()).not.toContain('Marsh')
  })

  await test.step('rejoin: the live view is back, and the lock is said to be not known', async () => {
    await offer().getByRole('button', { name: 'Rejoin' }).click()
    await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(1)
    await expect(status()).toContainText('Lock not known after coming back')
    await expect(status()).not.toContainText('Not locked')
  })

  await test.step('killed again: closing from home forgets the password, and of a rehearsal everything', async () => {
    page = await holdspace.restart({ isKilled: true })
    await unlock(page)
    await expect(offer()).toBeVisible()
    expect(await roomPasswordCount(holdspace.dataDir)).toBe(1)
    await offer().getByRole('button', { name: 'Close the session' }).click()
    await expect(offer()).toHaveCount(0)
    expect(await roomPasswordCount(holdspace.dataDir)).toBe(0)
    await goTo(page, 'Groups')
    // It was a rehearsal: the group's session is planned again or still, and nothing says that one was held.
    await expect(page.getByText(/^Next: /)).toBeVisible()
    await expect(page.getByText('held', { exact: true })).toHaveCount(0)
  })
})

test('reloaded in mid-session, then ended politely: the same offer, the names gone', async ({
  home: holdspace,
}) => {
  let { page } = holdspace
  await openRehearsal(page)
  await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(1)

  await test.step('a reload forgets the people and offers the way back', async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: 'Rejoin' })).toBeVisible()
    await expect(page.locator('iframe')).toHaveCount(0)
    await goTo(page, 'Debrief')
    await page.getByRole('link', { name: 'New debrief' }).first().click()
    await expect(page.getByText('No names of a room are in memory', { exact: false })).toBeVisible()
    await page.getByRole('textbox', { name: 'Debrief', exact: true }).fill('I thought of the marsh.')
    await page.getByRole('button', { name: 'Save debrief' }).click()
    await expect(page.getByText(/Debrief saved at/)).toBeVisible()
  })

  await test.step('a clean end while the room is open and the vault unlocked: nothing is lost', async () => {
    await goTo(page, 'Tonight')
    await page.getByRole('button', { name: 'Rejoin' }).click()
    await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(1)
    page = await holdspace.restart()
    await unlock(page)
    await expect(page.getByRole('button', { name: 'Rejoin' })).toBeVisible()
    await page.getByRole('button', { name: 'Close the session' }).click()
    await expect(page.getByText('Your first group')).toBeVisible()
    await goTo(page, 'Debrief')
    await expect(page.getByText('I thought of the marsh.')).toBeVisible()
  })
})

test('one vault, one console: a second shell and a second tab are refused in words', async ({
  home: holdspace,
  context,
  shell,
}) => {
  test.skip(shell === 'electron', 'A window of Electron has no tabs; its second start is in tests/boundary.')
  const { page, dataDir } = holdspace

  await test.step('a second tab', async () => {
    const second = await context.newPage()
    await second.goto(holdspace.url)
    // Its link was used up by the first page, which says so to it.
    await expect(second.getByText('Holdspace is open in another tab')).toBeVisible()
    await expect(second.getByText('Start Holdspace')).toBeHidden()
    // Even with the word that the next connection needs, as a duplicated tab has it.
    const word = await page.evaluate(() => window.name)
    const token = /[\w-]{43}$/.exec(word)?.[0] ?? ''
    await second.goto('about:blank')
    await second.goto(`${new URL(holdspace.url).origin}/#${token}`)
    await expect(second.getByText('Holdspace is open in another tab')).toBeVisible()
    await second.close()
    await expect(page.getByRole('button', { name: 'Lock console' })).toBeVisible()
  })

  await test.step('a second console on the same vault, until the first is locked', async () => {
    const other = await startShell({ dataDir })
    const second = await context.newPage()
    try {
      await second.goto(other.url)
      await expect(second.getByText('Your vault is open in another console')).toBeVisible()
      await second.getByRole('button', { name: 'Try again' }).click()
      await expect(second.getByText('Looked again. It is still so.')).toBeVisible()
      await page.getByRole('button', { name: 'Lock console' }).click()
      await page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
      await second.getByRole('button', { name: 'Try again' }).click()
      await unlock(second)
      await expect(second.getByRole('button', { name: 'Lock console' })).toBeVisible()
      // The first one had offered to unlock: by now it may not.
      await unlock(page)
      await expect(page.getByText('Your vault is open in another console')).toBeVisible()
    } finally {
      await other.stop()
    }
    await page.getByRole('button', { name: 'Try again' }).click()
    await unlock(page)
    await expect(page.getByRole('button', { name: 'Lock console' })).toBeVisible()
  })
})
