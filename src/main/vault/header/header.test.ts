/** @file Checks that no header but a whole one of ours is ever believed, and that both secrets open it. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { KDF_LEAST } from '../../../../tests/fixtures/key-cost'
import { HEADER_BYTES_MAX, type HeaderBody, KdfParams, parseHeader, writeHeader } from './header'
import { createHeader, openHeader } from './header-keys'

const PASSPHRASE = 'a quiet room by the se\u0301a'

/** Made by the first release, by a passphrase with a curly quote, a no-break space and a space at its end. */
const MADE_BEFORE: { body: HeaderBody; vaultKey: string } = {
  body: {
    database: 'sqlcipher-4',
    kdf: { name: 'argon2id', memoryKiB: 19456, passes: 2, lanes: 1 },
    passphrase: {
      salt: '7b6fbc7703765c4a8858c368cce3172a',
      nonce: 'b58c22b7274b50befdf5064e',
      sealed:
        'd38cafbd40194cc9ac764faeb8022553b3b115034318f393b7aa9168ef28cd3bff20d124529fda043049e432f143e63a',
    },
    recovery: {
      salt: '6d61da1dabf9282a9202216ebda5c74f',
      nonce: 'a455bafa60dc60e737b52262',
      sealed:
        '7c4c51562c311e4c8e01a7f2e3d7fc5e682b7768d3a0265b0335de760cacfecb3274d264ac250721cb1ea91adfd5d1d6',
    },
    mac: '05a2118a8e627cf903584b6ce549e610960f6bab56edc62836bc338487586c69',
  },
  vaultKey: '77bf632097640852b41884d2b408616ec317124a42800b5503deac29a83174d9',
}

let body: HeaderBody
let vaultKey: Buffer
let recoveryKey: Buffer
let bytes: Buffer

beforeAll(async () => {
  ;({ body, vaultKey, recoveryKey } = await createHeader(PASSPHRASE, KDF_LEAST))
  bytes = writeHeader(body)
})

/** The bytes of a header whose body was changed by hand and whose checksum was put right. */
function forged(change: (copy: HeaderBody) => void): HeaderBody {
  const copy = structuredClone(body)
  change(copy)
  const parsed = parseHeader(writeHeader(copy))
  if (parsed.kind !== 'header') throw new Error('A forged header should parse')
  return parsed.body
}

describe('header', () => {
  it('comes back from its bytes, which are JSON', () => {
    expect(parseHeader(bytes)).toEqual({ kind: 'header', body })
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ holdspaceVault: 1, body: { kdf: KDF_LEAST } })
  })

  it('notices every flipped bit', () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      if (parseHeader(flipped).kind !== 'damaged') expect.fail(`bit ${bit} was not noticed`)
    }
  })

  it('notices every truncation and anything added', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      if (parseHeader(bytes.subarray(0, length)).kind !== 'damaged') expect.fail(`cut at ${length}`)
    }
    expect(parseHeader(Buffer.concat([bytes, Buffer.from(' ')])).kind).toBe('damaged')
    expect(parseHeader(Buffer.alloc(HEADER_BYTES_MAX + 1, 0x20)).kind).toBe('damaged')
  })

  it('never throws and never believes other bytes or other JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (other) => {
        expect(parseHeader(other).kind).toBe('damaged')
      }),
    )
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (json, isInside) => {
        const start = bytes.toString('utf8').slice(0, 95)
        expect(parseHeader(Buffer.from(isInside ? `${start}"body":${json}}` : json)).kind).toBe('damaged')
      }),
    )
  })

  it('believes none that says something twice, whatever its sum', () => {
    const zeros = writeHeader(body)
      .toString('utf8')
      .replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${'0'.repeat(64)}"`)
    const summed = (text: string) =>
      Buffer.from(text.replace('0'.repeat(64), createHash('sha256').update(text).digest('hex')))
    expect(parseHeader(summed(zeros)).kind).toBe('header')
    expect(parseHeader(summed(zeros.replace('"passes":', '"passes":9,"passes":'))).kind).toBe('damaged')
  })

  it('knows a whole header of a newer format, and calls a broken one damaged', () => {
    const newer = Buffer.from(
      writeHeader(body).toString('utf8').replace('"holdspaceVault":1', '"holdspaceVault":2'),
    )
    expect(parseHeader(newer).kind).toBe('damaged')
    const zeros = newer.toString('utf8').replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${'0'.repeat(64)}"`)
    const sum = createHash('sha256').update(zeros).digest('hex')
    expect(parseHeader(Buffer.from(zeros.replace('0'.repeat(64), sum)))).toEqual({
      kind: 'fromTheFuture',
      format: 2,
    })
  })

  it('refuses key derivation that is too weak or would use up the machine', () => {
    const isTaken = (change: Partial<KdfParams>) => KdfParams.safeParse({ ...KDF_LEAST, ...change }).success
    expect(isTaken({})).toBe(true)
    for (const change of [
      { memoryKiB: 19 * 1024 - 1 },
      { passes: 1 },
      { lanes: 0 },
      { memoryKiB: 1024 * 1024 + 1 },
      { passes: 11 },
      { lanes: 17 },
      { memoryKiB: 65536.5 },
    ]) {
      expect(isTaken(change)).toBe(false)
      const weak = { ...structuredClone(body), kdf: { ...KDF_LEAST, ...change } }
      expect(parseHeader(writeHeader(weak)).kind).toBe('damaged')
    }
  })
})

describe('keys of a header', () => {
  it('opens by the passphrase in either Unicode form, and by the recovery key', async () => {
    const typed = (passphrase: string) => openHeader(body, { kind: 'passphrase', passphrase })
    expect(await typed(PASSPHRASE)).toEqual(vaultKey)
    expect(await typed(PASSPHRASE.normalize('NFC'))).toEqual(vaultKey)
    expect(await openHeader(body, { kind: 'recoveryKey', key: recoveryKey })).toEqual(vaultKey)
  })

  it('opens whatever spaces, quotes and dashes the keyboard gave it', async () => {
    const typed = (passphrase: string) => openHeader(body, { kind: 'passphrase', passphrase })
    expect(await typed(`${PASSPHRASE} `)).toEqual(vaultKey)
    expect(await typed(`\u00a0${PASSPHRASE.replaceAll(' ', '\u00a0')}\u3000`)).toEqual(vaultKey)
    expect(await typed(`\u200f${PASSPHRASE}\u200b`)).toEqual(vaultKey)
    const pasted = await createHeader('a lamp\u00ad in  the window\u200e', KDF_LEAST)
    expect(await openHeader(pasted.body, { kind: 'passphrase', passphrase: 'a lamp in the window' })).toEqual(
      pasted.vaultKey,
    )
    const quoted = await createHeader('it\u2019s \u201ca\u201d lamp \u2014 all night ', KDF_LEAST)
    expect(
      await openHeader(quoted.body, { kind: 'passphrase', passphrase: 'it\'s "a" lamp - all night' }),
    ).toEqual(quoted.vaultKey)
  })

  it('opens a vault that was made before spellings were brought together, by what was typed then', async () => {
    const typed = (passphrase: string) => openHeader(MADE_BEFORE.body, { kind: 'passphrase', passphrase })
    const key = Buffer.from(MADE_BEFORE.vaultKey, 'hex')
    expect(await typed('it\u2019s a lamp\u00a0 in the window ')).toEqual(key)
    await expect(typed('it\u2019s a lamp in the window')).rejects.toMatchObject({ reason: 'wrongSecret' })
  })

  it('opens by nothing else', async () => {
    await expect(
      openHeader(body, { kind: 'passphrase', passphrase: `${PASSPHRASE}.` }),
    ).rejects.toMatchObject({
      reason: 'wrongSecret',
    })
    const key = Buffer.from(recoveryKey)
    key.writeUInt8(key.readUInt8(0) ^ 1, 0)
    await expect(openHeader(body, { kind: 'recoveryKey', key })).rejects.toMatchObject({
      reason: 'wrongSecret',
    })
  })

  it('holds neither key in its bytes', () => {
    for (const key of [vaultKey, recoveryKey]) {
      expect(bytes.includes(key)).toBe(false)
      expect(bytes.includes(key.toString('hex'))).toBe(false)
      expect(bytes.includes(key.toString('base64'))).toBe(false)
    }
  })

  it('notices a header changed by hand with its checksum put right', async () => {
    const weaker = forged((copy) => {
      copy.kdf.passes = 3
    })
    const open = (changed: HeaderBody) => openHeader(changed, { kind: 'passphrase', passphrase: PASSPHRASE })
    await expect(open(weaker)).rejects.toMatchObject({ reason: 'wrongSecret' })
    // The recovery wrap takes no part in opening by passphrase: only the MAC can tell.
    const otherRecovery = forged((copy) => {
      copy.recovery.sealed = `${copy.recovery.sealed.startsWith('0') ? '1' : '0'}${copy.recovery.sealed.slice(1)}`
    })
    await expect(open(otherRecovery)).rejects.toMatchObject({ reason: 'tampered' })
    // And the other way round: by the recovery key, a swapped passphrase wrap or key derivation.
    const otherKdf = forged((copy) => {
      copy.passphrase.salt = '0'.repeat(32)
    })
    await expect(openHeader(otherKdf, { kind: 'recoveryKey', key: recoveryKey })).rejects.toMatchObject({
      reason: 'tampered',
    })
  })
})
