/** @file Joins what several domains keep into one kind of record on the page What is kept. */
import type { KeptKindId } from '../contract/vault'
import type { KeptKindDescriptor } from './vault/kept-kind'

/** A domain's share of a kind that others share too. Its entries' ids are its own alone. */
export type KeptPart = Omit<KeptKindDescriptor, 'kind' | 'canForget' | 'keepLonger'>

/** One kind of which every entry may be forgotten, made of the parts of several domains, in their order. */
export const keptTogether = (kind: KeptKindId, parts: readonly KeptPart[]): KeptKindDescriptor => ({
  kind,
  tables: parts.flatMap((part) => part.tables),
  canForget: true,
  lists: parts.flatMap((part) => part.lists ?? []),
  list: (vault, now) => parts.flatMap((part) => part.list(vault, now)),
  forget: (vault, id) => {
    for (const part of parts) {
      const forgotten = part.forget(vault, id)
      if (forgotten) return forgotten
    }
    return null
  },
  countDue: (vault, now) => parts.reduce((sum, part) => sum + part.countDue(vault, now), 0),
  enforceEnd: (vault, now) => {
    for (const part of parts) part.enforceEnd(vault, now)
  },
})
