/**
 * @file First start by role and key, over a real core: the sheet is at stake until it is confirmed, one can go back,
 * and a start that was left goes on where it was left.
 */
import { afterEach, expect, it, vi } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { readAtStake } from '../../at-stake'
import { RecoverySheet } from '../../vault/sheet/RecoverySheet'
import { FirstStart } from './FirstStart'

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
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
})

const leftAfterTheVault = async () => {
  const real = openCore()
  const { recoveryKey } = await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  return { ...real, recoveryKey }
}

it('left on the sheet, it goes on with a new one, and comes to its end with every step', async () => {
  const real = await leftAfterTheVault()
  const onDone = vi.fn()
  const { user, findByRole, findByText, getByRole, findAllByRole, queryByRole, getByTestId } =
    renderInConsole(<FirstStart isResumed onDone={onDone} />)
  await findByText('The recovery key cannot be shown again')
  expect(queryByRole('button', { name: 'Back' })).toBeNull()
  await user.type(await findByRole('textbox', { name: 'Passphrase' }), `${PASSPHRASE}{Enter}`)
  const paper = await findByRole('checkbox', { name: 'I have printed or written it down' })
  expect(getByTestId('recovery-key').textContent).not.toBe(real.recoveryKey)
  expect(readAtStake()).toEqual(['recoverySheet'])
  await user.click(paper)
  await user.click(getByRole('button', { name: 'Go on' }))
  await findByRole('heading', { name: 'Choose your charter' })
  expect((await real.client.vault.profile()).recoverySheetConfirmedAt).not.toBeNull()
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
  expect((await real.client.vault.profile()).firstStartDoneAt).toBeNull()
  await user.click(await findByRole('button', { name: 'Later' }))
  await user.click(getByRole('button', { name: 'Later' }))
  expect(onDone).toHaveBeenCalled()
  await vi.waitFor(async () => expect((await real.client.vault.profile()).firstStartDoneAt).not.toBeNull())
})

it('asks what the person does where the vault is made, and offers who leads the desk alone', async () => {
  const real = openCore()
  const { user, findByRole, getByRole, getAllByRole, queryByRole } = renderInConsole(
    <FirstStart onDone={vi.fn()} />,
  )
  expect(getAllByRole('radio').map((one) => one.getAttribute('value'))).toEqual([
    'facilitates',
    'leads',
    'both',
  ])
  expect(getByRole('radio', { name: 'I facilitate' })).toHaveProperty('checked', true)
  await user.click(getByRole('radio', { name: 'I lead facilitators' }))
  await user.type(getByRole('textbox', { name: 'Name shown in meetings' }), 'Robin')
  await user.type(getByRole('textbox', { name: 'Passphrase' }), `${PASSPHRASE}{Enter}`)
  await user.click(await findByRole('checkbox', { name: 'I have printed or written it down' }))
  expect((await real.client.vault.profile()).work).toBe('leads')
  await user.click(getByRole('button', { name: 'Go on' }))
  await user.click(await findByRole('radio', { name: 'Counting circle' }))
  await user.click(getByRole('button', { name: 'Go on' }))
  await user.click(await findByRole('button', { name: 'Later' }))
  await findByRole('button', { name: 'Go to the desk' })
  expect(queryByRole('button', { name: 'A guided first evening' })).toBeNull()
})

it('who has the sheet on paper says so and goes on', async () => {
  const real = await leftAfterTheVault()
  const { user, findByRole } = renderInConsole(<FirstStart isResumed onDone={vi.fn()} />)
  await user.click(await findByRole('button', { name: 'I have it on paper' }))
  await findByRole('heading', { name: 'Choose your charter' })
  expect((await real.client.vault.profile()).recoverySheetConfirmedAt).not.toBeNull()
})

it.each([
  ['the charter', 'Choose your charter', 0],
  ['the contacts', 'Who is there for you', 1],
  ['the end', 'Your vault is ready', 2],
] as const)('left before %s, it goes on there', async (_, title, doneCount) => {
  const real = await leftAfterTheVault()
  await real.client.vault.confirmRecoverySheet()
  const [charter] = (await real.client.charters.list()).charters
  if (doneCount > 0) await real.client.charters.choose({ charterId: charter?.id ?? '' })
  if (doneCount > 1) await real.client.conduct.saveCrisisSettings({ region: 'US', onCall: null })
  const { findByRole } = renderInConsole(<FirstStart isResumed onDone={vi.fn()} />)
  await findByRole('heading', { name: title })
})
