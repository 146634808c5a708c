/** @file The line that offers the wellbeing check: there in calm, and not within an hour before a session. */
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { groupDraft } from '../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE } from '../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../tests/fixtures/render'
import { WellbeingOffer } from './WellbeingOffer'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A console whose one group meets so many minutes from now. */
const beforeSession = async (minutes: number) => {
  const now = new Date()
  const real = openRealCore(now.toISOString())
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  // A session begins on a full minute.
  const at = new Date(Math.ceil(now.getTime() / 60_000) * 60_000 + minutes * 60_000)
  await real.client.sessions.createGroup({
    ...groupDraft,
    timeZone: 'UTC',
    weekday: at.getUTCDay() === 0 ? 7 : at.getUTCDay(),
    startsAtLocal: at.toISOString().slice(11, 16),
  })
  const answered: string[] = []
  connectTo(real.core, (procedure) => answered.push(procedure))
  const shown = renderInConsole(<WellbeingOffer />)
  await waitFor(() => expect(answered).toContain('sessions.upcoming'))
  await waitFor(() => expect(shown.queryClient.isFetching()).toBe(0))
  expect(shown.queryClient.getQueryCache().getAll()[0]?.state.status).toBe('success')
  return answered
}

it('is not there within an hour before a session', async () => {
  await beforeSession(30)
  expect(screen.queryByRole('link')).toBeNull()
})

it('is one quiet line at any other time, and asks for nothing that was answered before', async () => {
  const answered = await beforeSession(120)
  expect((await screen.findByRole('link', { name: 'How are you?' })).getAttribute('href')).toBe('/wellbeing')
  expect(screen.queryByRole('button')).toBeNull()
  expect([...new Set(answered)]).toEqual(['sessions.upcoming'])
})
