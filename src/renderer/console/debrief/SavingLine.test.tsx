/**
 * @file The line that says what of a debrief is stored: each state in its words, and never more than is true.
 */
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../tests/fixtures/render'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import { SavingLine, type SavingLineProps } from './SavingLine'

registerWords('debrief', words)

const AT = '2026-11-21T20:00:00.000Z'
const draft = { isDraft: true, changedAt: AT, keptUntil: '2026-12-21T20:00:00.000Z' }
const tooLong = { kind: 'tooLong', path: 'text', label: 'editor.text', overBy: 1 } as const
const names = { kind: 'roomName', path: 'text', label: 'editor.text', count: 2 } as const
const said = (props: Partial<SavingLineProps>): string => {
  const { unmount } = renderInConsole(
    <SavingLine
      stored={null}
      saving={{ kind: 'stored' }}
      heldBack={[]}
      patternCount={0}
      isEmpty={false}
      isPressedEmpty={false}
      {...props}
    />,
  )
  // The other one is the place where undo is offered.
  const text = screen.getAllByRole('status')[0]?.textContent ?? ''
  unmount()
  return text
}

describe('the saving line', () => {
  it('says that there is nothing, and asks for a word where saving was pressed', () => {
    expect(said({ isEmpty: true })).toBe('Nothing to keep yet.')
    expect(said({ isEmpty: true, isPressedEmpty: true })).toMatch(/Write or choose something first/)
  })

  it('stays as it is while the typing goes on', () => {
    const lines = (['stored', 'waiting', 'storing'] as const).map((kind) =>
      said({ stored: draft, saving: { kind } }),
    )
    expect(new Set(lines).size).toBe(1)
    expect(lines[0]).toMatch(/^Draft kept at .*within three seconds\.$/)
  })

  it('says saved only of what is finished and stored', () => {
    const finished = { ...draft, isDraft: false }
    expect(said({ stored: finished })).toMatch(/^Debrief saved at /)
    expect(said({ stored: finished, saving: { kind: 'waiting' } })).not.toMatch(/saved/)
  })

  it('says what is held back, and that the rest is kept only where something is', () => {
    expect(said({ stored: draft, heldBack: [names, tooLong] })).toMatch(
      /^2 names to write around\. A text is too long .*The rest is kept/,
    )
    for (const kind of ['stored', 'waiting', 'storing'] as const) {
      expect(said({ heldBack: [names], saving: { kind } }), kind).toMatch(/Nothing is kept yet/)
    }
  })

  it('says that a pattern wants a look, and that it is stored', () => {
    expect(said({ stored: draft, patternCount: 1 })).toMatch(/^One place to look at.*Draft kept/)
  })

  it('never says kept of what failed', () => {
    const failed = { kind: 'failed', error: new Error('down'), isTriedAgain: true } as const
    expect(said({ saving: failed })).toMatch(/^Nothing is kept yet/)
    expect(said({ stored: draft, saving: failed })).toMatch(/is not stored yet\.$/)
  })
})
