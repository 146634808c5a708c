/** @file The page of a sealed report: what is being written to it goes with it, and a name is asked about each time. */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { ReportId } from '../../../../contract/primitives'
import { readAtStake } from '../../at-stake'
import { wipePageStores } from '../../page-store'
import { ReportPage } from '../ReportPage'

let real: RealCore
beforeEach(async () => {
  real = openRealCore(undefined, [soundPack()])
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
})
afterEach(() => {
  wipePageStores()
  real.core.close()
})

const sealOne = async (): Promise<ReportId> => {
  const { id, body } = await real.client.reporting.start({ charterId: 'test-circle' })
  const { changedAt } = await real.client.reporting.save({
    reportId: id,
    body: {
      ...body,
      person: { ...body.person, name: { kind: 'known', value: 'Maren Hill', setAside: null } },
    },
  })
  await real.client.reporting.seal({ reportId: id, changedAt })
  return id
}

it('takes what was being written to it with it, and leaves nothing to be asked about', async () => {
  const reportId = await sealOne()
  await real.client.reporting.noteHandOver({
    reportId,
    isSaidNoName: false,
    handOver: {
      recipient: 'police',
      agency: 'Police',
      method: 'phone',
      handedAt: real.clock.now().toISOString(),
      outcome: 'accepted',
      reference: null,
    },
  })
  const { user } = renderInConsole(<ReportPage reportId={reportId} />)
  await user.click(await screen.findByRole('button', { name: 'Note that you gave it' }))
  await user.type(screen.getByRole('textbox', { name: 'Add to the report' }), 'She called')
  expect(readAtStake()).not.toEqual([])
  await user.click(screen.getByRole('button', { name: 'Shred the report' }))
  await user.click(screen.getByRole('button', { name: 'Shred it for good' }))
  await waitFor(() => expect(readAtStake()).toEqual([]))
  expect(await real.client.reporting.list()).toEqual([])
})

it('asks again about a name once the words are others', async () => {
  const { user } = renderInConsole(<ReportPage reportId={await sealOne()} />)
  await user.click(await screen.findByRole('button', { name: 'Note that you gave it' }))
  const form = within(screen.getByRole('group', { name: 'Note that you gave it' }))
  const agency = form.getByRole('textbox', { name: 'Agency, or role of the person' })
  const isNone = () => form.getByRole<HTMLInputElement>('checkbox')
  await user.type(agency, 'Hill Street police')
  await user.click(isNone())
  expect(isNone().checked).toBe(true)
  await user.type(agency, ', about Maren')
  expect(isNone().checked).toBe(false)
})
