/** @file What unfinished forms tell the page What is kept, and how they go with what they belong to. */
import { KeptForm, type UnfinishedFormName } from '../../contract/unfinished-forms'
import { keptEntry, listOf } from '../read-back'
import type { ReadVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { countEndedForms, readForms, removeEndedForms, removeForm, removeFormsOf } from './store'

/** Says of each form whether what it belongs to is there; what is not there yet always is. Given by the domains. */
export type IsThere = Readonly<Record<UnfinishedFormName, (vault: ReadVault, belongsTo: string) => boolean>>

/** Forms, each for a week after the last word. */
export const unfinishedKept = (): KeptKindDescriptor => ({
  kind: 'unfinishedForms',
  tables: ['unfinished_forms'],
  lists: [
    listOf('unfinishedForms', KeptForm, (vault) =>
      readForms(vault).map((row) => ({ id: row.id, answered: row })),
    ),
  ],
  canForget: true,
  list: (vault) =>
    readForms(vault).map((row) =>
      keptEntry({ id: row.id, createdAt: row.typedAt }, () => ({
        id: row.id,
        label: '',
        role: `${row.form}Form`,
        keptSince: row.typedAt,
        keptUntil: row.keptUntil,
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => removeForm(vault, id),
  countDue: (vault, now) => countEndedForms(vault, now.toISOString()),
  enforceEnd: (vault, now) => removeEndedForms(vault, now.toISOString()),
})

/** A kind of which an entry may have a form in hand: forgotten, it takes the form along, and its proof covers both. */
export const withForm = (kind: KeptKindDescriptor, form: UnfinishedFormName): KeptKindDescriptor => ({
  ...kind,
  forget: (vault, id) => {
    const gone = kind.forget(vault, id)
    return gone === null ? null : [...gone, ...removeFormsOf(vault, form, id)]
  },
})
