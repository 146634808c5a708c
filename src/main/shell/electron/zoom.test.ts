/** @file Zoom by keyboard: what is printed on the key counts, on every layout; nothing else zooms. */
import { describe, expect, it } from 'vitest'
import { ZOOM_FACTORS, type ZoomInput, zoomActOf, zoomed } from './zoom'

const press = (change: Partial<ZoomInput>, isMac = false) =>
  zoomActOf(
    {
      type: 'keyDown',
      key: '+',
      code: 'Equal',
      alt: false,
      shift: false,
      control: !isMac,
      meta: isMac,
      modifiers: [],
      ...change,
    },
    isMac,
  )

describe.each([false, true])('on a Mac: %s', (isMac) => {
  it.each([
    ['US plus', { key: '+', code: 'Equal', shift: true }, 'larger'],
    ['US, without Shift', { key: '=', code: 'Equal' }, 'larger'],
    ['Dvorak, without Shift', { key: '=', code: 'BracketRight' }, 'larger'],
    ['Turkish plus', { key: '+', code: 'Digit4', shift: true }, 'larger'],
    ['Turkish minus', { key: '-', code: 'Equal' }, 'smaller'],
    ['German plus', { key: '+', code: 'BracketRight' }, 'larger'],
    ['French plus', { key: '+', code: 'Equal', shift: true }, 'larger'],
    ['Swedish plus', { key: '+', code: 'Minus' }, 'larger'],
    ['numpad plus', { key: '+', code: 'NumpadAdd' }, 'larger'],
    ['US minus', { key: '-', code: 'Minus' }, 'smaller'],
    ['German minus', { key: '-', code: 'Slash' }, 'smaller'],
    ['French minus', { key: '-', code: 'Digit6' }, 'smaller'],
    ['numpad minus', { key: '-', code: 'NumpadSubtract' }, 'smaller'],
    ['nought', { key: '0', code: 'Digit0' }, 'usual'],
    ['French nought', { key: 'à', code: 'Digit0' }, 'usual'],
    ['numpad nought', { key: '0', code: 'Numpad0' }, 'usual'],
  ] as const)('%s', (_, change, act) => {
    expect(press(change, isMac)).toBe(act)
  })

  it.each([
    ['German "=", Shift and 0', { key: '=', code: 'Digit0', shift: true }],
    ['numpad nought as Insert', { key: 'Insert', code: 'Numpad0' }],
    ['with Alt', { alt: true }],
    ['what AltGr writes', { modifiers: ['altgr'] as const }],
    ['a key let go', { type: 'keyUp' as const }],
    ['without Ctrl', { control: false, meta: false }],
    ['with Ctrl and Command', { control: true, meta: true }],
    ['a letter', { key: 'l', code: 'KeyL' }],
    ['one', { key: '1', code: 'Digit1' }],
  ])('not: %s', (_, change) => {
    expect(
      press({ ...change, modifiers: [...('modifiers' in change ? change.modifiers : [])] }, isMac),
    ).toBeNull()
  })
})

it('goes step by step to either end, and back to usual from anywhere', () => {
  let factor: number = 1
  for (let press = 0; press < 30; press += 1) factor = zoomed(factor, 'larger')
  expect(factor).toBe(ZOOM_FACTORS.at(-1))
  for (let press = 0; press < 30; press += 1) factor = zoomed(factor, 'smaller')
  expect(factor).toBe(ZOOM_FACTORS[0])
  expect(zoomed(factor, 'usual')).toBe(1)
  // What Chromium gives back is not exactly what it was given.
  expect(zoomed(1.0999999, 'larger')).toBe(1.25)
})
