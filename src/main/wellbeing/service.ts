/**
 * @file Wellbeing: keeps what a facilitator chose about themselves, sealed with a key of its own, and gives it back.
 * It judges nothing, counts nothing and tells no other domain (docs/decisions/0011-wellbeing-key.md).
 */
import { type WellbeingCheckId, WellbeingKeyId } from '../../contract/primitives'
import {
  WELLBEING_CHECKS_MAX,
  WELLBEING_KEPT_DAYS,
  WELLBEING_SHOWN_MAX,
  type WellbeingAnswers,
  WellbeingCheck,
} from '../../contract/wellbeing'
import type { Clock } from '../host'
import { readBack, soundRows } from '../read-back'
import { Refusal } from '../refusal'
import type { VaultAccess, WriteVault } from '../vault/handles'
import { newWellbeingKey, openAnswers, sealAnswers } from './sealing'
import {
  addCheck,
  addKey,
  type CheckRow,
  countChecks,
  type KeyRow,
  readCheck,
  readChecks,
  readKey,
  removeCheck,
  removeIdleKey,
} from './store'

export { wellbeingKept } from './kept'

const DAY_MS = 86_400_000

/** What the router may ask of wellbeing. All throw `VaultLockedError`. */
export interface WellbeingService {
  list(): {
    keyId: WellbeingKeyId | null
    checks: WellbeingCheck[]
    totalCount: number
    unreadableCount: number
  }
  /** @throws Refusal TOO_MANY */
  keep(checkId: WellbeingCheckId, answers: WellbeingAnswers): WellbeingCheck
  /** @throws Refusal NOT_FOUND */
  discard(checkId: WellbeingCheckId): void
}

const opened = ({ key }: KeyRow, { id, sealed, madeAt, keptUntil }: CheckRow) => ({
  id,
  answers: openAnswers(key, id, sealed),
  madeAt,
  keptUntil,
})

/** Makes the service. */
export const createWellbeing = (needs: { vault: VaultAccess; clock: Clock }): WellbeingService => {
  const { vault: access, clock } = needs
  const keyFor = (vault: WriteVault, madeAt: string): KeyRow =>
    readKey(vault) ??
    addKey(vault, { id: WellbeingKeyId.parse(crypto.randomUUID()), key: newWellbeingKey(), madeAt })
  return {
    list: () => {
      const vault = access.read()
      const key = readKey(vault)
      if (!key) return { keyId: null, checks: [], totalCount: 0, unreadableCount: 0 }
      const endedBefore = access.dueBefore().toISOString()
      const rows = readChecks(vault, endedBefore, WELLBEING_SHOWN_MAX)
      const checks = soundRows(
        WellbeingCheck,
        rows.map((row) => opened(key, row)),
      )
      return {
        keyId: key.id,
        checks,
        totalCount: countChecks(vault, endedBefore),
        unreadableCount: rows.length - checks.length,
      }
    },
    keep: (checkId, answers) =>
      access.write((vault) => {
        const now = clock.now()
        const madeAt = now.toISOString()
        const key = keyFor(vault, madeAt)
        const before = readCheck(vault, checkId)
        // Sent again after a lost answer: the first one is kept, once.
        if (before) return readBack(WellbeingCheck, opened(key, before))
        if (countChecks(vault, '') >= WELLBEING_CHECKS_MAX) throw Refusal.of('TOO_MANY')
        // On a clock that ran back, counted from the latest instant known, or it would have ended already.
        const fromMs = Math.max(now.getTime(), access.isClockTrusted() ? 0 : access.dueBefore().getTime())
        const row = addCheck(vault, {
          id: checkId,
          keyId: key.id,
          sealed: sealAnswers(key.key, checkId, answers),
          madeAt,
          keptUntil: new Date(fromMs + WELLBEING_KEPT_DAYS * DAY_MS).toISOString(),
        })
        return readBack(WellbeingCheck, opened(key, row))
      }),
    discard: (checkId) =>
      access.write((vault) => {
        if (!removeCheck(vault, checkId)) throw Refusal.of('NOT_FOUND')
        removeIdleKey(vault)
      }),
  }
}
