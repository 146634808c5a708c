/** @file The next session says until when people can cancel without cost, where the charter has such hours. */
import { screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import '../words'
import { NextSession } from './NextSession'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
const shown = async (id: string, beforeStartMs: number) => {
  const real = openRealCore(undefined, [shippedPack(id)])
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  await real.client.sessions.createGroup({ ...groupDraft, charterId: id, isServerApproved: true })
  const [session] = await real.client.sessions.upcoming()
  if (!session) throw new Error('No session was scheduled.')
  renderInConsole(
    <NextSession session={session} group={undefined} nowMs={Date.parse(session.plannedAt) - beforeStartMs} />,
  )
  await screen.findByText(`${shippedPack(id).name} charter`)
}
const HOUR_MS = 3_600_000
const free = () => screen.queryByText(/People can cancel without cost until/)?.textContent ?? ''

it('says until when people can cancel without cost, a day before the start', async () => {
  await shown('heypeers', 30 * HOUR_MS)
  // Tuesday at seven in the group's own zone is the start: the same hour of the day before.
  expect(free()).toContain('Monday, 19:00')
})

it('says nothing of it once it has passed, or where the charter names no hours', async () => {
  await shown('heypeers', 23 * HOUR_MS)
  expect(free()).toBe('')
})

it('says nothing of it where the charter names no hours', async () => {
  await shown('heartfelt', 30 * HOUR_MS)
  expect(free()).toBe('')
})
