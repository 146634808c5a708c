/** @file A debrief handed to a lead by keyboard alone: chosen, looked at, sealed, noted, asked for back, forgotten. */
import { readFileSync } from 'node:fs'
import { armor, Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { button, press, type } from '../fixtures/by-keyboard'
import { expect, test } from '../fixtures/console'
import { firstStart, goTo } from '../fixtures/steps'

test('a debrief is handed to a lead, by keyboard alone', async ({ console: holdspace }) => {
  const { page } = holdspace
  const identity = await generateIdentity()
  const key = await identityToRecipient(identity)
  await firstStart(page, { charter: /^HeartSupport/ })
  await goTo(page, 'Debrief')

  await test.step('only what is saved is offered', async () => {
    await press(page, page.getByRole('link', { name: 'New debrief' }).first())
    await page.getByRole('heading', { level: 1, name: 'New debrief' }).waitFor()
    await type(page, 'Debrief', 'I stayed quiet when a hard story came. Write to someone@example.org.')
    const handOn = page.getByRole('link', { name: 'Hand this to my lead volunteer' })
    await expect(page.getByText(/^Draft kept at/)).toBeVisible()
    await expect(handOn).toHaveCount(0)
    await press(page, button(page, 'Keep it'))
    await press(page, button(page, 'Save debrief'))
    await expect(page.getByText(/^Debrief saved at/)).toBeVisible()
    await press(page, handOn)
    await expect(page.getByRole('heading', { level: 1, name: 'Hand-off' })).toBeFocused()
  })

  await test.step('nothing is chosen; what was kept for oneself is asked about again', async () => {
    const part = page.getByRole('checkbox', { name: 'Debrief' })
    await expect(part).not.toBeChecked()
    await expect(
      page.getByText('The names of the room are gone from memory.', { exact: false }),
    ).toBeVisible()
    await press(page, part, 'Space')
    await expect(page.getByText('One place to look at before it can leave.')).toBeVisible()
    await type(page, 'Agency or role', 'Lead volunteer')
    await type(page, 'Their key', key)
    await press(page, button(page, 'Keep this key'))
    await press(page, page.getByRole('radio', { name: /^Lead volunteer, key ending in/ }), 'Space')
    await expect(button(page, 'Seal and save the file')).toHaveCount(0)
    await page.getByRole('heading', { level: 1 }).focus()
    await press(page, button(page, 'Keep it'))
    await expect(page.getByText('Nothing was found in what you chose.')).toBeVisible()
  })

  let number = ''
  await test.step('what is shown is what leaves, and only the key opens it', async () => {
    const preview = page.getByRole('region', { name: 'Exactly what leaves' }).locator('pre')
    const shown = await preview.evaluate((element) => element.textContent)
    const download = page.waitForEvent('download')
    await press(page, button(page, 'Seal and save the file'))
    const file = await download
    number = /^handoff-([0-9A-F]{8}-[0-9A-F]{4})\.txt\.age$/.exec(file.suggestedFilename())?.[1] ?? ''
    expect(number).not.toBe('')
    const sealed = readFileSync(await file.path(), 'utf8')
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const opened = await decrypter.decrypt(armor.decode(sealed), 'text')
    expect(opened).toBe(shown)
    expect(opened).toContain(`Hand-off ${number}`)
    expect(opened).not.toContain('Sam')
    expect(JSON.parse(opened.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      holdspaceHandOff: 2,
      number,
      charter: { id: 'heartsupport' },
      answers: [
        { path: 'text', words: 'I stayed quiet when a hard story came. Write to someone@example.org.' },
      ],
    })
    await expect(page.getByRole('heading', { name: 'Given to be saved' })).toBeFocused()
  })

  await test.step('asking for it back is a message; a note is kept, and can be forgotten', async () => {
    await goTo(page, 'Debrief')
    const list = page.getByRole('region', { name: 'Handed on' })
    await expect(list).toContainText(number)
    await expect(list).toContainText(`Lead volunteer, key ending in ${key.slice(-8)}`)
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await press(page, button(page, `Copy a message that asks for ${number} back`))
    await expect(page.getByRole('textbox', { name: 'Text to copy' })).toHaveValue(
      new RegExp(`^Please delete the hand-off ${number} `),
    )
    await page.keyboard.press('Escape')
    await goTo(page, 'What is kept')
    await press(page, button(page, 'Show entries: Hand-offs'))
    const card = page.getByRole('region', { name: 'Hand-offs', exact: true })
    await expect(card).toContainText(`${number}, Lead volunteer`)
    await press(page, card.getByRole('button', { name: /^Forget/ }))
    await expect(page.getByText('Nothing of it was found.', { exact: false })).toBeVisible()
    await goTo(page, 'Debrief')
    await expect(page.getByRole('region', { name: 'Handed on' })).toHaveCount(0)
  })
})
