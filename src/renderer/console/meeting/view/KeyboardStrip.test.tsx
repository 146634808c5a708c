/**
 * @file The strip that says that the meeting took the keyboard, by role and key.
 */
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { inRoom } from '../live/stand-in-evening'
import '../words'
import { KeyboardStrip } from './KeyboardStrip'

const shown = async () => {
  const one = await inRoom()
  const drawn = renderInConsole(<KeyboardStrip snapshot={one.draw()} room={one.room} />)
  const redraw = () => drawn.rerender(<KeyboardStrip snapshot={one.draw()} room={one.room} />)
  return { ...one, ...drawn, redraw }
}

describe('the strip', () => {
  it('is not there while nobody took the keyboard', async () => {
    await shown()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is an alert at once, and goes by keyboard when it was seen', async () => {
    const { page, redraw, user, draw } = await shown()
    page().tell({ kind: 'keyboardTaken' })
    redraw()
    expect(screen.getByRole('alert').textContent).toContain('Some letters may have gone')
    await user.tab()
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'I have seen it' }))
    await user.keyboard('{Enter}')
    redraw()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(draw().stage.kind).toBe('inRoom')
  })

  it('cuts the meeting off, says that we are out, and leads back in', async () => {
    const { page, redraw, user, draw, played } = await shown()
    page().tell({ kind: 'keyboardTaken' })
    redraw()
    await user.click(screen.getByRole('button', { name: 'Cut the meeting off' }))
    redraw()
    expect(draw().stage).toMatchObject({ kind: 'trouble', why: 'keyboardTaken' })
    expect(screen.getByRole('alert').textContent).toContain('you are out of the room')
    await user.click(screen.getByRole('button', { name: 'Come back into the room' }))
    redraw()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(played).toHaveLength(2)
  })
})
