/** @file Whose keys are kept: apart by key, whole, and forgotten on What is kept. */
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { createRecipients, type RecipientsService, recipientsKept, sealTextTo } from './service'

let evening: Evening
let recipients: RecipientsService
let key: string
beforeEach(async () => {
  evening = openEvening()
  recipients = createRecipients(evening)
  key = await identityToRecipient(await generateIdentity())
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const only = () => recipients.list()[0]?.id ?? ''

describe('recipients', () => {
  it('keep two keys under one name apart, and the same one once', async () => {
    const second = await identityToRecipient(await generateIdentity())
    recipients.add({ name: 'County intake', key })
    evening.clock.advance(1000)
    recipients.add({ name: 'County intake', key: second })
    expect(recipients.add({ name: 'County intake', key }).map((one) => [one.name, one.key])).toEqual([
      ['County intake', key],
      ['County intake', second],
    ])
    const [first] = recipients.list()
    expect(recipients.remove(first?.id ?? '').map((one) => one.key)).toEqual([second])
    expect(() => recipients.remove(first?.id ?? '')).toThrow(refuses('NOT_FOUND'))
  })
  it('take no key with a slip in it, and no secret half', () => {
    const slipped = key.slice(0, -1) + (key.endsWith('q') ? 'p' : 'q')
    for (const bad of [slipped, 'age1', 'age1xyz', key.slice(0, -4), `${key}q`]) {
      expect(() => recipients.add({ name: 'County intake', key: bad }), bad).toThrow(refuses('NO_KEY'))
    }
    expect(recipients.list()).toEqual([])
  })
  it('say so of a key that is whole and that nothing can be sealed to', async () => {
    // The point 1 of the curve (RFC 7748, section 6.1): whatever is sealed to it could be read by anybody.
    const point = 'age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya'
    await expect(sealTextTo('words', point)).rejects.toEqual(refuses('NO_KEY'))
  })
  it('are listed on What is kept, and can be forgotten there', () => {
    recipients.add({ name: 'County intake', key })
    const kept = recipientsKept()
    expect(kept.list(evening.vault.read(), evening.clock.now())).toMatchObject([{ label: 'County intake' }])
    expect(evening.vault.write((vault) => kept.forget(vault, only()))).toContain(key)
    expect(recipients.list()).toEqual([])
  })
})
