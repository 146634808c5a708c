/** @file The charter that new groups start with, and who read a charter: facts that the facilitator notes. */
import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CharterDraftId } from '../../contract/primitives'

/** At most one row. `charter_id` is a pack's id; the pack itself lives in `resources/charters`. */
export const chosenCharter = sqliteTable(
  'chosen_charter',
  {
    id: integer('id').primaryKey(),
    charterId: text('charter_id').notNull(),
    chosenAt: text('chosen_at').notNull(),
  },
  (table) => [check('chosen_charter_one_row', sql`${table.id} = 1`)],
)

/** A charter that was taken in from a file, or made here: exactly as it was signed. */
export const takenCharters = sqliteTable('taken_charters', {
  charterId: text('charter_id').primaryKey(),
  version: text('version').notNull(),
  /** The charter's JSON text. */
  charter: text('charter').notNull(),
  publicKey: text('public_key').notNull(),
  signature: text('signature').notNull(),
  takenAt: text('taken_at').notNull(),
  /** When somebody said that they had read what is different in it; null: the first version, or from before this was kept. */
  acknowledgedAt: text('acknowledged_at'),
})

/** A version that was taken in and waits: for its day, and then for somebody to read what is different. */
export const comingCharters = sqliteTable(
  'coming_charters',
  {
    charterId: text('charter_id').notNull(),
    version: text('version').notNull(),
    /** The charter's JSON text. */
    charter: text('charter').notNull(),
    publicKey: text('public_key').notNull(),
    signature: text('signature').notNull(),
    takenAt: text('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.charterId, table.version] })],
)

/** The key that an organization's first file was signed with: any other is refused for it from then on. */
export const charterSigners = sqliteTable('charter_signers', {
  organization: text('organization').primaryKey(),
  publicKey: text('public_key').notNull(),
  knownSince: text('known_since').notNull(),
})

/** The key with which this vault signs charters, made when the first is signed. At most one row. */
export const signingKey = sqliteTable(
  'signing_key',
  {
    id: integer('id').primaryKey(),
    privateKey: text('private_key').notNull(),
    publicKey: text('public_key').notNull(),
    madeAt: text('made_at').notNull(),
  },
  (table) => [check('signing_key_one_row', sql`${table.id} = 1`)],
)

/** A charter that is being written. `pack`: its JSON, sound or not. `charter_id`: the charter it is the next version of. */
export const charterDrafts = sqliteTable('charter_drafts', {
  id: text('id').$type<CharterDraftId>().primaryKey(),
  name: text('name').notNull(),
  charterId: text('charter_id'),
  pack: text('pack').notNull(),
  createdAt: text('created_at').notNull(),
  changedAt: text('changed_at').notNull(),
})

/** That a charter's version was read: by somebody of the organization, or by the facilitator. Days, and no name. */
export const charterReadings = sqliteTable(
  'charter_readings',
  {
    charterId: text('charter_id').notNull(),
    by: text('by', { enum: ['organization', 'facilitator'] }).notNull(),
    version: text('version').notNull(),
    readOn: text('read_on').notNull(),
    notedAt: text('noted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.charterId, table.by] })],
)
