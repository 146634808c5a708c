/**
 * @file The desk over a vault in real files: what was forgotten or asked for back stays so, opened again or put back from a
 * backup; and files beside the database that refuse at each step lose nothing and keep nothing by halves.
 */
import { mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { expect, it, onTestFinished } from 'vitest'
import { onFailingDisk } from '../../../tests/fixtures/failing-disk'
import { handOffFile } from '../../../tests/fixtures/hand-off-file'
import { openRealCore, PASSPHRASE } from '../../../tests/fixtures/real-core'
import { HandOffNumber } from '../../contract/hand-off'
import { sealTextTo } from '../recipients/service'

const [FIRST, SECOND] = [HandOffNumber.parse('11111111-1111'), HandOffNumber.parse('22222222-2222')]

const openDesk = async () => {
  // Its clock stands: what is made in the next minutes must not lie ahead of it.
  const real = openRealCore(new Date(Date.now() + 600_000).toISOString())
  onTestFinished(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE, work: 'leads' })
  const [own] = await real.client.recipients.own.make({ replacesId: null })
  const key = own?.key ?? ''
  const replyTo = await identityToRecipient(await generateIdentity())
  return {
    ...real,
    handOff: (number: HandOffNumber) => handOffFile(key, { number, replyTo }),
    askBack: (number: HandOffNumber) =>
      sealTextTo(
        `Please\n\n${JSON.stringify({ holdspaceAskBack: 1, number, madeAt: new Date().toISOString() })}\n`,
        key,
      ),
  }
}

it('what was forgotten or asked for back is not opened again, and a backup from before does not bring it back', async () => {
  const { client, host, handOff, askBack } = await openDesk()
  const files = [await handOff(FIRST), await handOff(SECOND)]
  for (const file of files) expect((await client.desk.open({ file })).kind).toBe('received')
  const folder = join(host.dataDir, '..', 'stick')
  mkdirSync(folder)
  await client.vault.backup.make({ folder })
  await client.desk.open({ file: await askBack(FIRST) })
  expect(await client.vault.forget({ kind: 'received', id: SECOND })).toMatchObject({ isVerified: true })
  const reasons = async () => {
    const opened = await Promise.all(files.map((file) => client.desk.open({ file })))
    return opened.map((one) => (one.kind === 'refused' ? one.reason : one.kind))
  }
  expect(await reasons()).toEqual(['askedBack', 'forgotten'])

  await client.vault.lock()
  truncateSync(join(host.dataDir, 'vault.db'), 0)
  const [found] = (await client.vault.backup.find({ folder })).backups
  await client.vault.backup.restore({
    folder,
    name: found?.name ?? '',
    secretKind: 'passphrase',
    secret: PASSPHRASE,
  })
  expect(await client.desk.list()).toEqual([])
  expect(await reasons()).toEqual(['forgotten', 'forgotten'])
})

it('files that refuse at any step of opening or giving back leave each whole or as it was, to be done again', async () => {
  const { client, handOff, askBack } = await openDesk()
  const numberAt = (at: number) => HandOffNumber.parse(`${String(at).padStart(8, '0')}-0000`)
  const reasonOf = async (file: string) => {
    const opened = await client.desk.open({ file })
    return opened.kind === 'refused' ? opened.reason : opened.kind
  }
  let refusedCount = 0
  for (let at = 1, isOver = false; !isOver; at += 1) {
    const number = numberAt(at)
    const [file, ask] = [await handOff(number), await askBack(number)]
    const refusal = { at, isForGood: true, code: 'ENOSPC' }
    const opening = await onFailingDisk(refusal, () => client.desk.open({ file }).catch(() => null))
    const isHere = (await client.desk.list()).some((one) => one.number === number)
    expect(await reasonOf(file)).toBe(isHere ? 'alreadyHere' : 'received')
    expect((await client.desk.get({ number })).answers).toHaveLength(1)
    const asking = await onFailingDisk(refusal, () => client.desk.open({ file: ask }).catch(() => null))
    // Done already, or done now.
    expect(await reasonOf(ask)).toBe('askedBack')
    expect((await client.desk.get({ number })).answers).toEqual([])
    expect(await reasonOf(file)).toBe('askedBack')
    refusedCount += opening.refused.length + asking.refused.length
    isOver = opening.refused.length + asking.refused.length === 0
  }
  expect(refusedCount).toBeGreaterThan(0)
  expect((await client.vault.health()).isHealthy).toBe(true)
})
