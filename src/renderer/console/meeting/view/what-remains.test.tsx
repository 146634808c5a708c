/** @file After closing: how the meeting ended is said as far as the server showed it, and no further. */
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import '../words'
import { WhatRemains } from './WhatRemains'

it.each([
  ['left', 'We left the meeting.'],
  ['endedForEveryone', 'We left. Whether others are still connected is not known.'],
  ['endShown', 'We left. The server showed that the meeting was ended for everyone.'],
] as const)('%s: %s', (ended, words) => {
  renderInConsole(
    <WhatRemains
      ended={ended}
      isRehearsal={false}
      error={null}
      onTryAgain={vi.fn()}
      onDebrief={vi.fn()}
      onHome={vi.fn()}
    />,
  )
  expect(screen.getByRole('button', { name: /debrief/i })).toBeDefined()
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(words)
})

it('offers no debrief where the charter has none', () => {
  renderInConsole(
    <WhatRemains
      ended="left"
      isRehearsal={false}
      error={null}
      onTryAgain={vi.fn()}
      onDebrief={null}
      onHome={vi.fn()}
    />,
  )
  expect(screen.queryByRole('button', { name: /debrief/i })).toBeNull()
  expect(screen.getAllByRole('button')).toHaveLength(1)
})
