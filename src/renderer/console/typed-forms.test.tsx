/**
 * @file Forms that store nothing until they are saved: another page loses nothing of them, leaving asks, and only what is
 * quickly typed again gives way to the idle lock.
 * @vitest-environment jsdom
 */
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../tests/fixtures/render'
import { describeAtStake, holdsIdleLock, readAtStake, readUnstorable, registerAtStake } from './at-stake'
import { clearWordsLostAtLock, useWordsLostAtLock } from './autosave'
import { CrisisInPlace } from './conduct/CrisisInPlace'
import { wipePageStores } from './page-store'
import { KeepKey } from './recipients'
import { GroupPage } from './sessions/GroupPage'

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
})
afterEach(() => {
  act(clearWordsLostAtLock)
  real.core.close()
})

const Lost = () => (useWordsLostAtLock() ? <p>lost at the lock</p> : null)

it('a group: typed, another page, and back; leaving asks, and what was saved or left is asked about no more', async () => {
  const first = renderInConsole(<GroupPage groupId={null} />)
  await first.user.type(await screen.findByRole('textbox', { name: 'Group name' }), 'Tuesday circle')
  expect(describeAtStake('words')).toEqual(['A group that is not saved'])
  expect(readUnstorable()).toEqual(['words'])
  first.unmount()
  const second = renderInConsole(<GroupPage groupId={null} />)
  expect(await screen.findByRole('textbox', { name: 'Group name' })).toHaveProperty('value', 'Tuesday circle')
  await second.user.clear(screen.getByRole('textbox', { name: 'Group name' }))
  expect(readAtStake(), 'nothing differs any more').toEqual([])
  await second.user.type(screen.getByRole('textbox', { name: 'Group name' }), 'Circle')
  expect(readAtStake()).toEqual(['words'])
  await second.user.click(screen.getByRole('button', { name: 'Back without saving' }))
  expect(readAtStake()).toEqual([])
  second.unmount()
  renderInConsole(<GroupPage groupId={null} />)
  expect(await screen.findByRole('textbox', { name: 'Group name' })).toHaveProperty('value', '')
})

it('a key: typed, another page, and back; leaving asks until nothing is left of it', async () => {
  const first = renderInConsole(<KeepKey />)
  await first.user.type(screen.getByRole('textbox', { name: 'Agency or role' }), 'Lead')
  expect(describeAtStake('words')).toEqual(['A key that is not added'])
  expect(holdsIdleLock(), 'quickly typed again').toBe(false)
  first.unmount()
  const second = renderInConsole(<KeepKey />)
  const name = screen.getByRole('textbox', { name: 'Agency or role' })
  expect(name).toHaveProperty('value', 'Lead')
  await second.user.clear(name)
  expect(readAtStake()).toEqual([])
})

it('contacts: the form is open again with what was typed, and saving lets it go', async () => {
  const first = renderInConsole(<CrisisInPlace />)
  await first.user.click(await screen.findByRole('button', { name: 'Choose your region' }))
  await first.user.type(
    await screen.findByRole('textbox', { name: 'Role of the person on call' }),
    'Lead volunteer',
  )
  expect(describeAtStake('words')).toEqual(['Region and contacts that are not saved'])
  first.unmount()
  const second = renderInConsole(<CrisisInPlace />)
  expect(await screen.findByRole('textbox', { name: 'Role of the person on call' })).toHaveProperty(
    'value',
    'Lead volunteer',
  )
  await second.user.clear(screen.getByRole('textbox', { name: 'Role of the person on call' }))
  expect(readAtStake(), 'nothing differs any more, and the form stays').toEqual([])
  await second.user.type(
    screen.getByRole('textbox', { name: 'Role of the person on call' }),
    'Lead volunteer',
  )
  await second.user.type(screen.getByRole('textbox', { name: 'Their number' }), '303 555 0188')
  await second.user.selectOptions(screen.getByRole('combobox', { name: 'Region' }), 'Colorado, United States')
  await second.user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('button', { name: 'Change region or on-call contact' })
  expect(readAtStake()).toEqual([])
  expect((await real.client.conduct.crisisSettings()).onCall?.role).toBe('Lead volunteer')
})

it('the lock takes what is typed, says so, and is not held back by it where nobody is there', async () => {
  const { user } = renderInConsole(
    <>
      <GroupPage groupId={null} />
      <Lost />
    </>,
  )
  await user.type(await screen.findByRole('textbox', { name: 'Group name' }), 'Tuesday')
  expect(holdsIdleLock()).toBe(false)
  const letGo = registerAtStake({ kind: 'words' })
  expect(holdsIdleLock()).toBe(true)
  letGo()
  act(wipePageStores)
  expect(readAtStake()).toEqual([])
  expect(screen.getByText('lost at the lock')).toBeTruthy()
})
