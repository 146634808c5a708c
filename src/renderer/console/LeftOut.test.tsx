/** @file The notice beside a list: nothing where all of it is read, how many where not, and that it is not known where nothing answers. */
import { screen, waitFor } from '@testing-library/react'
import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { groupDraft } from '../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../tests/fixtures/render'
import { LeftOut } from './LeftOut'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A vault of one group whose row does not read back. */
const openDamaged = async (): Promise<RealCore> => {
  const real = openRealCore()
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.sessions.createGroup(groupDraft)
  real.core.vault.access.write((vault) => {
    vault.run(sql`UPDATE groups SET time_zone = 'nowhere'`)
  })
  return real
}

it('says how many of its lists cannot be read, and asks for no other', async () => {
  const real = await openDamaged()
  connectTo(real.core)
  const { rerender, queryClient } = renderInConsole(<LeftOut of={['sessions']} />)
  await waitFor(() => expect(queryClient.getQueryCache().getAll()[0]?.state.data).toEqual([]))
  expect(screen.queryByText(/cannot be read|could not be/)).toBeNull()
  rerender(<LeftOut of={['groups', 'sessions']} />)
  expect(await screen.findByText('1 entry cannot be read')).toBeTruthy()
})

it('says that it is not known where the question fails, and asks again', async () => {
  const real = await openDamaged()
  let isAnswered = false
  connectTo(real.core, () => {
    if (!isAnswered) throw new Error('It does not answer.')
  })
  const { user } = renderInConsole(<LeftOut of={['groups']} />)
  expect(await screen.findByText(/could not be checked/)).toBeTruthy()
  isAnswered = true
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('1 entry cannot be read')).toBeTruthy()
})
