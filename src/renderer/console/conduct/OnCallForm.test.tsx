/**
 * @file Region and on-call contact: a region must be chosen, what is kept comes back, what is refused is said.
 */
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { CrisisInPlace } from './CrisisInPlace'
import { OnCallForm } from './OnCallForm'

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
})
afterEach(() => real.core.close())

const region = () => screen.getByRole('combobox', { name: 'Region' })
const role = () => screen.getByRole('textbox', { name: 'Role of the person on call' })
const number = () => screen.getByRole('textbox', { name: 'Their number' })

it('guesses no region from the charter, and asks for one', async () => {
  await real.client.charters.choose({ charterId: 'test-circle' })
  let isSaved = false
  const { user, findByRole } = renderInConsole(
    <OnCallForm saveLabel="Save" onSaved={() => (isSaved = true)} cancelLabel="Later" onCancel={() => {}} />,
  )
  await findByRole('combobox', { name: 'Region' })
  expect(region()).toHaveProperty('value', '')
  await user.type(role(), 'Lead volunteer')
  await user.type(number(), '303 555 0188')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(document.activeElement).toBe(region())
  expect(screen.getByText(/Choose where the people in your groups are/)).toBeTruthy()
  expect(await real.client.conduct.crisisSettings()).toEqual({
    region: null,
    onCall: null,
    groupContact: null,
  })
  // Nothing typed is gone.
  expect(role()).toHaveProperty('value', 'Lead volunteer')
  await user.selectOptions(region(), 'Colorado, United States')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(isSaved).toBe(true))
  expect(await real.client.conduct.crisisSettings()).toEqual({
    region: 'US-CO',
    onCall: { role: 'Lead volunteer', number: '303 555 0188' },
    groupContact: null,
  })
})

it('keeps anywhere else and every country as an answer, by name and never by code', async () => {
  const { user, findByRole } = renderInConsole(
    <OnCallForm saveLabel="Save" onSaved={() => {}} cancelLabel="Later" onCancel={() => {}} />,
  )
  await findByRole('combobox', { name: 'Region' })
  const names = screen.getAllByRole('option').map(({ textContent }) => textContent)
  expect(names).toEqual(expect.arrayContaining(['Japan', 'Scotland, United Kingdom', 'Anywhere else']))
  expect(names.filter((name) => /^[A-Z]{2}(-|$)|, [A-Z]{2,3}$/.test(name))).toEqual([])
  await user.selectOptions(region(), 'Anywhere else')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(async () => expect((await real.client.conduct.crisisSettings()).region).toBe('WORLD'))
})

it('wants role and number together', async () => {
  const { user, findByRole } = renderInConsole(
    <OnCallForm saveLabel="Save" onSaved={() => {}} cancelLabel="Later" onCancel={() => {}} />,
  )
  await findByRole('combobox', { name: 'Region' })
  await user.selectOptions(region(), 'IE')
  await user.type(number(), '01 555 0188')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText(/Type both the role and the number/)).toBeTruthy()
  expect(document.activeElement).toBe(role())
})

it('says where it could not be kept, with everything still typed', async () => {
  const { user, findByRole } = renderInConsole(
    <OnCallForm saveLabel="Save" onSaved={() => {}} cancelLabel="Later" onCancel={() => {}} />,
  )
  await findByRole('combobox', { name: 'Region' })
  await user.selectOptions(region(), 'IE')
  await real.client.vault.lock()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('The contact was not saved')
  expect(region()).toHaveProperty('value', 'IE')
})

it('shows each number with its sources, their dates, and that nobody checked it', async () => {
  await real.client.conduct.saveCrisisSettings({ region: 'GB-SCT', onCall: null })
  const { user, findByRole, findByText } = renderInConsole(<CrisisInPlace />)
  await findByText('Scotland, United Kingdom')
  await findByText(/From: Breathing Space, NHS 24, read on November 26, 2026\./)
  expect(screen.getByText(/North Edinburgh News \(not the service’s own page\)/)).toBeTruthy()
  expect(screen.getAllByText(/Not checked by us\./).length).toBeGreaterThan(5)
  await user.click(await findByRole('button', { name: 'Change region or on-call contact' }))
  await findByRole('combobox', { name: 'Region' })
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  const opener = await findByRole('button', { name: 'Change region or on-call contact' })
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

it('has a contact for everyone in a field of its own, and says whose each is', async () => {
  const { user, findByRole, unmount } = renderInConsole(
    <OnCallForm saveLabel="Save" onSaved={() => {}} cancelLabel="Later" onCancel={() => {}} />,
  )
  await findByRole('combobox', { name: 'Region' })
  const contact = () => screen.getByRole('textbox', { name: 'How the group reaches us afterwards' })
  await user.selectOptions(region(), 'IE')
  await user.type(role(), 'Lead volunteer')
  await user.type(number(), '01 555 0188')
  await user.type(contact(), 'call 01-555-01 88')
  expect(screen.getByText('This is the number of the person on call')).toBeTruthy()
  await user.clear(contact())
  expect(screen.queryByText('This is the number of the person on call')).toBeNull()
  await user.type(contact(), 'write to [[us]')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(document.activeElement).toBe(contact())
  expect(screen.getByText('Leave out braces and brackets.')).toBeTruthy()
  expect((await real.client.conduct.crisisSettings()).region).toBeNull()
  await user.clear(contact())
  await user.type(contact(), 'hello@circle.example')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(async () =>
    expect(await real.client.conduct.crisisSettings()).toEqual({
      region: 'IE',
      onCall: { role: 'Lead volunteer', number: '01 555 0188' },
      groupContact: 'hello@circle.example',
    }),
  )
  unmount()
  renderInConsole(<CrisisInPlace />)
  expect(await screen.findByText('The group is told to reach us through: hello@circle.example')).toBeTruthy()
  expect(screen.getByText('On call: Lead volunteer, 01 555 0188')).toBeTruthy()
})
