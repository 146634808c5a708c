/** @file A held Enter presses a control once, and goes on writing lines where words are written. */
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderInConsole } from '../../../../tests/fixtures/render'
import { useOnePress } from './one-press'

it('stops repeats of Enter on what it presses, and nowhere else', () => {
  const Page = () => {
    useOnePress()
    return (
      <>
        <button type="button">
          <span>Send to everyone</span>
        </button>
        <textarea aria-label="Words" />
      </>
    )
  }
  renderInConsole(<Page />)
  const goesOn = (at: Element, repeat: boolean, key = 'Enter') => fireEvent.keyDown(at, { key, repeat })
  const button = screen.getByRole('button')
  expect(goesOn(button, false)).toBe(true)
  expect(goesOn(button, true)).toBe(false)
  expect(goesOn(screen.getByText('Send to everyone'), true)).toBe(false)
  expect(goesOn(button, true, 'Tab')).toBe(true)
  expect(goesOn(screen.getByRole('textbox'), true)).toBe(true)
})
