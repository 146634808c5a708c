/** @file One's own keys: made, replaced, destroyed, and every way in which a file does not open. */
import { createHash } from 'node:crypto'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { SEALED_FILE_MAX } from '../../contract/own-keys'
import { createOwnKeys, createRecipients, type OwnKeysService, ownKeysKept, sealTextTo } from './service'
import { spokenWordsOf } from './spoken'

const DAY_MS = 86_400_000

let evening: Evening
let own: OwnKeysService
beforeEach(() => {
  evening = openEvening()
  own = createOwnKeys(evening)
})
const made = async () => {
  const [key] = await own.make(own.list()[0]?.id ?? null)
  if (!key) throw new Error('No key was made.')
  return key
}
const sealBytes = async (bytes: Uint8Array, key: string) => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(key)
  return armor.encode(await encrypter.encrypt(bytes))
}
const reasonOf = async (file: string) => {
  const opened = await own.open(file)
  return opened.kind === 'refused' ? opened.reason : opened.kind
}

describe('one’s own keys', () => {
  it('are none at first, then one that opens what was sealed to it', async () => {
    expect([own.list(), own.current()]).toEqual([[], null])
    const { key } = await made()
    expect(own.current()).toBe(key)
    const file = await sealTextTo('שלום\n', key)
    expect(await own.open(file)).toMatchObject({ kind: 'opened', text: 'שלום\n', key: { key } })
    const mailed = `Hello,\r\n\r\n${file.replaceAll('\n', '\r\n')}\r\n-- \r\nsent from a phone`
    expect(await own.open(mailed)).toMatchObject({ kind: 'opened', text: 'שלום\n' })
    expect(JSON.stringify(own.list())).not.toContain('SECRET')
  })

  it('are made once, however many windows ask', async () => {
    const { id } = await made()
    await expect(own.make(null)).rejects.toMatchObject({ code: 'NOT_AS_SHOWN' })
    expect(own.list().map((one) => one.id)).toEqual([id])
  })

  it('open old files for 120 days after they were replaced, and then none', async () => {
    const first = await made()
    const file = await sealTextTo('before', first.key)
    const second = await made()
    expect(own.list().map(({ key }) => key)).toEqual([second.key, first.key])
    expect(own.list()[1]?.keptUntil).toBe('2027-03-21T20:00:00.000Z')
    evening.clock.advance(119 * DAY_MS)
    expect(await reasonOf(file)).toBe('opened')
    evening.clock.advance(DAY_MS)
    expect(await reasonOf(file)).toBe('otherKey')
    const kept = ownKeysKept()
    expect(kept.countDue(evening.vault.read(), evening.clock.now())).toBe(1)
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(kept.list(evening.vault.read(), evening.clock.now()).map(({ id }) => id)).toEqual([second.id])
  })

  it('open nothing any more once they are destroyed, and another can be made', async () => {
    const { id, key } = await made()
    const file = await sealTextTo('before', key)
    const proof = evening.vault.write((vault) => ownKeysKept().forget(vault, id))
    expect(proof).toEqual([id, expect.stringMatching(/^AGE-SECRET-KEY-1/)])
    expect(evening.vault.write((vault) => ownKeysKept().forget(vault, id))).toBeNull()
    expect(await reasonOf(file)).toBe('noOwnKey')
    await own.make(null)
    expect(await reasonOf(file)).toBe('otherKey')
  })

  it('say exactly why a file does not open', async () => {
    const { key } = await made()
    const file = await sealTextTo('What was said. '.repeat(6000), key)
    const other = await identityToRecipient(await generateIdentity())
    const lines = file.split('\n')
    const swapped = [...lines]
    swapped[20] = lines[21] ?? ''
    const bytes = armor.decode(file)
    for (const [reason, text] of [
      ['empty', ' \n'],
      ['tooLarge', 'x'.repeat(SEALED_FILE_MAX + 1)],
      ['notSealed', '{"holdspaceHandOff":1}'],
      ['truncated', file.slice(0, 900)],
      ['truncated', lines[0] ?? ''],
      ['altered', swapped.join('\n')],
      ['altered', file.replace('\nYWdl', '\nYWdm')],
      // Cut, and put in an armor of its own: whole to look at.
      ['altered', armor.encode(bytes.slice(0, -9000))],
      ['otherKey', await sealTextTo('for somebody else', other)],
      ['notText', await sealBytes(new Uint8Array([0xff, 0xfe, 0x80]), key)],
    ] as const) {
      expect(await reasonOf(text), text.slice(0, 60)).toBe(reason)
    }
  })

  it('refuse a file of which any one byte was changed or its end is missing', async () => {
    const { key } = await made()
    const bytes = armor.decode(await sealTextTo('Held, and let go.', key))
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect((await own.open(armor.encode(flipped))).kind, `${at}`).toBe('refused')
      expect((await own.open(armor.encode(bytes.slice(0, at)))).kind, `${at}`).toBe('refused')
    }
  })
})

describe('the words of a key', () => {
  it('are eight, the same on both sides, and never change', async () => {
    expect(createHash('sha256').update(wordlist.join(' ')).digest('hex')).toBe(
      'f18b9a84c83e38e98eceb0102b275e26438af83ab08f080cdb780a2caa9f3a6d',
    )
    expect(new Set(wordlist.map((word) => word.slice(0, 4))).size).toBe(2048)
    const key = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'
    expect(spokenWordsOf(key).join(' ')).toMatchInlineSnapshot(
      `"plug unlock increase what comic that frown stuff"`,
    )
    const { key: mine, spoken } = await made()
    expect(createRecipients(evening).add({ name: 'Lead volunteer', key: mine })[0]?.spoken).toEqual(spoken)
  })
})
