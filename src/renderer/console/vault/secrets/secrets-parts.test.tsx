/**
 * @file Another passphrase, the test of a sheet, and new secrets after recovery, by role and key over a real core.
 * @vitest-environment jsdom
 */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { VaultStatus } from '../../../../contract/vault'
import { queries } from '../../queries'
import { VaultStrip } from '../after-unlock/VaultStrip'
import { RecoveryPage } from '../sheet/RecoveryPage'
import { ChangePassphrase } from './ChangePassphrase'
import { PassphrasePage } from './PassphrasePage'

const NEXT = 'three herons on a frozen canal'
let real: RealCore
let recoveryKey = ''
beforeEach(async () => {
  real = openRealCore(new Date().toISOString())
  connectTo(real.core)
  recoveryKey = (await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })).recoveryKey
})
afterEach(() => real.core.close())

const opens = async (secretKind: 'passphrase' | 'recoveryKey', secret: string): Promise<boolean> => {
  await real.client.vault.lock()
  real.clock.advance(120_000)
  return real.client.vault.unlock({ secretKind, secret }).then(
    () => true,
    () => false,
  )
}
const box = (name: string) => screen.getByRole('textbox', { name })

it('a passphrase is changed by key alone; a short new one and a wrong old one change nothing', async () => {
  const { user } = renderInConsole(<ChangePassphrase />)
  await user.type(box('Passphrase now'), `${PASSPHRASE}{Enter}`)
  await waitFor(() => expect(document.activeElement).toBe(box('New passphrase')))
  await user.keyboard('too short{Enter}')
  expect((await screen.findAllByText(/characters to go/)).length).toBeGreaterThan(0)
  expect(screen.queryByText('Your passphrase is changed')).toBeNull()
  await user.clear(box('New passphrase'))
  await user.type(box('New passphrase'), `${NEXT}{Enter}`)
  await screen.findByText('Your passphrase is changed')
  expect(box('Passphrase now')).toHaveProperty('value', '')
  expect(box('New passphrase')).toHaveProperty('value', '')
  await user.type(box('Passphrase now'), PASSPHRASE)
  await user.type(box('New passphrase'), `${NEXT} again{Enter}`)
  await screen.findByText('That passphrase does not open this vault')
  expect(screen.queryByText('Your passphrase is changed')).toBeNull()
  expect(document.activeElement).toBe(box('Passphrase now'))
  expect(await opens('passphrase', PASSPHRASE)).toBe(false)
  expect(await opens('passphrase', NEXT)).toBe(true)
})

it('a sheet is tested: right, slipped, and old; the vault stays open and the right key leaves the page', async () => {
  const { user } = renderInConsole(<RecoveryPage />)
  const key = box('Recovery key')
  const test = screen.getByRole('button', { name: 'Test the sheet' })
  await user.click(test)
  await screen.findByText('Type your recovery key first.')
  expect(document.activeElement).toBe(key)
  await user.type(key, `${recoveryKey.slice(0, -2)}{Enter}`)
  await screen.findByText('There is a slip in the recovery key')
  await user.clear(key)
  await user.type(key, `${recoveryKey}{Enter}`)
  await screen.findByText('This sheet opens your vault')
  expect(key).toHaveProperty('value', '')
  await real.client.vault.renewRecoverySheet({ passphrase: PASSPHRASE })
  await user.type(key, `${recoveryKey}{Enter}`)
  await screen.findByText('This sheet does not open this vault')
  expect((await real.client.vault.status()).state).toBe('unlocked')
})

/** What stands after unlocking by the recovery key. */
const recovered = async () => {
  await real.client.vault.lock()
  await real.client.vault.unlock({ secretKind: 'recoveryKey', secret: recoveryKey })
  const status = await real.client.vault.status()
  if (status.state !== 'unlocked') throw new Error('It did not open.')
  return status
}

it('after recovery a new passphrase brings a new sheet at once, and the sheet is shown until it is on paper', async () => {
  await recovered()
  const { user, queryClient } = renderInConsole(<PassphrasePage />)
  const take = await screen.findByRole('button', { name: 'Save it and make a new sheet' })
  await user.click(take)
  expect(document.activeElement).toBe(box('New passphrase'))
  await user.keyboard(`${NEXT}{Enter}`)
  const fresh = (await screen.findByTestId('recovery-key')).textContent ?? ''
  // The status says by now that nothing is to be replaced: the sheet stays.
  await queryClient.invalidateQueries()
  expect(await real.client.vault.status()).toMatchObject({ isRecovered: false })
  expect(screen.getByTestId('recovery-key').textContent).toBe(fresh)
  await user.click(screen.getByRole('checkbox', { name: 'I have printed or written it down' }))
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await screen.findByRole('textbox', { name: 'Passphrase now' })
  expect(await opens('recoveryKey', recoveryKey)).toBe(false)
  expect(await opens('passphrase', PASSPHRASE)).toBe(false)
  expect(await opens('recoveryKey', fresh)).toBe(true)
  expect(await opens('passphrase', NEXT)).toBe(true)
})

it.each([
  ['a second Enter in the same moment', false],
  ['a status that comes before the answer', true],
])('%s does not lose the new key', async (_, isStatusFirst) => {
  const before = await recovered()
  const { user, queryClient } = renderInConsole(<PassphrasePage />)
  await screen.findByRole('button', { name: 'Save it and make a new sheet' })
  await user.type(box('New passphrase'), NEXT)
  const next = box('New passphrase')
  fireEvent.keyDown(next, { key: 'Enter' })
  fireEvent.keyDown(next, { key: 'Enter' })
  fireEvent.click(screen.getByRole('button', { name: 'Save it and make a new sheet' }))
  if (isStatusFirst) {
    const after: VaultStatus = { ...before, isRecovered: false }
    act(() => void queryClient.setQueryData(queries.vault.status.queryKey(), () => after))
  }
  const fresh = (await screen.findByTestId('recovery-key')).textContent ?? ''
  // Whatever else was on its way has been answered by then.
  await real.client.vault.testRecoverySheet({ recoveryKey: fresh })
  await queryClient.invalidateQueries()
  expect(screen.getByTestId('recovery-key').textContent).toBe(fresh)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(await opens('recoveryKey', fresh)).toBe(true)
  expect(await opens('passphrase', NEXT)).toBe(true)
})

it('the offer after recovery stands above the console, and is put away without changing anything', async () => {
  const status = await recovered()
  const { user, rerender } = renderInConsole(<VaultStrip status={status} />)
  await user.click(screen.getByRole('button', { name: 'Choose a new passphrase' }))
  expect(location.hash).toBe('#/passphrase')
  await user.click(screen.getByRole('button', { name: 'Leave both as they are' }))
  await waitFor(async () => expect(await real.client.vault.status()).toMatchObject({ isRecovered: false }))
  rerender(<VaultStrip status={{ ...status, isRecovered: false }} />)
  expect(screen.queryByText('Choose a new passphrase')).toBeNull()
  expect(await opens('recoveryKey', recoveryKey)).toBe(true)
  expect(await opens('passphrase', PASSPHRASE)).toBe(true)
})
