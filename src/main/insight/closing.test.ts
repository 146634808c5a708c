/** @file Forgetting opens nothing: what was hidden for its groups stays hidden when they are gone. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Evening } from '../../../tests/fixtures/evening'
import { byId, openNumbers, quarter } from '../../../tests/fixtures/numbers'
import type { Period } from '../../contract/insight'
import { groupsKept, sessionsKept } from '../sessions/service'
import type { InsightService } from './service'

type Numbered = ReturnType<typeof openNumbers>
let evening: Evening
let insight: InsightService
let ask: Numbered['ask']
let counted: Numbered['counted']
let held: Numbered['held']
beforeEach(() => {
  ;({ evening, insight, ask, counted, held } = openNumbers())
  evening.clock.set('2027-02-05T00:00:00.000Z')
})
const total = 'acts.counting-circle.all'
const release = (period: Period) => insight.release({ period, healthReasons: 'folded' })
const emptied = async (period: Period) =>
  (await insight.numbers({ period, healthReasons: 'folded' })).emptied[0] ?? null

describe('stay hidden where one group dominated', () => {
  const dominated = () => {
    held([20, 4, 0, 0], [4, 4, 0, 0], [4, 4, 0, 0], [4, 4, 0, 0])
    counted('2026-02', { slurs: 300 })
    counted('2026-05', { slurs: 300 })
  }
  const groupNamed = (name: string) => {
    const found = evening.sessions.groups().find((group) => group.name === name)
    if (!found) throw new Error('There is no such group.')
    return found.id
  }
  const forgetGroup = (name: string) =>
    evening.vault.write((vault) => groupsKept(evening.noteForgotten).forget(vault, groupNamed(name)))

  it('and that group was forgotten', async () => {
    dominated()
    // The control: by what is left, the period would be open.
    evening.vault.write((vault) => groupsKept(() => () => {}).forget(vault, groupNamed('Group 0')))
    expect((await ask(quarter(1))).get(total)).toBe(300)
    ;({ evening, insight, ask, counted, held } = openNumbers())
    evening.clock.set('2027-02-05T00:00:00.000Z')
    dominated()
    expect(await emptied(quarter(1))).toMatchObject({ why: 'oneGroupDominates' })
    forgetGroup('Group 0')
    expect((await ask(quarter(1))).get(total)).toBeNull()
    expect(await emptied(quarter(1))).toMatchObject({ why: 'forgotten', exports: [] })
    // Forgetting the others changes nothing.
    forgetGroup('Group 1')
    expect((await ask(quarter(1))).get(total)).toBeNull()
  })

  it('and its sessions were forgotten one by one', async () => {
    dominated()
    const kept = sessionsKept([], evening.noteForgotten)
    const ids = evening.vault.raw
      .prepare("SELECT id FROM sessions WHERE group_id = ? AND planned_at < '2026-04'")
      .pluck()
      .all(groupNamed('Group 0'))
    for (const id of ids) evening.vault.write((vault) => kept.forget(vault, String(id)))
    expect((await ask(quarter(1))).get(total)).toBeNull()
  })

  it('and a group of a period that is not over was forgotten', async () => {
    held([4, 4, 0, 0], [4, 0, 0, 0], [4, 4, 0, 0], [4, 4, 0, 0])
    counted('2026-02', { slurs: 300 })
    counted('2026-05', { slurs: 300 })
    expect((await ask(quarter(1))).get(total)).toBe(300)
    evening.clock.set('2026-03-20T00:00:00.000Z')
    forgetGroup('Group 1')
    evening.clock.set('2027-02-05T00:00:00.000Z')
    expect(await emptied(quarter(1))).toMatchObject({ why: 'forgotten' })
    expect((await ask(quarter(2))).get(total)).toBe(300)
  })

  it('and what had left before leaves as it did', async () => {
    held([4, 0, 0, 0], [4, 0, 0, 0], [4, 0, 0, 0], [4, 0, 0, 0])
    counted('2026-02', { slurs: 300 })
    const first = byId(await release(quarter(1)))
    expect(first.get(total)).toBe(300)
    for (const name of ['Group 0', 'Group 1']) forgetGroup(name)
    expect((await ask(quarter(1))).get(total)).toBe(300)
  })
})
