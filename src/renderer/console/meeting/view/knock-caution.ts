/**
 * @file Whether a knock wants a second look: a removal is no ban (trap 6), and whoever was removed can knock again under
 * any name.
 */
import type { Knock } from '../guard/knocks'
import type { Removal } from '../guard/removals'
import { nameKeys } from '../roster/display-name'

/**
 * Why to look twice. `wasRemoved`: the name of somebody removed. `removedBefore`: any knock since somebody was.
 * `welcomeBack`: the name of somebody who may come back.
 */
export type Caution = 'wasRemoved' | 'removedBefore' | 'welcomeBack'

/** Null: nobody was removed who could be this, or all who were may come back. */
export const cautionOf = (
  knock: Pick<Knock, 'name' | 'knockedAtMs'>,
  removals: readonly Pick<Removal, 'name' | 'removedAtMs' | 'isWelcomeBack'>[],
): Caution | null => {
  const keys = new Set(nameKeys(knock.name))
  const sameName = removals.filter(({ name }) => nameKeys(name).some((key) => keys.has(key)))
  // Of two by one name, the one who may not come back decides.
  if (sameName.some(({ isWelcomeBack }) => !isWelcomeBack)) return 'wasRemoved'
  if (sameName.length > 0) return 'welcomeBack'
  return removals.some(({ removedAtMs, isWelcomeBack }) => !isWelcomeBack && removedAtMs <= knock.knockedAtMs)
    ? 'removedBefore'
    : null
}
