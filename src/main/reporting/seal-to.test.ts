/** @file A report sealed to a key: what leaves is what was shown, and only the other half of the key opens it. */
import { armor, Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import type { ReportId } from '../../contract/primitives'
import { numberOf, sealedLines } from '../../contract/report-handing'
import { createRecipients, type RecipientsService } from '../recipients/service'
import { createReporting, type ReportingService } from './service'

let evening: Evening
let reporting: ReportingService
let recipients: RecipientsService
let identity: string
let key: string
beforeEach(async () => {
  evening = openEvening()
  reporting = createReporting(evening)
  recipients = createRecipients(evening)
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
const only = () => recipients.list()[0]?.id ?? ''
const open = async (file: string, withIdentity: string) => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(withIdentity)
  return decrypter.decrypt(armor.decode(file), 'text')
}

describe('sealing to a key', () => {
  it('gives a file of text that the key opens to exactly what was shown, and no other key', async () => {
    recipients.add({ name: 'County intake', key })
    const { id, text } = sealed()
    const { file, fileName } = await reporting.sealTo(id, only(), text)
    expect(fileName).toBe(`report-${numberOf(id)}.txt.age`)
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(await open(file, identity)).toBe(text)
    await expect(open(file, await generateIdentity())).rejects.toThrow()
  })
  it('refuses what does not end with the sealed record and all addenda', async () => {
    recipients.add({ name: 'County intake', key })
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
    recipients.add({ name: 'County intake', key })
    const draft = reporting.start('test-circle')
    await expect(reporting.sealTo(draft.id, only(), '')).rejects.toThrow(refuses('NOT_SEALED'))
    const { id, text } = sealed()
    await expect(reporting.sealTo(id, draft.id, text)).rejects.toThrow(refuses('NOT_FOUND'))
    const nobody = '00000000-0000-4000-8000-000000000000' as ReportId
    await expect(reporting.sealTo(nobody, only(), text)).rejects.toThrow(refuses('NOT_FOUND'))
  })
})
