/** @file Unfinished forms: keeps what is typed into a form until it is saved, and gives it back (promise 9). */
import { randomUUID } from 'node:crypto'
import {
  KeptForm,
  NOT_YET,
  UNFINISHED_KEPT_DAYS,
  type UnfinishedForm,
  type UnfinishedFormName,
} from '../../contract/unfinished-forms'
import type { Clock } from '../host'
import { instantAt } from '../last-instant'
import { readBack, soundRows } from '../read-back'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import type { IsThere } from './kept'
import { dropForm, readFormId, readForms, writeForm } from './store'

export { type IsThere, unfinishedKept, withForm } from './kept'
export { dropForm, removeFormsOf } from './store'

const DAY_MS = 86_400_000

/** What the router may ask of unfinished forms. All throw `VaultLockedError`. */
export interface UnfinishedService {
  list(form: UnfinishedFormName): KeptForm[]
  /** @throws Refusal NOT_FOUND */
  keep(form: UnfinishedForm): { id: string; typedAt: string }
  drop(form: UnfinishedFormName, belongsTo: string): void
}

/** Makes the service. */
export const createUnfinished = (needs: {
  vault: VaultAccess
  clock: Clock
  isThere: IsThere
}): UnfinishedService => {
  const { vault: access, clock } = needs
  const isThere = (vault: ReadVault, form: UnfinishedFormName, belongsTo: string): boolean =>
    belongsTo === NOT_YET || needs.isThere[form](vault, belongsTo)
  return {
    list: (form) => {
      const vault = access.read()
      const endedBefore = access.dueBefore().toISOString()
      const sound = soundRows(KeptForm, readForms(vault))
      const seen = new Set<string>()
      return sound.filter((one) => {
        if (one.form !== form || one.keptUntil <= endedBefore || seen.has(one.belongsTo)) return false
        seen.add(one.belongsTo)
        return isThere(vault, form, one.belongsTo)
      })
    },
    keep: ({ form, belongsTo, typed }) =>
      access.write((vault) => {
        // Words that come late, of a record that was forgotten meanwhile, would outlive it.
        if (!isThere(vault, form, belongsTo)) throw Refusal.of('NOT_FOUND')
        const now = clock.now()
        // On a clock that ran back, counted from the latest instant known, or it would have ended already.
        const fromMs = Math.max(now.getTime(), access.isClockTrusted() ? 0 : access.dueBefore().getTime())
        const row = {
          id: readFormId(vault, form, belongsTo) ?? randomUUID(),
          form,
          belongsTo,
          typed,
          typedAt: instantAt(now.getTime()),
          keptUntil: instantAt(fromMs + UNFINISHED_KEPT_DAYS * DAY_MS),
        }
        const { id, typedAt } = readBack(KeptForm, row)
        writeForm(vault, row)
        return { id, typedAt }
      }),
    drop: (form, belongsTo) => access.write((vault) => dropForm(vault, form, belongsTo)),
  }
}
