/**
 * @file An answer on a page: read, failed with a way on, empty, there; and never taken away again by a failure.
 */
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../tests/fixtures/render'
import { Answered, type Asked } from './Answered'

const asked = (change: Partial<Asked<string[]>>): Asked<string[]> => ({
  data: undefined,
  error: null,
  refetch: () => undefined,
  ...change,
})
const shown = (one: Asked<string[]>) => (
  <Answered
    asked={one}
    loading="Reading"
    failed="Not read"
    insteadOfAnswer={<p>Go on without</p>}
    empty={{ isEmpty: (names) => names.length === 0, shown: <p>Nothing yet</p> }}
  >
    {(names) => <p>{names.join(' ')}</p>}
  </Answered>
)

describe('an answer', () => {
  it('is said to be on its way', () => {
    renderInConsole(shown(asked({})))
    expect(screen.getByText('Reading').getAttribute('role')).toBe('status')
  })

  it('that failed says so at once, with Try again and a way on', async () => {
    let askedCount = 0
    const failing = asked({
      error: new Error('no'),
      refetch: () => {
        askedCount += 1
      },
    })
    const { user } = renderInConsole(shown(failing))
    expect(screen.getByRole('alert').textContent).toContain('Not read')
    expect(screen.getByText('Go on without')).toBeTruthy()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(askedCount).toBe(1)
  })

  it('that holds nothing says what will be here, and one that holds something shows it', () => {
    const { rerender } = renderInConsole(shown(asked({ data: [] })))
    expect(screen.getByText('Nothing yet')).toBeTruthy()
    rerender(shown(asked({ data: ['a', 'b'] })))
    expect(screen.getByText('a b')).toBeTruthy()
  })

  it('that is there stays in sight when asking again fails', () => {
    renderInConsole(shown(asked({ data: ['a'], error: new Error('no') })))
    expect(screen.getByText('a')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
