/** @file What is to be said of keys: which end they have, and that a name or a key is there twice. Pure. */
import type { ReportRecipient } from '../../../../contract/report-handing'

/** Letters of a key's end that tell it from another: as many as a person compares by phone. */
const END_LENGTH = 8

/** The end of a key. */
export const keyEnd = ({ key }: Pick<ReportRecipient, 'key'>): string => key.slice(-END_LENGTH)

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** What is there twice. */
export type Twice =
  | { kind: 'sameName'; name: string }
  /** `names`: under which one key is kept. */
  | { kind: 'sameKey'; names: readonly string[] }

/** Names with more than one key, and keys under more than one name. */
export const twiceIn = (recipients: readonly ReportRecipient[]): Twice[] => {
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

/** What a pasted key is: `secret` must not be taken, `bad` is none. Spaces around it and capitals do not matter. */
export const readKey = (
  typed: string,
): { kind: 'key'; key: string } | { kind: 'secret' } | { kind: 'bad' } => {
  const key = typed.trim().toLowerCase()
  if (key.startsWith('age-secret-key-')) return { kind: 'secret' }
  return /^age1[0-9a-z]+$/.test(key) && key.length <= 2000 ? { kind: 'key', key } : { kind: 'bad' }
}
