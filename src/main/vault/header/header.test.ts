/** @file Checks that no header but a whole one of ours is ever believed, and that both secrets open it. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { HEADER_BYTES_MAX, type HeaderBody, KdfParams, parseHeader, writeHeader } from './header'
import { createHeader, openHeader } from './header-keys'

const LEAST_KDF: KdfParams = { name: 'argon2id', memoryKiB: 19 * 1024, passes: 2, lanes: 1 }
const PASSPHRASE = 'a quiet room by the se\u0301a'

let body: HeaderBody
let vaultKey: Buffer
let recoveryKey: Buffer
let bytes: Buffer

beforeAll(async () => {
  ;({ body, vaultKey, recoveryKey } = await createHeader(PASSPHRASE, LEAST_KDF))
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
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ holdspaceVault: 1, body: { kdf: LEAST_KDF } })
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
    const isTaken = (change: Partial<KdfParams>) => KdfParams.safeParse({ ...LEAST_KDF, ...change }).success
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
      const weak = { ...structuredClone(body), kdf: { ...LEAST_KDF, ...change } }
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

  it('opens by nothing else', async () => {
    await expect(
      openHeader(body, { kind: 'passphrase', passphrase: `${PASSPHRASE} ` }),
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
