/**
 * @file One person's actions and the room's controls, by role and key.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { CharterPack } from '../../../../contract/charters'
import { readSaidSteps } from '../../conduct/ladder/said-steps'
import { wipePageStores } from '../../page-store'
import { join as joins } from '../live/stand-in-evening'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { PlayedColumn } from './people-column.fixture'
import { playRoom } from './played-room.fixture'
import { Shelf } from './Shelf'

const charterA = CharterPack.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../../resources/charters/heartfelt.json'), 'utf8'),
  ),
)
const openedCard = vi.fn()

const shown = async (...names: string[]) => {
  const played = await playRoom(...names)
  played.draw()
  const { user } = renderInConsole(<PlayedColumn played={played} pack={charterA} onOpenCard={openedCard} />)
  return { ...played, user, look: () => act(() => void played.draw()) }
}

describe('a name', () => {
  it('that is long is whole on the removing button and above, and is cut in its middle beside a verb', async () => {
    const long = 'Alexandra Featherstonehaugh the Third'
    const { user } = await shown(long)
    await user.click(screen.getByRole('button', { name: new RegExp(`^${long}`) }))
    screen.getByRole('heading', { name: long })
    const remove = screen.getByRole('button', { name: 'Remove from room' })
    expect(within(remove).getByText(long).tagName).toBe('BDI')
    const ask = screen.getByRole('button', { name: `Ask ${long} to unmute` })
    expect(ask.textContent).toBe('Ask Alexandra Fe…h the Third to unmute')
  })

  it('that runs from right to left turns no verb round', async () => {
    const { user } = await shown('רות בת עמי')
    await user.click(screen.getByRole('button', { name: /^רות/ }))
    expect(screen.getByRole('button', { name: /unmute/ }).textContent).toBe(
      'Ask \u2068רות בת עמי\u2069 to unmute',
    )
  })
})

describe('a person', () => {
  it('is opened and left by key, and the keyboard goes back to their line', async () => {
    const { user } = await shown('Wren')
    const row = screen.getByRole('button', { name: /^Wren/ })
    row.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Wren' }))
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(row)
  })

  it('keeps the words typed to them while somebody else is looked at', async () => {
    const { user } = await shown('Wren', 'Oak')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await user.type(screen.getByRole('textbox', { name: 'Private message' }), 'I see you')
    await user.click(screen.getByRole('button', { name: /^Oak/ }))
    expect(screen.getByRole('textbox', { name: 'Private message' })).toHaveProperty('value', '')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    expect(screen.getByRole('textbox', { name: 'Private message' })).toHaveProperty('value', 'I see you')
  })

  it('is written to, and what was sent can be read afterwards', async () => {
    const { user, look, settled } = await shown('Wren')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await user.type(screen.getByRole('textbox', { name: 'Private message' }), 'I see you')
    await user.click(screen.getByRole('button', { name: 'Send private message' }))
    await settled()
    look()
    expect(screen.getByRole('list', { name: 'What you wrote to them' }).textContent).toMatch(
      /I see youSent \d\d:\d\d/,
    )
  })

  it('is removed by a button that names them, and the door is shut first', async () => {
    const { user, left } = await shown('Wren')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await user.click(screen.getByRole('button', { name: 'Remove from room', description: 'Wren' }))
    expect(left()).toEqual(['toggleLobby', 'kickParticipant'])
  })

  it('by our name, by a word of ours, or by the name of another is marked; we are not', async () => {
    await shown('me', 'You', 'Facilitator', 'Wren', 'wren', 'Oak')
    const words = (index: number) =>
      screen.getAllByRole('listitem').map(({ textContent }) => textContent)[index]
    expect(words(0)).toMatch(/^You.*facilitator$/)
    expect(words(1)).toContain('Same name as yours')
    expect(words(2)).toContain('A guest by this name')
    expect(words(3)).toContain('A guest by this name')
    expect(words(4)).toContain('Same name as wren')
    expect(words(5)).toContain('Same name as Wren')
    expect(words(6)).not.toContain('name')
    // Our own line is no button and bears a sign that no guest can give themselves.
    const own = within(screen.getAllByRole('listitem')[0] ?? document.body)
    expect(own.queryByRole('button')).toBeNull()
    expect(document.querySelectorAll('[data-self="true"]')).toHaveLength(1)
  })
})

describe('the steps before removal', () => {
  afterEach(() => act(wipePageStores))

  const opened = async () => {
    const one = await shown('Wren', 'Oak')
    await one.user.click(screen.getByRole('button', { name: /^Wren/ }))
    return one
  }
  const about = () => screen.getByRole('combobox', { name: 'What it is about' })
  const step = () => screen.getByRole('combobox', { name: 'Step' })
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Private message' })
  const put = () => screen.getByRole('button', { name: 'Put into the message box' })
  const ladder = () => screen.getByRole('region', { name: 'Steps before removal' })
  const reasonOf = (id: string) => charterA.reasons.find((reason) => reason.id === id)

  it('offer the reasons of the charter, conduct and safety apart', async () => {
    await opened()
    const groups = within(about()).getAllByRole('group')
    const kinds = ['conduct', 'safety'] as const
    for (const [index, kind] of kinds.entries()) {
      const options = within(groups[index] ?? document.body).getAllByRole('option')
      expect(options.map(({ textContent }) => textContent)).toEqual(
        charterA.reasons.filter((reason) => reason.kind === kind).map(({ label }) => label),
      )
    }
  })

  it('put the words of a step into the box by one key and send them by another, and nothing by choosing', async () => {
    const { user, left, look, settled } = await opened()
    await user.selectOptions(about(), 'talking-over')
    expect(step()).toHaveProperty('value', 'remind')
    // Every step is looked at, none is sent and none is put anywhere.
    for (const { kind } of charterA.settings.ladder.value) await user.selectOptions(step(), kind)
    for (const { id } of charterA.reasons) await user.selectOptions(about(), id)
    expect([left(), box().value]).toEqual([[], ''])
    await user.selectOptions(about(), 'talking-over')
    put().focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(box())
    expect(box().value).toBe(reasonOf('talking-over')?.say)
    expect(ladder().textContent).toContain('In the message box. Not sent.')
    expect(left()).toEqual([])
    await user.keyboard('{Enter}')
    expect(left()).toEqual(['sendPrivateMessage'])
    await settled()
    look()
    const list = screen.getByRole('list', { name: 'Steps so far' })
    expect(list.textContent).toMatch(/Kept talking over others: a kind reminder\. Sent \d\d:\d\d\./)
  })

  it('do not leave by a key held down from the button before', async () => {
    const { user, left } = await opened()
    await user.selectOptions(about(), 'no-room')
    put().focus()
    await user.keyboard('{Enter>3/}')
    expect(box().value).toBe(reasonOf('no-room')?.say)
    expect(left()).toEqual([])
  })

  it('put the next words in place of those put there before, and keep what was typed', async () => {
    const { user } = await opened()
    await user.type(box(), 'Dear Wren,')
    await user.selectOptions(about(), 'talking-over')
    await user.click(put())
    await user.selectOptions(step(), 'warn')
    await user.click(put())
    const warning = charterA.settings.ladder.value.find(({ kind }) => kind === 'warn')?.say
    expect(box().value).toBe(`Dear Wren,\n${warning}`)
  })

  it('begin one further after a step was said, and say what was said only while it was not taken back', async () => {
    const { user } = await opened()
    await user.selectOptions(about(), 'talking-over')
    await user.click(screen.getByRole('button', { name: 'I said it aloud' }))
    expect(screen.getByRole('button', { name: 'I said it aloud', pressed: true })).toBeTruthy()
    expect(screen.getByRole('list', { name: 'Steps so far' }).textContent).toContain('Said aloud')
    await user.selectOptions(about(), '')
    await user.selectOptions(about(), 'talking-over')
    expect(step()).toHaveProperty('value', 'warn')
    // Another reason begins anew, and nothing is said of it to somebody else.
    await user.selectOptions(about(), 'no-room')
    expect(step()).toHaveProperty('value', 'remind')
    await user.click(screen.getByRole('button', { name: /^Oak/ }))
    expect(screen.queryByRole('list', { name: 'Steps so far' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    expect(about()).toHaveProperty('value', 'talking-over')
    await user.selectOptions(step(), 'remind')
    await user.click(screen.getByRole('button', { name: 'I said it aloud', pressed: true }))
    expect(screen.queryByRole('list', { name: 'Steps so far' })).toBeNull()
  })

  it('offer removal at once for a red line, by the button that names the person', async () => {
    const { user, left } = await opened()
    await user.selectOptions(about(), 'harassment')
    expect(step()).toHaveProperty('value', 'remove')
    expect(ladder().textContent).toContain('offers removal at once')
    expect(left()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Remove from room', description: 'Wren' }))
    expect(left()).toEqual(['toggleLobby', 'kickParticipant'])
  })

  it('lead to a crisis card for a need, and to no step', async () => {
    const { user } = await opened()
    await user.selectOptions(about(), 'frightened-at-home')
    expect(screen.queryByRole('combobox', { name: 'Step' })).toBeNull()
    expect(ladder().textContent).not.toMatch(/remov(?!al\.)/i)
    await user.click(screen.getByRole('button', { name: 'Open the card: Somebody is frightened at home' }))
    expect(openedCard).toHaveBeenLastCalledWith('frightened-at-home')
  })

  it('are still known once we came back to the room ourselves', async () => {
    const { user, page, look } = await opened()
    await user.selectOptions(about(), 'talking-over')
    await user.click(screen.getByRole('button', { name: 'I said it aloud' }))
    page().event({ name: 'left' })
    look()
    page().event({ name: 'joined', id: 'me2', displayName: 'Me' })
    page().event(joins('guest-1', 'Wren'))
    look()
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    expect(screen.getByRole('list', { name: 'Steps so far' }).textContent).toContain('Said aloud')
    await user.selectOptions(about(), '')
    await user.selectOptions(about(), 'talking-over')
    expect(step()).toHaveProperty('value', 'warn')
  })

  it('are forgotten as the console locks', async () => {
    const { user } = await opened()
    await user.selectOptions(about(), 'talking-over')
    await user.click(screen.getByRole('button', { name: 'I said it aloud' }))
    expect(readSaidSteps()).toHaveLength(1)
    act(() => wipePageStores())
    expect(readSaidSteps()).toEqual([])
    expect(screen.queryByRole('list', { name: 'Steps so far' })).toBeNull()
  })
})

describe('the controls', () => {
  const shelf = async () => {
    const played = await playRoom('Wren')
    played.draw()
    const acts = { onLock: vi.fn(), onQuiet: vi.fn(), onPause: vi.fn(), onCrisis: vi.fn(), onEnd: vi.fn() }
    const Controls = () => <Shelf snapshot={useRoomSnapshot(played.room)} isShown {...acts} />
    const { user } = renderInConsole(<Controls />)
    return { ...played, ...acts, user, look: () => act(() => void played.draw()) }
  }

  it('stand in their order, each with its key, and none without an act', async () => {
    const { user, onLock, onQuiet, onPause, onCrisis, onEnd } = await shelf()
    expect(screen.getAllByRole('button').map((button) => button.title)).toEqual([
      'Lock the room (Alt L)',
      'Quiet the room (Alt Q)',
      'Pause the room (Alt U)',
      'Crisis cards (Alt C)',
      'End for everyone (Alt E)',
    ])
    for (const letter of 'LQUCE') await user.keyboard(`{Alt>}[Key${letter}]{/Alt}`)
    for (const act_ of [onLock, onQuiet, onPause, onCrisis, onEnd]) expect(act_).toHaveBeenCalledOnce()
  })

  it('after leaving, only the crisis cards act', async () => {
    const { user, page, look, onLock, onQuiet, onPause, onCrisis, onEnd } = await shelf()
    page().event({ name: 'kicked', kickedId: 'me', isSelf: true })
    look()
    for (const letter of 'LQUCE') await user.keyboard(`{Alt>}[Key${letter}]{/Alt}`)
    for (const button of screen.getAllByRole('button')) await user.click(button)
    for (const act_ of [onLock, onQuiet, onPause, onEnd]) expect(act_).not.toHaveBeenCalled()
    expect(onCrisis).toHaveBeenCalledTimes(2)
  })
})
