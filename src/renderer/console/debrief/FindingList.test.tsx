/**
 * @file What the linter found, by role and key: a name cannot be left in, a pattern can.
 */
import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../tests/fixtures/render'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import { FindingList } from './FindingList'
import type { Finding } from './linter'

registerWords('debrief', words)

const name: Finding = { kind: 'roomName', severity: 'blocks', start: 0, end: 4 }
const email: Finding = { kind: 'email', severity: 'warns', start: 5, end: 12 }
const show = (findings: readonly Finding[]) => {
  const onShow = vi.fn()
  const onLeaveIn = vi.fn()
  const onReword = vi.fn()
  const { user } = renderInConsole(
    <FindingList
      id="found"
      fieldLabel="Debrief"
      text="Wren a@b.org"
      findings={findings}
      onShow={onShow}
      onLeaveIn={onLeaveIn}
      onReword={onReword}
    />,
  )
  return { user, onShow, onLeaveIn, onReword }
}

describe('the list of findings', () => {
  it('is not there where nothing was found', () => {
    show([])
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('names its field, shows the words and leads to them by key', async () => {
    const { user, onShow } = show([name, email])
    const items = within(screen.getByRole('list', { name: 'To look at in: Debrief' })).getAllByRole(
      'listitem',
    )
    expect(items.map((item) => item.textContent.slice(0, 7))).toEqual(['WrenA n', 'a@b.org'])
    await user.tab()
    await user.keyboard('{Enter}')
    expect(onShow).toHaveBeenCalledWith(name)
  })

  it('lets a pattern be left in, never a name', async () => {
    const { user, onLeaveIn } = show([name, email])
    const keep = screen.getAllByRole('button', { name: 'Keep it' })
    expect(keep).toHaveLength(1)
    keep[0]?.focus()
    await user.keyboard(' ')
    expect(onLeaveIn).toHaveBeenCalledWith(email)
  })

  it('says why a word is taken for a name, and lets it be left in', async () => {
    const { user, onLeaveIn } = show([{ ...name, severity: 'warns', likeness: 'misspelt' }])
    expect(screen.getByText(/in another spelling/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Keep it' }))
    expect(onLeaveIn).toHaveBeenCalled()
  })

  it('offers other words for a name, with a capital where a sentence begins', async () => {
    const { user, onReword } = show([name, email])
    await user.click(screen.getByRole('button', { name: 'Write “somebody”' }))
    expect(onReword).toHaveBeenCalledWith(name, 'Somebody')
  })

  it('says how many more there are', () => {
    show(Array.from({ length: 11 }, (_, at) => ({ ...email, start: at, end: at + 1 })))
    expect(screen.getByText('And 3 more.')).toBeTruthy()
  })
})
