/**
 * @file A kind with more entries than one page, over a real core: all of them can be reached by key, and none is hidden by a
 * forgetting in between.
 * @vitest-environment jsdom
 */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { DebriefId } from '../../../../contract/primitives'
import { KEPT_PAGE_ENTRIES } from '../../../../contract/vault'
import { wipePageStores } from '../../page-store'
import { KeptPage } from '../KeptPage'

const COUNT = KEPT_PAGE_ENTRIES * 2 + 3
let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  for (let number = 0; number < COUNT; number += 1) {
    await real.client.debrief.save({
      debriefId: DebriefId.parse(crypto.randomUUID()),
      isNew: true,
      charterId: 'test-circle',
      content: { text: `Evening ${number}`, answers: {}, tags: [] },
      isDraft: false,
    })
  }
})
afterEach(() => {
  wipePageStores()
  real.core.close()
})

it('shows how many of how many, more at each press, and all in the end; the keyboard is never nowhere', async () => {
  const { user, queryClient } = renderInConsole(<KeptPage />)
  const card = await screen.findByRole('region', { name: 'Debriefs' })
  within(card).getByText(`${COUNT} entries`)
  within(card).getByRole('button', { name: 'Show entries: Debriefs' }).focus()
  await user.keyboard('{Enter}')
  const rows = () => within(card).queryAllByRole('button', { name: 'Forget now' })
  await within(card).findByText(`${KEPT_PAGE_ENTRIES} of ${COUNT} are shown.`)
  expect(rows()).toHaveLength(KEPT_PAGE_ENTRIES)
  within(card).getByRole('button', { name: 'Show more: Debriefs' }).focus()
  await user.keyboard('{Enter}')
  await within(card).findByText(`${KEPT_PAGE_ENTRIES * 2} of ${COUNT} are shown.`)
  // Forgotten behind the page's back: the others move up, none falls between two pages.
  const [first] = (await real.client.vault.keptPage({ kind: 'debriefs', cursor: null })).entries
  await real.client.vault.forget({ kind: 'debriefs', id: first?.id ?? '' })
  await queryClient.invalidateQueries()
  await within(card).findByText(`${KEPT_PAGE_ENTRIES * 2} of ${COUNT - 1} are shown.`)
  await user.keyboard('{Enter}')
  const said = await within(card).findByText(`${COUNT - 1} of ${COUNT - 1} are shown.`)
  expect(rows()).toHaveLength(COUNT - 1)
  await waitFor(() => expect(document.activeElement).toBe(said))
  expect(within(card).queryByRole('button', { name: 'Show more: Debriefs' })).toBeNull()
})
