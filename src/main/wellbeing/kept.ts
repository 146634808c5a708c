/** @file What wellbeing tells the page What is kept: one entry, the key with every check that it opens. */
import { keptEntry } from '../read-back'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { countEndedChecks, readKey, readLastEnd, removeAll, removeEndedChecks, removeIdleKey } from './store'

/** The checks, all together or none: they are forgotten by destroying the key, and their rows with it. */
export const wellbeingKept = (): KeptKindDescriptor => ({
  kind: 'wellbeing',
  tables: ['wellbeing_keys', 'wellbeing_checks'],
  canForget: true,
  list: (vault) => {
    const row = readKey(vault)
    if (!row) return []
    return [
      keptEntry({ id: row.id, createdAt: row.madeAt }, () => ({
        id: row.id,
        label: '',
        role: 'wellbeingChecks',
        keptSince: row.madeAt,
        keptUntil: readLastEnd(vault),
        isAskingToGo: false,
      })),
    ]
  },
  forget: (vault, id) => {
    if (readKey(vault)?.id !== id) return null
    const { checks, keys } = removeAll(vault)
    // The key itself is looked for, and every sealed check: neither may be left anywhere.
    return [
      ...keys.flatMap((key) => [key.id, key.key]),
      ...checks.flatMap((check) => [check.id, check.sealed]),
    ]
  },
  countDue: (vault, now) => countEndedChecks(vault, now.toISOString()),
  enforceEnd: (vault, now) => {
    removeEndedChecks(vault, now.toISOString())
    removeIdleKey(vault)
  },
})
