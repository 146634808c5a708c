/** @file A backup from before an export knows nothing of it: what left this computer is known outside the database all the same. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { groupDraft } from '../../../tests/fixtures/evening'
import { byId, quarter, year } from '../../../tests/fixtures/numbers'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../tests/fixtures/real-core'
import { temporaryFolder } from '../../../tests/fixtures/temporary-folder'
import type { BackupName } from '../../contract/backup'
import type { Period } from '../../contract/insight'
import { SessionId } from '../../contract/primitives'
import { counters } from '../conduct/tables'
import { sessions } from '../sessions/tables'

const total = 'acts.counting-circle.all'
let made: RealCore
let folder: string
const backUp = () => made.core.vault.makeBackup(folder)
const restore = async (name: BackupName) => {
  await made.core.vault.lock()
  rmSync(join(made.host.dataDir, 'vault.db'))
  await made.core.vault.restoreBackup({
    folder,
    name,
    secretKind: 'passphrase',
    secret: PASSPHRASE,
  })
}
const asked = (period: Period) => ({ period, healthReasons: 'folded' as const })
const release = (at: number) => made.client.insight.release(asked(quarter(at)))
const ofYear = () => made.client.insight.numbers(asked(year))

beforeEach(async () => {
  made = openRealCore('2027-02-05T00:00:00.000Z')
  folder = temporaryFolder()
  const { core, client } = made
  await client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  for (const at of [0, 1, 2]) {
    const { id } = await client.sessions.createGroup({
      ...groupDraft,
      name: `Group ${at}`,
      charterId: 'counting-circle',
      isServerApproved: true,
    })
    core.vault.access.write((vault) => {
      for (let of = 0; of < 4; of += 1) {
        const day = `2026-${String(of * 3 + 1).padStart(2, '0')}-0${at + 1}T12:00:00.000Z`
        const row = {
          id: SessionId.parse(crypto.randomUUID()),
          groupId: id,
          charterId: 'counting-circle',
          serverKind: 'jitsi',
          serverHost: 'meet.example.org',
          roomName: crypto.randomUUID(),
          timeZone: 'UTC',
          plannedMinutes: 60,
          state: 'held',
        } as const
        vault
          .insert(sessions)
          .values({ ...row, plannedAt: day, openedAt: day, closedAt: day, createdAt: day })
          .run()
      }
    })
  }
  // The last quarter alone is small: a year less its first three would tell it.
  core.vault.access.write((vault) => {
    for (const [month, count] of [
      ['01', 13],
      ['04', 12],
      ['07', 14],
      ['10', 2],
    ] as const) {
      vault
        .insert(counters)
        .values({
          charterId: 'counting-circle',
          month: `2026-${month}`,
          kind: 'removed',
          reasonId: 'slurs',
          count,
        })
        .run()
    }
  })
})

describe('an export that is later than the backup that was put back', () => {
  it('keeps the counts of its year hidden, and says why; other numbers are there', async () => {
    expect(byId(await ofYear()).get(total)).toBe(40)
    const backup = await backUp()
    for (const at of [1, 2, 3]) expect(byId(await release(at)).get(total)).not.toBeNull()
    await restore(backup.name)
    const numbers = await ofYear()
    expect(byId(numbers).get(total)).toBeNull()
    expect(numbers.emptied).toMatchObject([{ charterId: 'counting-circle', why: 'noteMissing' }])
    expect(byId(numbers).get('sessionsHeld')).toBe(12)
    // Leaving them so is no note of counts, and opens nothing afterwards.
    await made.client.insight.release(asked(year))
    expect(byId(await ofYear()).get(total)).toBeNull()
    expect(byId(await release(4)).get(total)).toBeNull()
  })

  it('changes nothing where the backup has its note', async () => {
    for (const at of [1, 2]) await release(at)
    const before = await made.client.insight.numbers(asked(quarter(3)))
    const backup = await backUp()
    await restore(backup.name)
    expect(await made.client.insight.numbers(asked(quarter(3)))).toEqual(before)
    expect(byId(before).get(total)).not.toBeNull()
  })

  it('and one whose note was forgotten: the counts of its year stay hidden', async () => {
    await release(1)
    const [{ id } = { id: '' }] = (await made.client.vault.keptPage({ kind: 'exports', cursor: null }))
      .entries
    await made.client.vault.forget({ kind: 'exports', id })
    expect((await ofYear()).emptied).toMatchObject([{ why: 'noteMissing' }])
  })
})
