/** @file The page How are you? by role and key, over a real core. */
import { screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { WellbeingCheckId } from '../../../contract/primitives'
import { wellbeingQuestions } from '../../../contract/wellbeing'
import english from '../words/en/wellbeing.json'
import { WellbeingPage } from './WellbeingPage'
import { leadOf, noChoices, questions, whereTo } from './where-to'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
const opened = async (before?: (client: RealCore['client']) => Promise<void>) => {
  const real = openRealCore(new Date().toISOString())
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.conduct.saveCrisisSettings({
    region: 'US-CO',
    onCall: { role: 'Lead on call', number: '303 555 0100' },
    groupContact: null,
  })
  await before?.(real.client)
  connectTo(real.core)
  return { real, ...renderInConsole(<WellbeingPage />) }
}
const newId = () => WellbeingCheckId.parse(crypto.randomUUID())
const help = () => screen.queryByRole('region', { name: 'Where to turn' })

it('asks by taps alone, nothing chosen before, no box for words', async () => {
  await opened()
  expect(screen.getAllByRole('radiogroup')).toHaveLength(5)
  expect(screen.getAllByRole('radio').filter((radio) => radio.matches(':checked'))).toEqual([])
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(help()).toBeNull()
})

it('has words for every question and choice', () => {
  for (const question of questions) {
    const words: Record<string, string> = english.ask[question]
    for (const name of ['question', 'short', ...wellbeingQuestions[question]]) {
      expect(words[name], `${question}.${name}`).toMatch(/\S/)
    }
  }
})

it('keeps one answer, says until when, lists it in words, and takes it back', async () => {
  const { real, user } = await opened()
  await user.click(screen.getByRole('radio', { name: 'A bit tired' }))
  expect(help()).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Keep this check' }))
  const heading = await screen.findByRole('heading', { name: 'Kept' })
  await expect.poll(() => document.activeElement).toBe(heading)
  expect(document.body.textContent).toContain('It goes by itself on')
  const before = screen.getByRole('region', { name: 'Before' })
  expect(await within(before).findByText('Tired: A bit tired')).toBeTruthy()
  expect((await real.client.wellbeing.list()).checks).toMatchObject([
    { answers: { ...noChoices, tired: 'aBitTired' } },
  ])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('Taken back. Your answers are here again.')).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'A bit tired' }).matches(':checked')).toBe(true)
  expect((await real.client.wellbeing.list()).totalCount).toBe(0)
})

it('keeps nothing where nothing is chosen, and says so; answers can be cleared', async () => {
  const { real, user } = await opened()
  await user.click(screen.getByRole('radio', { name: 'Rested' }))
  await user.click(screen.getByRole('button', { name: 'Clear the answers' }))
  await user.click(screen.getByRole('button', { name: 'Keep this check' }))
  expect(await screen.findByText('Nothing is chosen yet, so nothing was kept.')).toBeTruthy()
  expect((await real.client.wellbeing.list()).totalCount).toBe(0)
})

it.each([
  ['I have nothing left', '303 555 0100'],
  ['It keeps me awake', '988'],
  ['I dread it', '303 555 0100'],
  ['Nobody', '988'],
  ['I need a debrief', 'Go to your debriefs'],
  ['I am not well, I want help', '911'],
])('leads somewhere at once, before anything is kept: %s', async (choice, shown) => {
  const { real, user } = await opened()
  await user.click(screen.getByRole('radio', { name: choice }))
  const region = await screen.findByRole('region', { name: 'Where to turn' })
  expect((await within(region).findAllByText(shown, { exact: false })).length).toBeGreaterThan(0)
  expect(within(region).getByRole('link', { name: 'Go to your debriefs' }).getAttribute('href')).toBe(
    '/debrief',
  )
  expect((await real.client.wellbeing.list()).totalCount).toBe(0)
  // It stays once the check is kept.
  await user.click(screen.getByRole('button', { name: 'Keep this check' }))
  await screen.findByRole('heading', { name: 'Kept' })
  expect(help()).not.toBeNull()
})

it('speaks to the facilitator, who is the person it is about, and follows the place that they choose', async () => {
  const { user } = await opened()
  await user.click(screen.getByRole('radio', { name: 'I am not well, I want help' }))
  const turn = await screen.findByRole('region', { name: 'Where to turn' })
  expect(await within(turn).findByText(/^For .*Colorado.* If you are somewhere else/)).toBeTruthy()
  await user.selectOptions(within(turn).getByRole('combobox', { name: 'Where you are' }), 'WORLD')
  expect(await within(turn).findByText('Somebody near you', { exact: false })).toBeTruthy()
  expect(turn.textContent).not.toMatch(/the person/)
})

it('shows the emergency number first to who is not well, whatever else was answered', () => {
  expect(whereTo({ ...noChoices, tired: 'nothingLeft', wish: 'notWell' })).toBe('now')
  expect(whereTo({ ...noChoices, next: 'dread', wish: 'debrief' })).toBe('somebody')
  expect(whereTo({ ...noChoices, tired: 'veryTired', wish: 'nothing' })).toBeNull()
  expect(leadOf('wish', 'debrief')).toBe('debrief')
})

it('forgets all after one question, says what was proved, and starts anew', async () => {
  const { real, user } = await opened(async (client) => {
    await client.wellbeing.keep({ checkId: newId(), answers: { ...noChoices, tired: 'rested' } })
    await client.wellbeing.keep({ checkId: newId(), answers: { ...noChoices, talk: 'did' } })
  })
  await user.click(await screen.findByRole('button', { name: 'Forget all checks' }))
  await user.click(screen.getByRole('button', { name: 'Keep them' }))
  expect((await real.client.wellbeing.list()).totalCount).toBe(2)
  await user.click(screen.getByRole('button', { name: 'Forget all checks' }))
  await user.click(screen.getByRole('button', { name: 'Forget them all' }))
  const said = await screen.findByText('nothing of them was found', { exact: false })
  await expect.poll(() => document.activeElement).toBe(said)
  expect(await screen.findByText('Nothing is kept yet.')).toBeTruthy()
  expect(await real.client.wellbeing.list()).toMatchObject({ keyId: null, totalCount: 0 })
})
