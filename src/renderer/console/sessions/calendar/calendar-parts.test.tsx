/** @file A group from a calendar file and back into one, by role and key over a real core. */
import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { GroupPage } from '../GroupPage'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  vi.unstubAllGlobals()
})
const opened = async () => {
  const real = openRealCore(new Date().toISOString())
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'test-circle' })
  connectTo(real.core)
  return real
}
const calendar = (event: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n${event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const fileInput = () => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is no place for a file.')
  return input
}

it('fills a new group from a file by a press of its own, and keeps a name that was typed', async () => {
  const real = await opened()
  const { user } = renderInConsole(<GroupPage groupId={null} />)
  await user.type(await screen.findByRole('textbox', { name: 'Group name' }), 'Tuesday circle')
  const text = calendar(
    'DTSTART;TZID=Mountain Standard Time:20261203T183000\r\nDURATION:PT75M\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:From a calendar',
  )
  await user.upload(fileInput(), new File([text], 'mine.ics', { type: 'text/calendar' }))
  await screen.findByRole('radio', { name: /From a calendar: every Thursday at 18:30/ })
  expect(screen.getByLabelText('Begins at')).toHaveProperty('value', '19:00')
  await user.click(screen.getByRole('button', { name: 'Fill in' }))
  expect(document.activeElement?.textContent).toContain('Fill in from a calendar file')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect
    .poll(() => real.client.sessions.groups())
    .toMatchObject([
      {
        name: 'Tuesday circle',
        weekday: 4,
        startsAtLocal: '18:30',
        timeZone: 'America/Denver',
        plannedMinutes: 75,
      },
    ])
})

it('says of a file that is none what it is, and keeps the form', async () => {
  await opened()
  const { user } = renderInConsole(<GroupPage groupId={null} />)
  const name = await screen.findByRole('textbox', { name: 'Group name' })
  await user.type(name, 'Tuesday circle')
  await user.upload(fileInput(), new File(['%PDF-1.7'], 'mine.ics', { type: 'text/calendar' }))
  await screen.findByText('This is not a calendar file, or it is damaged')
  expect(name).toHaveProperty('value', 'Tuesday circle')
})

it('hands over a file without the group’s name, unless it was asked for', async () => {
  const real = await opened()
  const group = await real.client.sessions.createGroup({
    name: 'Grief after suicide',
    charterId: 'test-circle',
    server: { kind: 'rehearsal' },
    serverOperator: null,
    isServerApproved: false,
    secondServer: null,
    weekday: 2,
    startsAtLocal: '19:00',
    timeZone: 'America/Denver',
    plannedMinutes: 90,
    registeredCount: 8,
  })
  const handed: Blob[] = []
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) handed.push(blob)
    return 'blob:of-this-test'
  }
  URL.revokeObjectURL = () => {}
  const { user } = renderInConsole(<GroupPage groupId={group.id} />)
  await user.click(await screen.findByRole('button', { name: 'Save a calendar file' }))
  await screen.findByText(/Handed over as sessions.ics/)
  await user.click(screen.getByRole('checkbox', { name: 'With the group’s name' }))
  await user.click(screen.getByRole('button', { name: 'Save a calendar file' }))
  await expect.poll(() => handed.length).toBe(2)
  const [plain, named] = await Promise.all(handed.map((blob) => blob.text()))
  expect(plain).toContain('SUMMARY:Group')
  expect(plain).not.toContain('Grief')
  expect(named).toContain('SUMMARY:Grief after suicide')
  expect(plain).toMatch(/DTSTART;TZID=America\/Denver:\d{8}T190000/)
})
