/** @file Forms that are not finished: one row each, by what it belongs to. */
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UnfinishedForm, UnfinishedFormName } from '../../contract/unfinished-forms'
import { storedJson } from '../stored-json'

/** `typed`: what stands in the form, as JSON by the contract's schema of that form, without its labels. */
export const unfinishedForms = sqliteTable(
  'unfinished_forms',
  {
    id: text('id').primaryKey(),
    form: text('form').$type<UnfinishedFormName>().notNull(),
    /** The id of a record, or that there is none yet. */
    belongsTo: text('belongs_to').notNull(),
    typed: storedJson('typed').$type<UnfinishedForm['typed']>().notNull(),
    typedAt: text('typed_at').notNull(),
    keptUntil: text('kept_until').notNull(),
  },
  (table) => [index('unfinished_forms_of').on(table.form, table.belongsTo)],
)
