/** @file Opens a file that was sealed to a key, and says exactly why where it cannot. Trusts nothing of the file. */
import { armor, Decrypter } from 'age-encryption'
import { SEALED_FILE_MAX, type SealedFileReason } from '../../contract/own-keys'

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----'
const END = '-----END AGE ENCRYPTED FILE-----'

/** A key that may open a file. */
export interface OpeningKey {
  id: string
  /** The public half. */
  key: string
  secret: string
}

/** What came of opening a file: its text and the key that opened it, or why not. */
export type OpenedFile =
  | { kind: 'opened'; text: string; key: Pick<OpeningKey, 'id' | 'key'> }
  | { kind: 'refused'; reason: SealedFileReason }

const refused = (reason: SealedFileReason): OpenedFile => ({ kind: 'refused', reason })

/** The armored block of a text, without what a mail put around it; the reason where there is none. */
const blockOf = (file: string): { block: string } | { reason: SealedFileReason } => {
  if (file.trim() === '') return { reason: 'empty' }
  if (file.length > SEALED_FILE_MAX) return { reason: 'tooLarge' }
  const from = file.indexOf(BEGIN)
  if (from < 0) return { reason: 'notSealed' }
  const end = file.indexOf(END, from)
  return end < 0 ? { reason: 'truncated' } : { block: file.slice(from, end + END.length) }
}

const isOtherKey = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.message.startsWith('no identity matched')

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Opens it with one of these keys.
 *
 * @param file - an age file in its armor; words before and after it are left out.
 */
export const openSealed = async (file: string, keys: readonly OpeningKey[]): Promise<OpenedFile> => {
  const found = blockOf(file)
  if ('reason' in found) return refused(found.reason)
  let bytes: Uint8Array
  try {
    bytes = armor.decode(found.block)
  } catch {
    return refused('altered')
  }
  if (keys.length === 0) return refused('noOwnKey')
  for (const { id, key, secret } of keys) {
    const decrypter = new Decrypter()
    let opened: Uint8Array
    try {
      decrypter.addIdentity(secret)
      opened = await decrypter.decrypt(bytes)
    } catch (thrown) {
      if (isOtherKey(thrown)) continue
      return refused('altered')
    }
    const text = textOf(opened)
    return text === null ? refused('notText') : { kind: 'opened', text, key: { id, key } }
  }
  return refused('otherKey')
}
