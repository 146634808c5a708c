/** @file Somebody who is not in the room any more, and when they count as back. */
import type { Person } from '../roster/person'

/**
 * How long a departure is one quiet line, in milliseconds: as long as it takes to look up from a face, and for a line
 * that broke to come back by itself. Who is not back by then has stepped out.
 */
export const JUST_LEFT_MS = 20_000

/** Somebody who left. */
export interface Left {
  id: string
  name: string
  /** Somebody else of this name was here then: whoever comes by it may be that one. */
  hasTwin: boolean
  /** The charter asks about them, and they were not back in time. */
  isDue: boolean
}

/**
 * People as those who left.
 *
 * @param besides - who else was here then.
 */
export const withTwins = (
  gone: readonly Pick<Person, 'id' | 'name'>[],
  besides: readonly Pick<Person, 'id' | 'name'>[] = [],
): readonly Left[] => {
  const idsOf = new Map<string, Set<string>>()
  for (const { id, name } of [...gone, ...besides]) idsOf.set(name, (idsOf.get(name) ?? new Set()).add(id))
  return gone.map(({ id, name }) => ({ id, name, hasTwin: (idsOf.get(name)?.size ?? 0) > 1, isDue: false }))
}

/**
 * Who is still missed once people came. A line lost comes back under another id and the same name; where two had that
 * name, or two of it are missed, it is not known who came, and each is still to be looked for.
 */
export const stillMissed = (
  left: readonly Left[],
  came: readonly Pick<Person, 'id' | 'name'>[],
): readonly Left[] => {
  if (came.length === 0 || left.length === 0) return left
  const byId = new Map(left.map((one) => [one.id, one]))
  const byName = Map.groupBy(left, ({ name }) => name)
  const back = new Set<Left>()
  for (const { id, name } of came) {
    const same = byId.get(id)
    const named = (byName.get(name) ?? []).filter((one) => !back.has(one))
    const [only] = named
    if (same) back.add(same)
    else if (named.length === 1 && only && !only.hasTwin) back.add(only)
  }
  return left.filter((one) => !back.has(one))
}
