/**
 * @file The list of keys by role and key: opened by `?`, each key changed, put back, and stored in the vault.
 */
import { screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openRealCore, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { changedKeys, setKeyBindings, useKeyBindings } from '../key-bindings'
import { wipePageStores } from '../page-store'
import { ChangedKeys, useKey } from '../ui/keys'
import { KeysDialog } from './KeysDialog'

let real: RealCore
const lock = vi.fn()
const quiet = vi.fn()
const Keys = () => {
  useKey({ code: 'KeyL', isAlt: true, shownAs: 'Alt L' }, 'Lock the room', lock)
  useKey({ code: 'KeyQ', isAlt: true, shownAs: 'Alt Q' }, 'Quiet the room', quiet)
  return <input aria-label="Words" />
}

const WithChanges = ({ children }: { children: ReactNode }) => (
  <ChangedKeys value={changedKeys(useKeyBindings())}>{children}</ChangedKeys>
)

beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'River', passphrase: 'correct horse battery staple' })
  connectTo(real.core)
})
afterEach(() => {
  wipePageStores()
  setKeyBindings({})
  lock.mockClear()
  quiet.mockClear()
  real.core.close()
})

const open = async () => {
  const drawn = renderInConsole(
    <WithChanges>
      <Keys />
      <KeysDialog />
    </WithChanges>,
  )
  await drawn.user.keyboard('?')
  await screen.findByRole('dialog', { name: 'Keys' })
  return drawn
}
const inDialog = () => within(screen.getByRole('dialog', { name: 'Keys' }))
const row = (does: string) => screen.getByText(does, { selector: 'dd' }).parentElement?.textContent

describe('the list of keys', () => {
  it('opens by the sign wherever it lies, and never while somebody types', async () => {
    const { user } = renderInConsole(
      <WithChanges>
        <Keys />
        <KeysDialog />
      </WithChanges>,
    )
    await user.type(screen.getByRole('textbox', { name: 'Words' }), 'ready?')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Words' })).toHaveProperty('value', 'ready?')
  })

  it('changes a key: the new one acts, the old one does not, and the vault has it', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Change the key: Lock the room' }))
    await user.keyboard('{F2}')
    await waitFor(() => expect(inDialog().getByRole('status').textContent).toBe('Lock the room: F2 now.'))
    expect(row('Lock the room')).toContain('F2')
    expect(lock).not.toHaveBeenCalled()
    await user.keyboard('{Escape}')
    await user.keyboard('{Alt>}l{/Alt}')
    expect(lock).not.toHaveBeenCalled()
    await user.keyboard('{F2}')
    expect(lock).toHaveBeenCalledTimes(1)
    expect(await real.client.vault.keyBindings()).toEqual({ 'Alt+L': 'F2' })
  })

  it('says whose key it is, and what cannot be one, and changes nothing', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Change the key: Lock the room' }))
    await user.keyboard('{Alt>}q{/Alt}')
    expect(inDialog().getByRole('alert').textContent).toContain('Alt Q is used already: Quiet the room')
    await user.keyboard('x')
    expect(inDialog().getByRole('alert').textContent).toContain('That key cannot be used here')
    await user.keyboard('{Escape}')
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeDefined()
    expect(row('Lock the room')).toContain('Alt L')
    expect([quiet.mock.calls, await real.client.vault.keyBindings()]).toEqual([[], {}])
  })

  it('takes over what is kept, and puts a key back', async () => {
    await real.client.vault.changeKeyBindings({ 'Alt+L': 'Alt+Shift+L' })
    const { user } = await open()
    await waitFor(() => expect(row('Lock the room')).toContain('Alt Shift L'))
    await user.click(screen.getByRole('button', { name: 'Put the key back: Lock the room' }))
    await waitFor(() => expect(row('Lock the room')).toContain('Alt L'))
    await waitFor(async () => expect(await real.client.vault.keyBindings()).toEqual({}))
  })

  it('says which act gave way to a key that was chosen before it was there, and where it is now', async () => {
    await real.client.vault.changeKeyBindings({ 'Alt+L': 'Alt+Q' })
    const { user } = await open()
    await waitFor(() => expect(row('Lock the room')).toContain('Alt Q'))
    expect(row('Quiet the room')).toContain('Alt Shift Q')
    expect(
      inDialog().getByText(
        'Alt Q is yours for something else (Lock the room). So Alt Shift Q does what Alt Q would have done: Quiet the room.',
      ),
    ).toBeDefined()
    await user.keyboard('{Escape}')
    await user.keyboard('{Alt>}q{/Alt}')
    expect([lock.mock.calls.length, quiet.mock.calls.length]).toEqual([1, 0])
    await user.keyboard('{Alt>}{Shift>}Q{/Shift}{/Alt}')
    expect([lock.mock.calls.length, quiet.mock.calls.length]).toEqual([1, 1])
  })

  it('says so when the change could not be stored', async () => {
    const { user } = await open()
    await real.client.vault.lock()
    await user.click(screen.getByRole('button', { name: 'Change the key: Lock the room' }))
    await user.keyboard('{F8}')
    await waitFor(() => expect(inDialog().getByRole('alert').textContent).toContain('could not be stored'))
    expect(row('Lock the room')).toContain('F8')
  })
})
