/**
 * @file Two people in two data folders, by keyboard alone: a facilitator hands off, a lead opens and answers, the
 * facilitator reads and replies, the lead reads the reply, and the hand-off is asked for back.
 */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { button, press, type } from '../fixtures/by-keyboard'
import { expect, test } from '../fixtures/console'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { firstStart, goTo, painted } from '../fixtures/steps'

interface Carried {
  name: string
  text: string
}
/** What a press gives to be saved. */
const given = async (page: Page, control: Locator): Promise<Carried> => {
  const download = page.waitForEvent('download')
  await press(page, control)
  const file = await download
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}
/** Opens it, by the system's own choice of files. */
const open = async (page: Page, name: string, { name: fileName, text }: Carried): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await press(page, button(page, name))
  await (await chooser).setFiles({ name: fileName, mimeType: 'text/plain', buffer: Buffer.from(text) })
}
const wordsOfKey = (page: Page) =>
  page.getByRole('list', { name: 'Words of the key' }).getByRole('listitem').allTextContents()

test('a hand-off is opened, answered, replied to and asked for back', async ({
  console: holdspace,
  browser,
}) => {
  const folder = await freshFolder()
  const shell = await startShell({ dataDir: folder.path })
  const context = await browser.newContext()
  try {
    const lead = await context.newPage()
    await lead.goto(shell.url)
    await painted(lead)
    const { page } = holdspace

    await firstStart(lead, { charter: /^HeartSupport/ })
    await goTo(lead, 'Settings')
    await press(lead, lead.getByRole('radio', { name: 'I facilitate' }), 'ArrowUp')
    await goTo(lead, 'Inbox')
    await press(lead, button(lead, 'Make a key'))
    const key = (await lead.getByText(/^age1/).textContent()) ?? ''
    const spoken = await wordsOfKey(lead)
    expect(spoken).toHaveLength(8)

    await firstStart(page, { charter: /^HeartSupport/ })
    await goTo(page, 'Debrief')
    await press(page, page.getByRole('link', { name: 'New debrief' }).first())
    await page.getByRole('heading', { level: 1, name: 'New debrief' }).waitFor()
    await type(page, 'Debrief', 'I stayed quiet when a hard story came.')
    await press(page, button(page, 'Save debrief'))
    await expect(page.getByText(/^Debrief saved at/)).toBeVisible()
    await press(page, page.getByRole('link', { name: 'Hand this to my lead volunteer' }))
    await press(page, page.getByRole('checkbox', { name: 'Debrief' }), 'Space')
    await type(page, 'Agency or role', 'Lead volunteer')
    await type(page, 'Their key', key)
    await press(page, button(page, 'Keep this key'))
    await press(page, page.getByRole('radio', { name: /^Lead volunteer, key ending in/ }), 'Space')
    expect(await wordsOfKey(page)).toEqual(spoken)
    await press(page, page.getByRole('checkbox', { name: 'Let an answer be sealed to my own key' }), 'Space')
    await press(page, button(page, 'Make a key'))
    const handOff = await given(page, button(page, 'Seal and save the file'))
    const number = /^handoff-(.*)\.txt\.age$/.exec(handOff.name)?.[1] ?? ''

    await open(lead, 'Open a file', handOff)
    await expect(lead.getByText('I stayed quiet when a hard story came.')).toBeVisible()
    await expect(lead.getByRole('heading', { level: 1, name: `Hand-off ${number}` })).toBeVisible()
    await press(lead, lead.getByRole('checkbox', { name: 'Silence' }), 'Space')
    await type(lead, 'What I value in how you supported', 'You let the story have its time.')
    const answer = await given(lead, button(lead, 'Seal and save the answer'))
    expect(answer.name).toBe(`feedback-${number}.txt.age`)

    await goTo(page, 'Debrief')
    await open(page, 'Open an answer', answer)
    const shown = page.getByRole('region', { name: `Answer to ${number}` })
    await expect(shown).toContainText('You let the story have its time.')
    await type(page, 'Your reply', 'Thank you. That helps.')
    const reply = await given(page, button(page, 'Seal and save the reply'))

    await goTo(lead, 'Inbox')
    await open(lead, 'Open a file', reply)
    await expect(lead.getByRole('region', { name: 'Their reply' })).toContainText('Thank you. That helps.')
    await goTo(lead, 'Inbox')
    await open(lead, 'Open a file', handOff)
    await expect(lead.getByText('The very same file was taken in before.')).toBeVisible()
    await open(lead, 'Open a file', answer)
    await expect(lead.getByText(/^It is sealed to another key than yours/)).toBeVisible()

    const ask = await given(page, button(page, `Save a file that asks for ${number} back`))
    await open(lead, 'Open a file', ask)
    await expect(
      lead.getByText(
        `${number} was asked for back. None of its words are here, and its file is not taken in any more.`,
      ),
    ).toBeVisible()
    await press(lead, lead.getByRole('link', { name: new RegExp(`^${number}`) }))
    await expect(lead.getByText(/It was asked for back, and its words are forgotten/)).toBeVisible()
    await expect(lead.getByText('I stayed quiet when a hard story came.')).toHaveCount(0)
  } finally {
    await context.close()
    await shell.stop()
    await folder.forget()
  }
})
