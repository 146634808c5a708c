/**
 * @file The opening words, by role and key: one line large, the next by one key, how many are left.
 * @vitest-environment jsdom
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import fc from 'fast-check'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { CharterPack } from '../../../../contract/charters'
import type { Ticks } from '../../conduct'
import '../words'
import { OpeningStep } from './OpeningStep'
import { minutesAloud } from './reading-time'

const pack = CharterPack.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../../resources/charters/heartfelt.json'), 'utf8'),
  ),
)
const script = pack.openingScript
const filled = { displayName: 'Sam', groupName: 'Tuesday circle', contact: pack.organization }
const onHold = vi.fn()

const Opening = ({ isShown = true }: { isShown?: boolean }) => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const ticks: Ticks = {
    isTicked: (_phase, id) => ticked.has(id),
    tick: (_phase, id, isTicked) =>
      setTicked((now) =>
        isTicked ? new Set(now).add(id) : new Set([...now].filter((other) => other !== id)),
      ),
    error: null,
  }
  return <OpeningStep pack={pack} filled={filled} ticks={ticks} isShown={isShown} onHold={onHold} />
}

const words = () => screen.getByRole('region', { name: 'Opening words' })
const line = () => within(words()).getByRole('status').textContent
const next = () => screen.getByRole('button', { name: /^Said, next line/ })
const box = (index: number) =>
  within(screen.getByRole('list', { name: 'Checklist' })).getAllByRole('checkbox')[index]

describe('the opening words', () => {
  it('begin with one line, filled, and say how many are left and roughly how long', () => {
    renderInConsole(<Opening />)
    expect(line()).toMatch(/^Welcome to Tuesday circle\. I am Sam\./)
    expect(words().textContent).toContain(`Line 1 of ${script.length}. ${script.length - 1} more after it.`)
    expect(words().textContent).toMatch(/Roughly \d+ minutes left\./)
    // Every line stands below as before, and none but this one above.
    expect(within(screen.getByRole('list', { name: 'Checklist' })).getAllByRole('checkbox')).toHaveLength(
      script.length,
    )
  })

  it('go on by one key, and each line said is ticked', async () => {
    const { user } = renderInConsole(<Opening />)
    await user.keyboard('{Alt>}n{/Alt}')
    expect(line()).toBe(script[1]?.text)
    expect(box(0)).toHaveProperty('checked', true)
    expect(box(1)).toHaveProperty('checked', false)
    next().focus()
    await user.keyboard('{Enter}')
    expect(line()).toBe(script[2]?.text)
    expect(document.activeElement).toBe(next())
    expect(words().textContent).toContain(`${script.length - 3} more after it.`)
  })

  it('go back a line, leave one out, and take a tick from the list', async () => {
    const { user } = renderInConsole(<Opening />)
    await user.click(next())
    await user.click(screen.getByRole('button', { name: 'The line before' }))
    expect(line()).toMatch(/^Welcome/)
    // Said already: it cannot be left out.
    expect(screen.queryByRole('button', { name: 'Leave it out' })).toBeNull()
    await user.click(next())
    expect(line()).toBe(script[1]?.text)
    await user.click(screen.getByRole('button', { name: 'Leave it out' }))
    expect(line()).toBe(script[2]?.text)
    expect(box(1)).toHaveProperty('checked', false)
    await user.click(box(2) ?? document.body)
    expect(line()).toBe(script[3]?.text)
    await user.click(box(0) ?? document.body)
    expect(line()).toMatch(/^Welcome/)
  })

  it('end in the way to holding, which has the keyboard then', async () => {
    const { user } = renderInConsole(<Opening />)
    next().focus()
    for (const _ of script) await user.keyboard('{Enter}')
    expect(line()).toBe('Every line was said or left out.')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go on to hold' }))
    expect(onHold).not.toHaveBeenCalled()
    await user.keyboard('{Enter}')
    expect(onHold).toHaveBeenCalledOnce()
  })

  it('do not go on by the key while another page is shown', async () => {
    const { user } = renderInConsole(<Opening isShown={false} />)
    await user.keyboard('{Alt>}n{/Alt}')
    expect(line()).toMatch(/^Welcome/)
    expect(box(0)).toHaveProperty('checked', false)
  })
})

describe('the time that words take', () => {
  it('grows with them, and is nothing for none', () => {
    expect(minutesAloud([])).toBe(0)
    expect(minutesAloud([Array.from({ length: 330 }, () => 'word').join(' ')])).toBe(3)
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (some, more) => {
        const all = minutesAloud([...some, ...more])
        expect(all).toBeGreaterThanOrEqual(minutesAloud(some))
        expect(Number.isInteger(all)).toBe(true)
      }),
    )
  })
})
