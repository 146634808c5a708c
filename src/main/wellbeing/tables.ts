/** @file The facilitator's wellbeing checks, sealed, and the one key that opens them. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { WellbeingCheckId, WellbeingKeyId } from '../../contract/primitives'

/** At most one row: the random key, base64. Without it no check is ever read again. */
export const wellbeingKeys = sqliteTable('wellbeing_keys', {
  id: text('id').$type<WellbeingKeyId>().primaryKey(),
  key: text('key').notNull(),
  madeAt: text('made_at').notNull(),
})

/** One check. `sealed`: the choices, encrypted (`sealing.ts`), base64. */
export const wellbeingChecks = sqliteTable('wellbeing_checks', {
  id: text('id').$type<WellbeingCheckId>().primaryKey(),
  keyId: text('key_id')
    .$type<WellbeingKeyId>()
    .notNull()
    .references(() => wellbeingKeys.id),
  sealed: text('sealed').notNull(),
  madeAt: text('made_at').notNull(),
  keptUntil: text('kept_until').notNull(),
})
