/** @file A report sealed to a key: what leaves is what was shown, and only the other half of the key opens it. */
import { armor, Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import type { ReportId } from '../../contract/primitives'
import { numberOf, sealedLines } from '../../contract/report-handing'
import { createReporting, type ReportingService, recipientsKept } from './service'

let evening: Evening
let reporting: ReportingService
let identity: string
let key: string
beforeEach(async () => {
  evening = openEvening()
  reporting = createReporting(evening)
  identity = await generateIdentity()
  key = await identityToRecipient(identity)
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const sealed = () => {
  const { id, changedAt } = reporting.start('test-circle')
  reporting.seal(id, changedAt)
  const { seal } = reporting.addAddendum(id, 'Ünïcode, “quoted”,\nand a second line.')
  if (!seal) throw new Error('It is not sealed.')
  return { id, text: `Report of a concern\n\n${sealedLines(numberOf(id), seal)}` }
}
const only = () => reporting.recipients()[0]?.id ?? ''
const open = async (file: string, withIdentity: string) => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(withIdentity)
  return decrypter.decrypt(armor.decode(file), 'text')
}

describe('sealing to a key', () => {
  it('gives a file of text that the key opens to exactly what was shown, and no other key', async () => {
    reporting.addRecipient({ name: 'County intake', key })
    const { id, text } = sealed()
    const { file, fileName } = await reporting.sealTo(id, only(), text)
    expect(fileName).toBe(`report-${numberOf(id)}.txt.age`)
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(await open(file, identity)).toBe(text)
    await expect(open(file, await generateIdentity())).rejects.toThrow()
  })
  it('refuses what does not end with the sealed record and all addenda', async () => {
    reporting.addRecipient({ name: 'County intake', key })
    const { id, text } = sealed()
    const lines = text.split('\n')
    const others = [
      '',
      text.trimEnd(),
      `${text}more`,
      text.replace('second', 'other'),
      [...lines.slice(0, -2), ''].join('\n'),
      lines.slice(2).join('\n'),
    ]
    for (const other of others) {
      await expect(reporting.sealTo(id, only(), other), other).rejects.toThrow(refuses('NOT_AS_SHOWN'))
    }
  })
  it('refuses a draft, a report or a recipient that is not there', async () => {
    reporting.addRecipient({ name: 'County intake', key })
    const draft = reporting.start('test-circle')
    await expect(reporting.sealTo(draft.id, only(), '')).rejects.toThrow(refuses('NOT_SEALED'))
    const { id, text } = sealed()
    await expect(reporting.sealTo(id, draft.id, text)).rejects.toThrow(refuses('NOT_FOUND'))
    const nobody = '00000000-0000-4000-8000-000000000000' as ReportId
    await expect(reporting.sealTo(nobody, only(), text)).rejects.toThrow(refuses('NOT_FOUND'))
  })
})

describe('recipients', () => {
  it('keep two keys under one name apart, and the same one once', async () => {
    const second = await identityToRecipient(await generateIdentity())
    reporting.addRecipient({ name: 'County intake', key })
    evening.clock.advance(1000)
    reporting.addRecipient({ name: 'County intake', key: second })
    expect(reporting.addRecipient({ name: 'County intake', key }).map((one) => [one.name, one.key])).toEqual([
      ['County intake', key],
      ['County intake', second],
    ])
    const [first] = reporting.recipients()
    expect(reporting.removeRecipient(first?.id ?? '').map((one) => one.key)).toEqual([second])
    expect(() => reporting.removeRecipient(first?.id ?? '')).toThrow(refuses('NOT_FOUND'))
  })
  it('take no key with a slip in it, and no secret half', () => {
    const slipped = key.slice(0, -1) + (key.endsWith('q') ? 'p' : 'q')
    for (const bad of [slipped, 'age1', 'age1xyz', key.slice(0, -4), `${key}q`]) {
      expect(() => reporting.addRecipient({ name: 'County intake', key: bad }), bad).toThrow(
        refuses('NO_KEY'),
      )
    }
    expect(reporting.recipients()).toEqual([])
  })
  it('are listed on What is kept, and can be forgotten there', () => {
    reporting.addRecipient({ name: 'County intake', key })
    const kept = recipientsKept()
    expect(kept.list(evening.vault.read(), evening.clock.now())).toMatchObject([{ label: 'County intake' }])
    expect(evening.vault.write((vault) => kept.forget(vault, only()))).toContain(key)
    expect(reporting.recipients()).toEqual([])
  })
})
