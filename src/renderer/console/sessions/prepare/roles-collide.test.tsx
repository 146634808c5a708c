/** @file Where roles collide: a swap and a referral are offered in place, and nothing of it is stored. By role and key over a real core. */
import { within } from '@testing-library/react'
import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { shippedPack, soundPack } from '../../../../../tests/fixtures/charter-pack'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { CharterPack } from '../../../../contract/charters'
import { PreparePage } from '../PreparePage'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const preparing = async (pack: CharterPack) => {
  const real = openRealCore(undefined, [pack])
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  await real.client.sessions.createGroup({ ...groupDraft, charterId: pack.id, isServerApproved: true })
  const [session] = await real.client.sessions.upcoming()
  if (!session) throw new Error('No session was scheduled.')
  return { real, session, ...renderInConsole(<PreparePage sessionId={session.id} />) }
}

/** Every row of every table that holds anything of a person's doing. */
const stored = ({ core }: RealCore): string => {
  const vault = core.vault.access.read()
  const tables = vault.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'vault_state' ORDER BY name`,
  )
  return JSON.stringify(tables.map(({ name }) => [name, vault.all(sql.raw(`SELECT * FROM "${name}"`))]))
}

it('offers a swap, a referral and whom to ask beside the point, and stores nothing', async () => {
  const { real, user, findAllByRole, getByRole } = await preparing(shippedPack('agency-team'))
  const [opener] = await findAllByRole('button', { name: 'It is not so tonight' })
  if (!opener) throw new Error('Nothing is offered.')
  const before = stored(real)
  opener.focus()
  await user.keyboard('{Enter}')
  expect(opener.getAttribute('aria-expanded')).toBe('true')
  const panel = within(getByRole('region', { name: 'Knowing somebody, or having two roles' }))
  expect(panel.getByText(/Nothing of it is kept or sent/)).toBeDefined()
  expect(panel.getByText(/Could one of you hold it in my place\?/)).toBeDefined()
  expect(panel.getByText(/May I put you in touch with somebody else\?/)).toBeDefined()
  expect(await panel.findByText('Your clinical supervisor')).toBeDefined()
  // There is nothing to type, and so nobody to name.
  expect(panel.queryByRole('textbox')).toBeNull()
  await user.click(panel.getByRole('button', { name: /^Copy: Somebody else should hold this group/ }))
  expect(stored(real)).toBe(before)
  await user.click(getByRole('button', { name: 'Fold it' }))
  expect(opener.getAttribute('aria-expanded')).toBe('false')
})

it('is offered for points that are not ticked, and holds nothing up', async () => {
  const { real, session, user, findAllByRole, findByRole } = await preparing(shippedPack('agency-team'))
  expect(await findAllByRole('button', { name: 'It is not so tonight' })).toHaveLength(2)
  await user.click(await findByRole('checkbox', { name: /^I supervise nobody who will be here/ }))
  await expect.poll(() => findAllByRole('button', { name: 'It is not so tonight' })).toHaveLength(1)
  await user.click(await findByRole('checkbox', { name: /^I know the limits of confidentiality/ }))
  await expect.poll(() => real.client.conduct.ticks({ sessionId: session.id })).toHaveLength(2)
  expect(await real.client.sessions.open({ sessionId: session.id })).toMatchObject({ state: 'open' })
})

it('says whom to ask where a charter has no words for it, and nothing where it has no such point', async () => {
  const pack = soundPack()
  const [first, ...rest] = pack.checklists.before.toReversed()
  if (!first) throw new Error('The list is empty.')
  const asking = {
    ...pack,
    checklists: { ...pack.checklists, before: [{ ...first, isAboutRoles: true }, ...rest] },
  }
  const { user, findByRole, findByText, unmount } = await preparing(asking)
  await user.click(await findByRole('button', { name: 'It is not so tonight' }))
  expect(await findByText(/Ask whoever plans the groups/)).toBeDefined()
  unmount()
  const other = await preparing(pack)
  await other.findByRole('checkbox', { name: 'I checked the crisis numbers.' })
  expect(other.queryByRole('button', { name: 'It is not so tonight' })).toBeNull()
})
