/** @file A vault that is damaged, missing, or from the future: said in words, never written over, never offered anew. */
import { createHash } from 'node:crypto'
import { cp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openWriter } from '../../src/main/vault/database/connections'
import { parseHeader } from '../../src/main/vault/header/header'
import { openHeader } from '../../src/main/vault/header/header-keys'
import { expect, test } from '../fixtures/console'
import { freshFolder, type ShellProcess, startShell } from '../fixtures/shell-process'
import { firstStart, goTo, lockConsole, PASSPHRASE, unlock } from '../fixtures/steps'

const hashesOf = async (folder: string): Promise<Record<string, string>> => {
  const names = (await readdir(folder)).filter((name) => name !== 'vault.lock').toSorted()
  const bytes = await Promise.all(names.map((name) => readFile(join(folder, name))))
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      createHash('sha256')
        .update(bytes[index] ?? '')
        .digest('hex'),
    ]),
  )
}

/** Changes one bit of a file. */
const flipBit = async (file: string, at: number): Promise<void> => {
  const bytes = await readFile(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
}

/** A header as a newer app would write it: its own format number, and a checksum that is right. */
const dateForward = async (file: string): Promise<void> => {
  const zeros = '0'.repeat(64)
  const text = (await readFile(file, 'latin1'))
    .replace(/"holdspaceVault":\d+/, '"holdspaceVault":7')
    .replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${zeros}"`)
  const checksum = createHash('sha256').update(text, 'latin1').digest('hex')
  await writeFile(file, text.replace(zeros, checksum), 'latin1')
}

/** A schema that a newer app would leave: one migration more than this one knows. */
const migrateForward = async (folder: string): Promise<void> => {
  const header = parseHeader(await readFile(join(folder, 'vault.json')))
  if (header.kind !== 'header') throw new Error('The header should parse.')
  const key = await openHeader(header.body, { kind: 'passphrase', passphrase: PASSPHRASE })
  const vault = openWriter(join(folder, 'vault.db'), key)
  vault
    .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
    .run('f'.repeat(64), Date.parse('2199-01-01T00:00:00Z'))
  vault.pragma('wal_checkpoint(TRUNCATE)')
  vault.close()
}

/** The database of a locked vault, open. */
const openDatabase = async (folder: string) => {
  const header = parseHeader(await readFile(join(folder, 'vault.json')))
  if (header.kind !== 'header') throw new Error('The header should parse.')
  const key = await openHeader(header.body, { kind: 'passphrase', passphrase: PASSPHRASE })
  return openWriter(join(folder, 'vault.db'), key)
}

/** Where a page of a table begins that is not needed to get in. */
const sparePageAt = async (folder: string): Promise<number> => {
  const vault = await openDatabase(folder)
  const page = vault
    .prepare("SELECT rootpage FROM sqlite_master WHERE name = 'releases_by_period'")
    .pluck()
    .get()
  vault.close()
  return (Number(page) - 1) * 4096
}

/** The vault as if it had last been seen open at another time. */
const seeAt = async (folder: string, lastSeenAt: string): Promise<void> => {
  const vault = await openDatabase(folder)
  vault.prepare('UPDATE vault_state SET last_seen_at = ?').run(lastSeenAt)
  vault.pragma('wal_checkpoint(TRUNCATE)')
  vault.close()
}

interface Damage {
  what: string
  title: string
  /** What the person is told to do. */
  todo: RegExp
  /** Shown only once the right passphrase was typed. */
  isAfterUnlock?: boolean
  damage: (folder: string) => Promise<void>
}

/** Without the previous copy, which would open the vault in the header's place. */
const header = async (folder: string, change: (file: string) => Promise<void>): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (name.startsWith('vault.json') && name !== 'vault.json') await rm(join(folder, name))
  }
  await change(join(folder, 'vault.json'))
}

const damages: readonly Damage[] = [
  {
    what: 'header truncated',
    title: 'The key file of your vault is damaged',
    todo: /Put vault\.json back from your backup/,
    damage: (folder) => header(folder, (file) => truncate(file, 300)),
  },
  {
    what: 'header bit-flipped',
    title: 'The key file of your vault is damaged',
    todo: /Put vault\.json back from your backup/,
    damage: (folder) => header(folder, (file) => flipBit(file, 400)),
  },
  {
    what: 'header empty',
    title: 'The key file of your vault is damaged',
    todo: /Put vault\.json back from your backup/,
    damage: (folder) => header(folder, (file) => truncate(file, 0)),
  },
  {
    what: 'header missing',
    title: 'The key file of your vault is missing',
    todo: /do not start a new vault here/,
    damage: (folder) => header(folder, (file) => rm(file)),
  },
  {
    what: 'header from the future',
    title: 'This vault was written by a newer Holdspace',
    todo: /Start the newer Holdspace/,
    damage: (folder) => header(folder, dateForward),
  },
  {
    what: 'database missing',
    title: 'The records of your vault are missing',
    todo: /Put vault\.db back from your backup/,
    damage: (folder) => rm(join(folder, 'vault.db')),
  },
  {
    what: 'database empty',
    title: 'The records of your vault are damaged',
    todo: /Copy the whole vault folder to a safe place first/,
    damage: (folder) => truncate(join(folder, 'vault.db'), 0),
  },
  {
    what: 'database truncated',
    title: 'The records of your vault are damaged',
    todo: /Copy the whole vault folder to a safe place first/,
    isAfterUnlock: true,
    damage: (folder) => truncate(join(folder, 'vault.db'), 5000),
  },
  {
    what: 'database bit-flipped where opening looks',
    title: 'The records of your vault are damaged',
    todo: /Copy the whole vault folder to a safe place first/,
    isAfterUnlock: true,
    damage: (folder) => flipBit(join(folder, 'vault.db'), 100),
  },
  {
    what: 'database from the future',
    title: 'This vault was written by a newer Holdspace',
    todo: /Start the newer Holdspace/,
    isAfterUnlock: true,
    damage: migrateForward,
  },
]

const expectNoOffer = async (page: Page, what: string): Promise<void> => {
  await expect(page.getByRole('button', { name: 'Create vault' }), what).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Name shown in meetings' }), what).toHaveCount(0)
}

test('whatever is wrong with the files: said, kept byte for byte, never created over', async ({
  console: holdspace,
}) => {
  const { page, dataDir } = holdspace
  await firstStart(page)
  await lockConsole(page)
  for (const { what, title, todo, isAfterUnlock, damage } of damages) {
    await test.step(what, async () => {
      const folder = await freshFolder()
      let shell: ShellProcess | null = null
      try {
        await cp(dataDir, folder.path, { recursive: true })
        await damage(folder.path)
        const before = await hashesOf(folder.path)
        shell = await startShell({ dataDir: folder.path })
        await page.goto('about:blank')
        await page.goto(shell.url)
        if (isAfterUnlock) await unlock(page)
        await expect(page.getByText(title).first(), what).toBeVisible()
        await expect(page.getByText(todo), what).toBeVisible()
        await expect(
          page.getByText('Nothing was changed, and no new vault is made over it.', { exact: false }),
        ).toBeVisible()
        await expectNoOffer(page, what)
        await page.getByRole('button', { name: 'Try again' }).click()
        await expect(page.getByText('Looked again. It is still so.')).toBeVisible()
        await expect(page.getByText(title).first(), what).toBeVisible()
        await expectNoOffer(page, what)
        // Help is there whatever is broken.
        await expect(page.getByRole('button', { name: 'Crisis numbers' })).toBeVisible()
        await shell.stop()
        expect(await hashesOf(folder.path), what).toEqual(before)
      } finally {
        await shell?.stop()
        await folder.forget()
      }
    })
  }
})

test('the recovery key opens the vault; wrong secrets wait, longer each time, and lose nothing', async ({
  console: holdspace,
}) => {
  const { page, dataDir } = holdspace
  const recoveryKey = await firstStart(page)
  await lockConsole(page)

  await test.step('wrong tries count down, and the wait is kept to', async () => {
    const timer = page.getByRole('timer')
    // The wait doubles with each try. The last is long enough to be looked at on a busy machine.
    for (const seconds of [1, 2, 4, 8, 16]) {
      const startedAtMs = Date.now()
      await unlock(page, 'not the passphrase at all')
      await expect(page.getByText('That passphrase does not open this vault')).toBeVisible()
      if (seconds === 16) {
        await expect(timer).toHaveText(/^You can try again in \d+ seconds?\.$/)
        // The right one is not even tried while the wait lasts, and stays in the box.
        await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
        await page.keyboard.press('Enter')
        await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeDisabled()
      }
      await expect(timer).toHaveCount(0)
      expect(Date.now() - startedAtMs).toBeGreaterThanOrEqual(seconds * 1000)
    }
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toHaveValue(PASSPHRASE)
  })

  await test.step('a slip in the key is told apart and costs no wait; the key as printed opens', async () => {
    await page.getByRole('button', { name: 'Use the printed recovery key instead' }).click()
    const box = page.getByRole('textbox', { name: 'Recovery key' })
    const last = recoveryKey.endsWith('7') ? '8' : '7'
    await box.fill(recoveryKey.slice(0, -1) + last)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(page.getByText('There is a slip in the recovery key')).toBeVisible()
    await expect(page.getByRole('timer')).toHaveCount(0)
    await box.fill(recoveryKey.toLowerCase())
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Lock console' })).toBeVisible()
  })

  await test.step('what follows is said in a strip that holds its acts in the largest words too', async () => {
    const size = page.viewportSize()
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.evaluate(() => {
      document.documentElement.dataset.textSize = 'largest'
    })
    const strip = page
      .locator('div:has(> [role="status"])')
      .filter({ hasText: 'Your recovery sheet opened the vault' })
      .last()
    await expect.poll(() => strip.evaluate((at) => at.scrollHeight - at.clientHeight)).toBe(0)
    const bottom = await strip.evaluate((at) => at.getBoundingClientRect().bottom)
    const main = page.getByRole('navigation', { name: 'Main' })
    expect(await main.evaluate((at) => at.getBoundingClientRect().top)).toBeGreaterThanOrEqual(bottom - 1)
    await page.evaluate(() => {
      document.documentElement.dataset.textSize = 'usual'
    })
    if (size) await page.setViewportSize(size)
  })

  await test.step('without the key file: the earlier copy is used and named; without both, the backup is', async () => {
    await lockConsole(page)
    const file = join(dataDir, 'vault.json')
    const previous = join(dataDir, 'vault.json.previous')
    const bytes = await readFile(file)
    await truncate(file, 100)
    await holdspace.restart()
    await expect(page.getByText('An earlier copy of the key file is in use')).toBeVisible()
    await unlock(page)
    await expect(page.getByRole('button', { name: 'Lock console' })).toBeVisible()
    await lockConsole(page)
    await rm(file)
    await rename(previous, `${previous}-away`)
    await holdspace.restart()
    await expect(page.getByText('The key file of your vault is missing')).toBeVisible()
    await expectNoOffer(page, 'both key files away')
    await writeFile(file, bytes)
    await page.getByRole('button', { name: 'Try again' }).click()
    await unlock(page)
    await expect(page.getByRole('button', { name: 'Lock console' })).toBeVisible()
  })
})

test('a damaged page, a missing last save, a clock that ran back, a folder that is gone: said, with what can be done', async ({
  console: holdspace,
}) => {
  const { page, dataDir } = holdspace
  await firstStart(page)
  await lockConsole(page)
  const inside = page.getByRole('button', { name: 'Lock console' })
  const onCopy = async (
    change: (folder: string) => Promise<void>,
    look: (folder: string) => Promise<void>,
  ) => {
    const folder = await freshFolder()
    let shell: ShellProcess | null = null
    try {
      await cp(dataDir, folder.path, { recursive: true })
      await change(folder.path)
      shell = await startShell({ dataDir: folder.path })
      await page.goto('about:blank')
      await page.goto(shell.url)
      await unlock(page)
      await look(folder.path)
    } finally {
      await shell?.stop()
      await folder.forget()
    }
  }

  await test.step('a damaged page: only read, and help is there', async () => {
    await onCopy(
      async (folder) => {
        await flipBit(join(folder, 'vault.db'), (await sparePageAt(folder)) + 2000)
      },
      async () => {
        await expect(page.getByRole('heading', { name: 'Part of your vault is damaged' })).toBeVisible()
        await expect(page.getByText(/Copy the whole vault folder to a safe place first/)).toBeVisible()
        await expect(page.getByRole('button', { name: 'Crisis numbers' })).toBeVisible()
        const backups = await freshFolder()
        await page.getByRole('button', { name: 'Save what can be read' }).click()
        await page.getByRole('textbox', { name: 'Folder for backups' }).fill(backups.path)
        await page.keyboard.press('Enter')
        await expect(page.getByText('What can be read is saved')).toBeVisible()
        expect(await readdir(backups.path)).toHaveLength(1)
        await backups.forget()
        await page.getByRole('button', { name: 'See what can be read' }).click()
        await expect(inside).toBeVisible()
        await expect(
          page.getByRole('alert').filter({ hasText: 'Part of your vault is damaged' }),
        ).toBeVisible()
      },
    )
  })

  await test.step('the note of the last save is gone: asked once, and gone on from there', async () => {
    await onCopy(
      (folder) => rm(join(folder, 'vault.changes')),
      async () => {
        await expect(
          page.getByRole('heading', { name: 'This may not be the newest state of your vault' }),
        ).toBeVisible()
        await page.getByRole('button', { name: 'Go on from here' }).click()
        await expect(inside).toBeVisible()
        await lockConsole(page)
        await unlock(page)
        await expect(inside).toBeVisible()
      },
    )
  })

  await test.step('a clock that ran back: asked before the console, and believed when it is right', async () => {
    await onCopy(
      (folder) => seeAt(folder, '2090-01-01T12:00:00.000Z'),
      async () => {
        await expect(page.getByRole('heading', { name: /^Is it .*\?$/ })).toBeVisible()
        await expect(page.getByRole('button', { name: 'Crisis numbers' })).toBeVisible()
        await page.getByRole('button', { name: 'No, the clock is wrong' }).click()
        await expect(page.getByText('This computer’s clock is wrong')).toBeVisible()
        await lockConsole(page)
        await unlock(page)
        await page.getByRole('button', { name: 'Yes, that is right' }).click()
        await expect(inside).toBeVisible()
        await expect(page.getByText('This computer’s clock is wrong')).toHaveCount(0)
      },
    )
  })

  await test.step('the folder goes while it is open: the strip says so, and what is typed stays', async () => {
    await onCopy(
      async () => {},
      async (folder) => {
        await goTo(page, 'What is kept')
        await page.getByRole('button', { name: 'Change the name shown in meetings' }).click()
        const box = page.getByRole('textbox', { name: 'Name shown in meetings' })
        await box.fill('A name that must not be lost')
        await rename(folder, `${folder}-away`)
        await page.getByRole('button', { name: 'Save name' }).click()
        await expect(
          page.getByRole('alert').filter({ hasText: 'Your vault is not where it was' }),
        ).toBeVisible()
        await expect(box).toHaveValue('A name that must not be lost')
        await rename(`${folder}-away`, folder)
      },
    )
  })
})
