/**
 * @file First start by role and key, over a real core: the sheet is at stake until it is confirmed, one can go back,
 * and a start that was left goes on where it was left.
 * @vitest-environment jsdom
 */
import { afterEach, expect, it, vi } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { readAtStake } from '../../at-stake'
import { FirstStart } from './FirstStart'
import { RecoverySheet } from './RecoverySheet'

const cores: ReturnType<typeof openRealCore>[] = []
afterEach(() => {
  vi.unstubAllGlobals()
  for (const { core } of cores.splice(0)) core.close()
})
const openCore = () => {
  const real = openRealCore()
  cores.push(real)
  connectTo(real.core)
  return real
}

it('the recovery sheet is at stake until it is confirmed, and is printed as often as one likes', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const onDone = vi.fn()
  const { user, getByRole } = renderInConsole(<RecoverySheet recoveryKey="AAAA-BBBB" onDone={onDone} />)
  const goOn = getByRole('button', { name: 'Go on' })
  expect(readAtStake()).toEqual(['recoverySheet'])
  expect(goOn).toHaveProperty('disabled', true)
  await user.tab()
  await user.keyboard('{Enter}{Enter}')
  expect(print).toHaveBeenCalledTimes(2)
  await user.tab()
  expect(document.activeElement).toBe(getByRole('checkbox', { name: 'I have printed or written it down' }))
  await user.keyboard(' ')
  expect(readAtStake()).toEqual([])
  await user.tab()
  await user.keyboard('{Enter}')
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('left on the sheet, it goes on at the charter, and says what became of the key', async () => {
  const real = openCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  const onDone = vi.fn()
  const { user, findByRole, findByText, getByRole, findAllByRole, queryByRole } = renderInConsole(
    <FirstStart isResumed onDone={onDone} />,
  )
  await findByText('The recovery key cannot be shown again')
  expect(queryByRole('button', { name: 'Back' })).toBeNull()
  const [charter] = await findAllByRole('radio')
  if (charter) await user.click(charter)
  await user.click(getByRole('button', { name: 'Go on' }))
  await findByRole('heading', { name: 'Who is there for you' })
  expect(await real.client.charters.chosen()).not.toBeNull()
  await user.click(getByRole('button', { name: 'Back' }))
  await findByRole('heading', { name: 'Choose your charter' })
  await user.click(await findByRole('button', { name: 'Go on' }))
  await user.click(await findByRole('button', { name: 'Later' }))
  await findByRole('heading', { name: 'Your vault is ready' })
  await user.click(getByRole('button', { name: 'Back' }))
  await findByRole('heading', { name: 'Who is there for you' })
  expect(onDone).not.toHaveBeenCalled()
})
