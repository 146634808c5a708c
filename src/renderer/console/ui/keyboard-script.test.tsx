/** @file Which letters a keyboard writes is learned as they are typed, and a sign where others have a letter acts by it. */
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../tests/fixtures/render'
import { useKey, useKeyboardScript } from './keys'

const end = vi.fn()
const Page = () => {
  useKeyboardScript()
  useKey({ code: 'KeyE', isAlt: true, shownAs: 'Alt E' }, 'End for everyone', end)
  return <textarea aria-label="Words" />
}
const type = (key: string, code: string, more: object = {}) =>
  fireEvent.keyDown(screen.getByLabelText('Words'), { key, code, ...more })
const sign = () => type('.', 'KeyE', { altKey: true })

// The next test begins with a keyboard of Latin letters, as most do.
afterEach(() => end.mockClear())

it('ends nothing by Dvorak’s dot once a Latin letter was typed, and goes by place after one of another script', () => {
  renderInConsole(<Page />)
  type('o', 'KeyS')
  sign()
  expect(end).not.toHaveBeenCalled()
  // Pasting on a Hebrew keyboard is no Latin letter of its own.
  type('ד', 'KeyS')
  type('v', 'KeyV', { ctrlKey: true })
  sign()
  expect(end).toHaveBeenCalledTimes(1)
  type('e', 'KeyD')
  sign()
  expect(end).toHaveBeenCalledTimes(1)
})
