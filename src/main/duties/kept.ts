/** @file What duties tell the page What is kept. */
import { OwnDuty } from '../../contract/duties'
import { DutyId } from '../../contract/primitives'
import { keptEntry, listOf } from '../read-back'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { answered } from './answered'
import { countEndedDuties, readDuties, removeDuty, removeEndedDuties } from './store'

/** Duties, each until it is over and some time longer, or until it is forgotten. */
export const dutiesKept = (): KeptKindDescriptor => ({
  kind: 'duties',
  tables: ['duties'],
  lists: [
    listOf('duties', OwnDuty, (vault, now) =>
      readDuties(vault).map((row) => ({ id: row.id, answered: answered(row, now, []) })),
    ),
  ],
  canForget: true,
  list: (vault) =>
    readDuties(vault)
      .reverse()
      .map((row) =>
        keptEntry(row, () => ({
          id: row.id,
          label: row.title,
          keptSince: row.createdAt,
          keptUntil: row.keptUntil,
          isAskingToGo: false,
        })),
      ),
  forget: (vault, id) => {
    const dutyId = DutyId.safeParse(id)
    const row = dutyId.success ? removeDuty(vault, dutyId.data) : undefined
    // A title may stand elsewhere too; only its sequence in the row is the duty's own.
    return row ? [row.id, `${row.id}${row.kind}${row.title}`] : null
  },
  countDue: (vault, now) => countEndedDuties(vault, now.toISOString()),
  enforceEnd: (vault, now) => removeEndedDuties(vault, now.toISOString()),
})
