/** @file Sealing and opening a check with the key of the checks: AES-256-GCM, bound to the check's id. Pure. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { WellbeingAnswers } from '../../contract/wellbeing'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
/** Every check is sealed at one length, in bytes: how long it is tells nothing of what was chosen. */
const PLAIN_BYTES = 192
/** What the seal is for, and by which format: a row of another kind does not open as a check. */
const PURPOSE = 'holdspace wellbeing check 1'

const boundTo = (id: string): Buffer => Buffer.from(`${PURPOSE} ${id}`, 'utf8')

/** Runs something with the key's bytes, which are cleared afterwards. @throws where the key is none. */
const withKey = <T>(key: string, use: (bytes: Buffer) => T): T => {
  const bytes = Buffer.from(key, 'base64')
  try {
    if (bytes.length !== KEY_BYTES) throw new Error('Not a key of wellbeing checks.')
    return use(bytes)
  } finally {
    bytes.fill(0)
  }
}

/** A new random key, base64: derived from nothing, so that destroying it is enough. */
export const newWellbeingKey = (): string => randomBytes(KEY_BYTES).toString('base64')

/** Seals the choices of a check, under a new random nonce. */
export const sealAnswers = (key: string, id: string, answers: WellbeingAnswers): string =>
  withKey(key, (bytes) => {
    const plain = Buffer.alloc(PLAIN_BYTES, ' ')
    const text = JSON.stringify(answers)
    if (Buffer.byteLength(text, 'utf8') > PLAIN_BYTES) throw new Error('Longer than a sealed check may be.')
    plain.write(text, 'utf8')
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(CIPHER, bytes, iv).setAAD(boundTo(id))
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
  })

/** Opens a check; null where it is damaged, of another id, or sealed with another key. */
export const openAnswers = (key: string, id: string, sealed: string): WellbeingAnswers | null => {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length !== IV_BYTES + PLAIN_BYTES + TAG_BYTES) return null
  try {
    return withKey(key, (keyBytes) => {
      const decipher = createDecipheriv(CIPHER, keyBytes, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(boundTo(id))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      const plain = Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8')
      return WellbeingAnswers.safeParse(JSON.parse(plain)).data ?? null
    })
  } catch {
    // Not as it was sealed, or not with this key.
    return null
  }
}
