/** @file What is to be said of keys: that a name or a key is there twice. Pure. */
import type { SealRecipient } from '../../../contract/recipients'
import { unseen } from '../../../contract/same-to-the-eye/letters'
import { foldSearch } from '../../../contract/same-to-the-eye/search'

const folded = (name: string): string =>
  foldSearch(name)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** What is there twice. */
export type Twice =
  | { kind: 'sameName'; name: string }
  /** `names`: under which one key is kept. */
  | { kind: 'sameKey'; names: readonly string[] }

/** Names with more than one key, and keys under more than one name. */
export const twiceIn = (recipients: readonly SealRecipient[]): Twice[] => {
  const byName = Map.groupBy(recipients, ({ name }) => folded(name))
  const byKey = Map.groupBy(recipients, ({ key }) => key)
  return [
    ...[...byName.values()].flatMap((some): Twice[] => {
      const [first] = some
      const isTwice = new Set(some.map(({ key }) => key)).size > 1
      return first && isTwice ? [{ kind: 'sameName', name: first.name }] : []
    }),
    ...[...byKey.values()].flatMap((some): Twice[] =>
      some.length > 1 ? [{ kind: 'sameKey', names: some.map(({ name }) => name) }] : [],
    ),
  ]
}

/** What a pasted key is: `secret` must not be taken, `bad` is none. Spaces around it, unseen marks and capitals do not matter. */
export const readKey = (
  typed: string,
): { kind: 'key'; key: string } | { kind: 'secret' } | { kind: 'bad' } => {
  const key = typed.replace(unseen, '').trim().toLowerCase()
  if (key.startsWith('age-secret-key-')) return { kind: 'secret' }
  return /^age1[0-9a-z]+$/.test(key) && key.length <= 2000 ? { kind: 'key', key } : { kind: 'bad' }
}
