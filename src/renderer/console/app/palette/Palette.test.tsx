/**
 * @file Find an act, by role and key: what is listed, what Enter does and what it does not, where the keyboard goes, and
 * that nothing typed stays.
 */
import { act, screen, waitFor, within } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openRealCore, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { OpenForm } from '../../duties/open-form'
import { changedKeys, setKeyBindings, useKeyBindings } from '../../key-bindings'
import { readPageStores } from '../../page-store'
import { ChangedKeys, useHeldKey, useKey, useNamedAct } from '../../ui/keys'
import { KeysDialog } from '../KeysDialog'
import { Palette } from './Palette'
import { openPalette } from './palette-state'

let real: RealCore
const lockRoom = vi.fn()
const lockConsole = vi.fn()
const quiet = vi.fn()
const hold = vi.fn()
const drills = vi.fn()
const all = [lockRoom, lockConsole, quiet, hold, drills]

const Acts = ({ isQuietPossible, hasLock }: { isQuietPossible: boolean; hasLock: boolean }) => {
  useKey(
    { code: 'KeyQ', isAlt: true, shownAs: 'Alt Q' },
    'Quiet the room',
    isQuietPossible ? quiet : undefined,
  )
  useKey({ code: 'KeyK', isAlt: true, shownAs: 'Alt K' }, 'Lock console', lockConsole)
  useHeldKey({ code: 'KeyT', isAlt: true, shownAs: 'Alt T' }, 'Talk while held', hold)
  useNamedAct('Drills', drills)
  return hasLock ? <LockRoom /> : null
}
const LockRoom = () => {
  useKey({ code: 'KeyL', isAlt: true, shownAs: 'Alt L' }, 'Lock the room', lockRoom)
  return null
}

const WithChanges = ({ children }: { children: ReactNode }) => (
  <ChangedKeys value={changedKeys(useKeyBindings())}>{children}</ChangedKeys>
)

let roomGoes = () => {}
const Page = () => {
  const [isQuietPossible, setIsQuietPossible] = useState(true)
  const [hasLock, setHasLock] = useState(true)
  roomGoes = () => setHasLock(false)
  return (
    <WithChanges>
      <input aria-label="Words" />
      <button type="button" onClick={() => setIsQuietPossible(false)}>
        Connection goes
      </button>
      <button type="button" onClick={openPalette}>
        Find an act
      </button>
      <Acts isQuietPossible={isQuietPossible} hasLock={hasLock} />
      <KeysDialog />
      <Palette />
    </WithChanges>
  )
}

beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'River', passphrase: 'correct horse battery staple' })
  connectTo(real.core)
})
afterEach(() => {
  setKeyBindings({})
  for (const one of all) one.mockClear()
  history.replaceState(null, '', '/')
  real.core.close()
})

const dialog = () => screen.queryByRole('dialog', { name: 'Find an act' })
const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Name of the act' })
/** The duty that is being typed, as its page remembers it. */
const readOpenForm = (): OpenForm | null | undefined =>
  readPageStores()
    .find(({ name }) => name === 'duties.form')
    ?.read() as OpenForm | null | undefined
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)
const marked = () => screen.queryAllByRole('option', { selected: true }).map(({ textContent }) => textContent)
const news = () => within(screen.getByRole('dialog', { name: 'Find an act' })).getByRole('status').textContent
const done = () => all.map((one) => one.mock.calls.length)
const NOTHING = [0, 0, 0, 0, 0]

const open = async () => {
  const drawn = renderInConsole(<Page />)
  const words = screen.getByRole<HTMLInputElement>('textbox', { name: 'Words' })
  await drawn.user.click(words)
  await drawn.user.keyboard('{Control>}k{/Control}')
  await screen.findByRole('dialog', { name: 'Find an act' })
  await waitFor(() => expect(document.activeElement).toBe(box()))
  return { ...drawn, words }
}

describe('find an act', () => {
  it('opens by its key from a text box, lists each act once with its key as it is now, and gives the keyboard back', async () => {
    await real.client.vault.changeKeyBindings({ 'Alt+L': 'F9' })
    const { user, words } = await open()
    await waitFor(() => expect(options()).toContain('Lock the room F9'))
    expect(options()).toEqual(
      expect.arrayContaining([
        'Drills',
        'Keys ? F1',
        'Lock console Alt K',
        'New group',
        'New duty',
        'Recovery sheet',
        'Write our own charter',
        'How are you?',
        'New report',
        'New debrief',
      ]),
    )
    expect(options().filter((one) => one?.startsWith('Find an act'))).toEqual([])
    expect(new Set(options()).size).toBe(options().length)
    await user.keyboard('{Escape}')
    expect(dialog()).toBeNull()
    expect(document.activeElement).toBe(words)
    expect(words.value).toBe('')
  })

  it('does nothing by Enter as it opens, nor where several fit, and says what to do', async () => {
    const { user } = await open()
    await user.keyboard('{Enter}')
    expect(news()).toContain('Nothing is done yet')
    await user.keyboard('lock')
    expect([options().toSorted(), marked(), news()]).toEqual([
      ['Lock console Alt K', 'Lock the room Alt L'],
      [],
      '2 acts fit',
    ])
    await user.keyboard('{Enter}')
    expect(done()).toEqual(NOTHING)
    expect(dialog()).not.toBeNull()
  })

  it('does the one that was moved to, once, after it is closed and the keyboard is back', async () => {
    const { user, words } = await open()
    let at: Element | null = null
    lockRoom.mockImplementationOnce(() => {
      at = document.activeElement
    })
    await user.keyboard('lock{ArrowDown}')
    while (!marked()[0]?.startsWith('Lock the room')) await user.keyboard('{ArrowDown}')
    expect(box().getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('option', { selected: true }).id,
    )
    await user.keyboard('{Enter}')
    expect([dialog(), done()]).toEqual([null, [1, 0, 0, 0, 0]])
    expect(at).toBe(words)
  })

  it('does the one that nothing else fits, and never for a letter or two', async () => {
    const { user } = await open()
    await user.keyboard('qu{Enter}')
    expect(done()).toEqual(NOTHING)
    await user.keyboard('i')
    expect([marked(), news()]).toEqual([['Quiet the room Alt Q'], '1 act fits. Enter: Quiet the room'])
    await user.keyboard('{Enter}')
    expect(done()).toEqual([0, 0, 1, 0, 0])
  })

  it('goes round by the arrows, and a click does what is clicked', async () => {
    const { user } = await open()
    await user.keyboard('lock{ArrowUp}')
    const last = marked()
    await user.keyboard('{ArrowDown}')
    expect(marked()).not.toEqual(last)
    await user.keyboard('{ArrowUp}')
    expect(marked()).toEqual(last)
    await user.click(screen.getByRole('option', { name: /^Lock console/ }))
    expect(done()).toEqual([0, 1, 0, 0, 0])
  })

  it('marks nothing instead of what went from the page while it was marked', async () => {
    const { user } = await open()
    await user.keyboard('lock the')
    expect(marked()).toEqual(['Lock the room Alt L'])
    act(() => roomGoes())
    expect([marked(), options(), news()]).toEqual([[], [], 'No act on this page has that name'])
    await user.clear(box())
    await user.keyboard('{Enter}')
    expect(done()).toEqual(NOTHING)
  })

  it('says that an act is not possible now, and that one lasts as long as its key is held, and does neither', async () => {
    const { user } = renderInConsole(<Page />)
    await user.click(screen.getByRole('button', { name: 'Connection goes' }))
    await user.click(screen.getByRole('button', { name: 'Find an act' }))
    await waitFor(() => expect(options()).toContain('Quiet the room not now Alt Q'))
    await user.keyboard('quiet{Enter}')
    expect(news()).toBe('Not possible now: Quiet the room')
    await user.clear(box())
    await user.keyboard('talk{Enter}')
    expect(news()).toBe('This lasts while its key is held: Talk while held, Alt T')
    expect(done()).toEqual(NOTHING)
  })

  it('forgets what was typed as it closes, and keeps it in no store', async () => {
    const { user } = await open()
    await user.keyboard('Juniper')
    expect([news(), options()]).toEqual(['No act on this page has that name', []])
    expect(JSON.stringify(readPageStores().map((one) => one.read()))).not.toContain('Juniper')
    await user.keyboard('{Enter}{Escape}')
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'Find an act' })
    expect([box().value, marked()]).toEqual(['', []])
    expect(
      ['autocomplete', 'spellcheck', 'autocorrect', 'name'].map((name) => box().getAttribute(name)),
    ).toEqual(['off', 'false', 'off', null])
  })

  it('goes to where it says, and starts a report by the charter', async () => {
    const { user } = await open()
    await user.keyboard('new report{Enter}')
    expect(dialog()).toBeNull()
    await waitFor(async () => expect(await real.client.reporting.list()).toHaveLength(1))
  })

  it('opens the form of a new duty, and leaves one that is being typed as it is', async () => {
    const { user } = await open()
    await user.keyboard('new duty{Enter}')
    expect(location.pathname).toBe('/duties')
    await waitFor(() => expect(readOpenForm()?.duty).toBeNull())
    const typing = readOpenForm()?.dutyId
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'Find an act' })
    await user.keyboard('new duty{Enter}')
    await waitFor(() => expect(dialog()).toBeNull())
    expect(readOpenForm()?.dutyId).toBe(typing)
  })

  it('opens over no question that must be answered first, and closes by its own key', async () => {
    const { user } = renderInConsole(<Page />)
    await user.keyboard('{F1}')
    await screen.findByRole('dialog', { name: 'Keys' })
    await user.keyboard('{Control>}k{/Control}')
    expect(dialog()).toBeNull()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'Find an act' })
    await user.keyboard('{Control>}k{/Control}')
    await waitFor(() => expect(dialog()).toBeNull())
  })

  it.each([
    '{Control>}{Shift>}k{/Shift}{/Control}',
    '{Control>}{Alt>}k{/Alt}{/Control}',
    '{Meta>}k{/Meta}',
    'k',
  ])('is not opened by %s', async (keys) => {
    const { user } = renderInConsole(<Page />)
    await user.keyboard(keys)
    expect(dialog()).toBeNull()
  })
})
