/** @file After closing: how the meeting ended is said as far as the server showed it, and no further. */
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
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
      onWellbeing={vi.fn()}
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
      onWellbeing={vi.fn()}
    />,
  )
  expect(screen.queryByRole('button', { name: /debrief/i })).toBeNull()
  expect(screen.getAllByRole('button')).toHaveLength(1)
})

it.each([
  [false, null, 1],
  [true, null, 0],
  [false, new Error('not closed'), 0],
] as const)(
  'offers the wellbeing check once, and neither after a rehearsal nor before it is closed: %s, %s',
  async (isRehearsal, error, offers) => {
    const real = openRealCore()
    try {
      await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
      connectTo(real.core)
      const onWellbeing = vi.fn()
      const { user, queryClient } = renderInConsole(
        <WhatRemains
          ended="left"
          isRehearsal={isRehearsal}
          error={error}
          onTryAgain={vi.fn()}
          onDebrief={null}
          onHome={vi.fn()}
          onWellbeing={onWellbeing}
        />,
      )
      if (offers === 1) {
        await user.click(await screen.findByRole('link', { name: 'How are you?' }))
        expect(onWellbeing).toHaveBeenCalledOnce()
        return
      }
      expect(queryClient.isFetching()).toBe(0)
      expect(screen.queryAllByRole('link')).toHaveLength(0)
    } finally {
      real.core.close()
    }
  },
)
