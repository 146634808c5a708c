/** @file Keys from a drill's event to the card that fits, by keyboard alone; docs/drills.md has the same figures. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { CharterPack } from '../../../contract/charters'
import { loadDrills } from '../../../main/rehearsal/drill-packs'
import { CrisisCards } from '../conduct'

const root = join(import.meta.dirname, '../../../..')
/** Stops looked at before the list of cards counts as out of reach. */
const STOPS_MAX = 20

it('is the number of keys that the docs give for each drill with a card', async () => {
  const { client, core } = openRealCore()
  await client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  connectTo(core)
  const file = readFileSync(join(root, 'resources/charters/heartfelt.json'), 'utf8')
  const pack = CharterPack.parse(JSON.parse(file))
  const { user } = renderInConsole(
    <CrisisCards
      cards={pack.crisisCards}
      conductCards={pack.conductCards}
      clauses={pack.clauses}
      onClose={() => undefined}
    />,
  )
  const which = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Which is it' })
  // The key that opened the cards put the keyboard on their heading.
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Crisis cards' }))
  let tabs = 0
  while (document.activeElement !== which && tabs < STOPS_MAX) {
    await user.tab()
    tabs += 1
  }
  const cardIds = [...which.options].map(({ value }) => value)
  const opened = which.value

  const rows = loadDrills(join(root, 'resources/rehearsal'), 'en').drills.flatMap(({ id, cardId }) => {
    if (cardId === null) return []
    // The open card is there at once; any other is so many arrows down the list.
    const arrows = cardIds.indexOf(cardId)
    expect(arrows).toBeGreaterThanOrEqual(0)
    const keys = cardId === opened ? 1 : 1 + tabs + arrows
    return [`| ${id} | ${cardId} | ${keys} |`]
  })
  const docs = readFileSync(join(root, 'docs/drills.md'), 'utf8')
  expect(docs.split('\n').filter((line) => rows.includes(line))).toEqual(rows)
})
