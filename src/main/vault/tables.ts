/** @file The vault's own tables: the facilitator's profile and the state of the vault, one row each. */
import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Work } from '../../contract/vault'

/** The facilitator's own settings; `display_name` is the one name in the vault, theirs. */
export const profile = sqliteTable(
  'profile',
  {
    id: integer('id').primaryKey(),
    displayName: text('display_name').notNull(),
    createdAt: text('created_at').notNull(),
    /** The keys that the facilitator changed, as JSON. */
    keyBindings: text('key_bindings').notNull().default('{}'),
    /** When the person said that the recovery sheet in force is on paper; null: they never did. */
    recoverySheetConfirmedAt: text('recovery_sheet_confirmed_at'),
    /** When first start was gone through to its end; null: it goes on at the next unlocking. */
    firstStartDoneAt: text('first_start_done_at'),
    /** Whether the person facilitates, leads facilitators, or both. */
    work: text('work').$type<Work>().notNull().default('facilitates'),
    /** The folder of the last backup, as this computer names it. */
    backupFolder: text('backup_folder'),
    backupMadeAt: text('backup_made_at'),
    /** Days between two backups after which a reminder is shown; null: never. */
    backupReminderDays: integer('backup_reminder_days').default(30),
    /** True: when it is time for a backup, the console makes one in that folder. */
    backupByItself: integer('backup_by_itself', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [check('profile_one_row', sql`${table.id} = 1`)],
)

/**
 * How many changes were made, to be compared with the note of what was acknowledged; and the latest instant at
 * which the vault was seen open, by which a clock that was put wrong is noticed.
 */
export const vaultState = sqliteTable(
  'vault_state',
  {
    id: integer('id').primaryKey(),
    changes: integer('changes').notNull(),
    lastSeenAt: text('last_seen_at'),
  },
  (table) => [check('vault_state_one_row', sql`${table.id} = 1`)],
)
