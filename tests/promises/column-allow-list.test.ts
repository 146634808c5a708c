/**
 * @file Every column of a real, migrated vault, with the reason it may be there. No column can hold a
 * participant (promise 1); those that may hold a person are the report's body and the words added to it once it is
 * sealed (promise 2's exception).
 */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeptKind } from '../../src/contract/vault'
import { openRealCore, PASSPHRASE, type RealCore } from '../fixtures/real-core'

const id = 'A random id of ours, or a row number.'
const packWord = "A word of a charter pack: an id from the organization's own text."
const ownDate = "A date of the facilitator's own work, or when an entry was made, changed or ends."
const ownSetting = "The facilitator's own set-up of a group or of this app."
const bundleCount =
  "How often, or how long, a colleague's own sessions with a group were in a month: no session and no day."
const search =
  "The inside of the debriefs' search index: the words of the debriefs, which the linter has passed."

/** Every column there may be, with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'bundles.id': id,
  'bundles.source':
    'Random, one for each console that sends bundles: it tells which of two is newer, not whose they are.',
  'bundles.year': 'The quarter that a bundle counts.',
  'bundles.quarter': 'The quarter that a bundle counts.',
  'bundles.made_at': ownDate,
  'bundles.digest': 'Digest of a bundle, so that one number never stands for two contents.',
  'bundle_months.bundle_id': id,
  'bundle_months.group_digest': "Digest of a group's name: two consoles that count one group are noticed.",
  'bundle_months.charter_id': packWord,
  'bundle_months.month': 'A month of the quarter that a bundle counts.',
  'bundle_months.planned': bundleCount,
  'bundle_months.held': bundleCount,
  'bundle_months.missed': bundleCount,
  'bundle_months.cancelled': bundleCount,
  'bundle_months.planned_minutes': bundleCount,
  'bundle_months.held_minutes': bundleCount,
  'bundle_counts.bundle_id': id,
  'bundle_counts.charter_id': packWord,
  'bundle_counts.act': 'One of the kinds of intervention: an enumeration of ours.',
  'bundle_counts.reason_id': packWord,
  'bundle_counts.count': 'A count for a whole charter and a quarter, of one console.',
  'bundles_sent.id': id,
  'bundles_sent.source': 'Random, the same in all bundles that this vault sends.',
  'bundles_sent.year': 'The quarter that a bundle counted.',
  'bundles_sent.quarter': 'The quarter that a bundle counted.',
  'bundles_sent.made_at': ownDate,
  'bundles_sent.recipient': 'The role that a bundle was sealed to.',
  'bundles_sent.key_end': 'The end of the public key that a bundle was sealed to.',
  'roll_ups.id': id,
  'roll_ups.period': 'A quarter or year whose numbers of the organization were told.',
  'roll_ups.counted_at': ownDate,
  'roll_ups.told':
    'The numbers of the organization as they were told, ids and planned sessions of the bundles that they are of, and the exact counts behind what was shown.',
  'charter_readings.charter_id': packWord,
  'charter_readings.by': 'Who read the charter: one of two kinds, never a name.',
  'charter_readings.version': packWord,
  'charter_readings.read_on': 'The day on which it was read, as the facilitator noted it.',
  'charter_readings.noted_at': ownDate,
  'charter_signers.organization': 'The organization of a charter that was taken in, as the file names it.',
  'charter_signers.public_key': 'The public key of an organization, by which its next file is known.',
  'charter_signers.known_since': ownDate,
  'signing_key.id': id,
  'signing_key.private_key': "The facilitator's own key for signing charters: random, never of a person.",
  'signing_key.public_key': 'The public half of it, which every signed charter carries.',
  'signing_key.made_at': ownDate,
  'taken_charters.charter_id': packWord,
  'taken_charters.version': packWord,
  'taken_charters.charter':
    "An organization's charter, as it was signed: rules and words, nobody of a group.",
  'taken_charters.public_key': 'The public key of an organization.',
  'taken_charters.signature': "The organization's signature of its charter.",
  'taken_charters.taken_at': ownDate,
  'taken_charters.acknowledged_at': ownDate,
  'coming_charters.charter_id': packWord,
  'coming_charters.version': packWord,
  'coming_charters.charter':
    "An organization's charter that waits for its day, as it was signed: rules and words, nobody of a group.",
  'coming_charters.public_key': 'The public key of an organization.',
  'coming_charters.signature': "The organization's signature of that version.",
  'coming_charters.taken_at': ownDate,
  'charter_drafts.id': id,
  'charter_drafts.name': 'What an organization calls the charter that it is writing.',
  'charter_drafts.charter_id': packWord,
  'charter_drafts.pack':
    "An organization's charter as it is being written: rules and words, nobody of a group.",
  'charter_drafts.created_at': ownDate,
  'charter_drafts.changed_at': ownDate,
  'chosen_charter.id': id,
  'chosen_charter.charter_id': packWord,
  'chosen_charter.chosen_at': ownDate,
  'counters.charter_id': packWord,
  'counters.month': 'A month. No session, no day, no group.',
  'counters.kind': 'One of three kinds of what the facilitator did.',
  'counters.reason_id': packWord,
  'counters.count': 'A number, for a whole charter and a whole month.',
  'crisis_settings.id': id,
  'crisis_settings.region': ownSetting,
  'crisis_settings.on_call_role': "The organization's on-call contact: a role, never a member of a group.",
  'crisis_settings.on_call_number': "The organization's on-call contact: a number, never a member's.",
  'crisis_settings.group_contact':
    "How anybody reaches the organization after a session: read aloud to everyone, never a member's.",
  'crisis_settings.changed_at': ownDate,
  'debrief_words.words': search,
  'debrief_words.debrief_words': "The search index's own command column; holds nothing.",
  'debrief_words.rank': "The search index's own ranking column; holds nothing.",
  'debrief_words_config.k': search,
  'debrief_words_config.v': search,
  'debrief_words_data.id': search,
  'debrief_words_data.block': search,
  'debrief_words_docsize.id': search,
  'debrief_words_docsize.sz': search,
  'debrief_words_idx.segid': search,
  'debrief_words_idx.term': search,
  'debrief_words_idx.pgno': search,
  'debriefs.seq': id,
  'debriefs.id': id,
  'debriefs.charter_id': packWord,
  'debriefs.content':
    "The facilitator's own reflection by its fields, each stored only when the linter found no name of the room in it.",
  'debriefs.tags': 'What it is about: situations of a fixed list, never words.',
  'debriefs.words': 'The same, without the names of the fields, for the search.',
  'debriefs.is_draft': 'Whether it is still being written.',
  'debriefs.created_at': ownDate,
  'debriefs.changed_at': ownDate,
  'debriefs.kept_until': ownDate,
  'vault_state.id': id,
  'vault_state.changes': 'How many changes were stored: a number that grows.',
  'vault_state.last_seen_at': 'When the vault was last seen open, by the clock of this computer.',
  'duties.id': id,
  'duties.kind': "One of the kinds of duty of the facilitator's own.",
  'duties.title': 'What the facilitator calls a duty of their own role.',
  'duties.rhythm': ownSetting,
  'duties.due_on': ownDate,
  'duties.ends_on': ownDate,
  'duties.remind_days': ownSetting,
  'duties.done_at': ownDate,
  'duties.suggested_charter_id': packWord,
  'duties.suggested_id': packWord,
  'duties.created_at': ownDate,
  'duties.kept_until': ownDate,
  'unfinished_forms.id': id,
  'unfinished_forms.form': 'Which form it is: one of a fixed list.',
  'unfinished_forms.belongs_to': 'The id of the record that a form belongs to, or that there is none yet.',
  'unfinished_forms.typed':
    'What is typed into a form of the fixed list and not saved yet: what its saving would store, field by field. Of a sealed report the call that is being noted, which goes with the report.',
  'unfinished_forms.typed_at': ownDate,
  'unfinished_forms.kept_until': ownDate,
  'feedback_notes.number': 'The number of a hand-off of the facilitator’s own.',
  'feedback_notes.made_at': ownDate,
  'feedback_notes.received_at': ownDate,
  'feedback_notes.parts':
    "The answer of the facilitator's lead to what they handed on, under the charter's headings: written to them about their own practice, past the linter.",
  'feedback_notes.reply_to': "The public half of the lead's key.",
  'feedback_notes.reply':
    "The facilitator's own reply, stored only when the linter found no name of the room in it.",
  'feedback_notes.replied_at': ownDate,
  'feedback_notes.kept_until': ownDate,
  'lessons.id': id,
  'lessons.title': 'What a lead calls a lesson of situations, stored past the linter.',
  'lessons.words': 'A lesson of situations, stored past the linter.',
  'lessons.created_at': ownDate,
  'lessons.changed_at': ownDate,
  'lessons.kept_until': ownDate,
  'received_hand_offs.number': 'The number of a hand-off: the beginning of a random id.',
  'received_hand_offs.received_at': ownDate,
  'received_hand_offs.made_at': ownDate,
  'received_hand_offs.expires_on': ownDate,
  'received_hand_offs.ends_at': ownDate,
  'received_hand_offs.charter_id': packWord,
  'received_hand_offs.charter_version': packWord,
  'received_hand_offs.answers':
    'What a facilitator chose of a reflection on their own practice, past their linter, until the day that they set.',
  'received_hand_offs.reply_to': "The public half of the facilitator's own key: random, and no name.",
  'received_hand_offs.themes': 'What it is about: situations of a fixed list.',
  'received_hand_offs.read_at': ownDate,
  'received_hand_offs.asked_back_at': ownDate,
  'received_hand_offs.feedback': "The lead's answer to the facilitator, as it is written, past the linter.",
  'received_hand_offs.answered_at': ownDate,
  'received_hand_offs.reply': "The facilitator's reply to the answer, past their linter.",
  'received_hand_offs.replied_at': ownDate,
  'hand_offs.number': 'The number of a hand-off: the beginning of a random id, which no debrief has.',
  'hand_offs.made_at': ownDate,
  'hand_offs.recipient': 'The role that it was sealed to.',
  'hand_offs.key_end': 'The end of the public half of their key.',
  'hand_offs.expires_on': ownDate,
  'hand_offs.kept_until': ownDate,
  'groups.id': id,
  'groups.name': 'What the facilitator calls the group.',
  'groups.charter_id': packWord,
  'groups.server_kind': ownSetting,
  'groups.server_host': ownSetting,
  'groups.server_operator': 'Who runs the meeting server, in the words of the facilitator.',
  'groups.is_server_approved': ownSetting,
  'groups.second_server_host': ownSetting,
  'groups.second_server_operator': 'Who runs the second meeting server, in the words of the facilitator.',
  'groups.is_second_server_approved': ownSetting,
  'groups.weekday': ownSetting,
  'groups.starts_at_local': ownSetting,
  'groups.time_zone': ownSetting,
  'groups.planned_minutes': ownSetting,
  'groups.registered_count': 'A number typed in; who is registered is nowhere.',
  'groups.tightened':
    'What the facilitator decided more strictly for the group: choices and numbers of a fixed list.',
  'groups.created_at': ownDate,
  'own_keys.id': id,
  'own_keys.secret': "The secret half of the facilitator's own key: random, never of a person.",
  'own_keys.key': 'The public half of it, which others seal files to.',
  'own_keys.made_at': ownDate,
  'own_keys.replaced_at': ownDate,
  'own_keys.kept_until': ownDate,
  'profile.backup_folder':
    'The folder of the last backup, as this computer names it: chosen by the facilitator.',
  'profile.backup_made_at': ownDate,
  'profile.backup_reminder_days': ownSetting,
  'profile.backup_by_itself': ownSetting,
  'profile.id': id,
  'profile.display_name': "The facilitator's own name for meetings: the one name in the vault.",
  'profile.created_at': ownDate,
  'profile.work': ownSetting,
  'profile.key_bindings': ownSetting,
  'profile.recovery_sheet_confirmed_at': ownDate,
  'profile.first_start_done_at': ownDate,
  'releases.id': id,
  'releases.period': 'A month, quarter or year whose numbers left.',
  'releases.released_at': ownDate,
  'releases.cells':
    'The counts that an export showed, the exact ones behind them and those that can be worked out from them, each for a whole charter and a quarter or a year; or charters whose period stays closed.',
  'violation_drafts.id': id,
  'violation_drafts.charter_id': packWord,
  'violation_drafts.content':
    "What broke a platform's rule, in the facilitator's own words and those of one message, typed on purpose where the charter asks for it; stored only when the linter found no name of the room in it.",
  'violation_drafts.created_at': ownDate,
  'violation_drafts.changed_at': ownDate,
  'violation_drafts.kept_until': ownDate,
  'report_addenda.id': id,
  'report_addenda.report_id': id,
  'report_addenda.words':
    'What was added to a sealed report: typed by the facilitator on purpose, as the report was.',
  'report_addenda.written_at': ownDate,
  'report_decisions.id': id,
  'report_decisions.charter_id': packWord,
  'report_decisions.asked': 'Who was asked whether to report: roles of a fixed list.',
  'report_decisions.decision': 'What was decided: one of three.',
  'report_decisions.reasons': 'Why: reasons of a fixed list, no words.',
  'report_decisions.decided_at': ownDate,
  'report_decisions.asks_at': ownDate,
  'report_hand_overs.id': id,
  'report_hand_overs.number': 'The number of a report: the beginning of its random id.',
  'report_hand_overs.recipient': 'Whom the report was given to: one of eight kinds, never a name.',
  'report_hand_overs.agency':
    'The agency or role it was given to; refused where it holds a name that the report has.',
  'report_hand_overs.method': 'How it was given: one of seven ways.',
  'report_hand_overs.handed_at': ownDate,
  'report_hand_overs.outcome': 'What came of it: one of seven.',
  'report_hand_overs.reference':
    'The reference that the agency gave; refused where it holds a name that the report has.',
  'report_hand_overs.noted_at': ownDate,
  'report_receipts.number': 'The number of a report: the beginning of its random id.',
  'report_receipts.sealed_sha256': 'A hash of the sealed report, which tells nothing of it.',
  'report_receipts.learned_at': ownDate,
  'report_receipts.sealed_at': ownDate,
  'report_receipts.charter_id': packWord,
  'report_receipts.charter_version': packWord,
  'report_receipts.addenda': 'Dates and hashes of what was added to the report.',
  'report_receipts.held_since': ownDate,
  'report_receipts.shredded_at': ownDate,
  'report_receipts.asks_at': ownDate,
  'report_recipients.id': id,
  'report_recipients.name': 'A role or an agency that a report or a hand-off can be sealed to.',
  'report_recipients.key': 'The public half of their key.',
  'report_recipients.added_at': ownDate,
  'reports.id': id,
  'reports.charter_id': packWord,
  'reports.charter_version': packWord,
  'reports.state': 'One of the states of a report.',
  'reports.body': 'The mandated report: typed by the facilitator on purpose, the only record about a person.',
  'reports.created_at': ownDate,
  'reports.changed_at': ownDate,
  'reports.asks_at': ownDate,
  'reports.known_by': ownDate,
  'lock_times_over.session_id': id,
  'room_passwords.session_id': id,
  'room_passwords.password': 'A random password of an open room; removed when the session closes.',
  'room_passwords.made_at': ownDate,
  'sessions.id': id,
  'sessions.group_id': id,
  'sessions.charter_id': packWord,
  'sessions.server_kind': ownSetting,
  'sessions.server_host': ownSetting,
  'sessions.room_name': 'A random name of ours.',
  'sessions.planned_at': ownDate,
  'sessions.time_zone': ownSetting,
  'sessions.planned_minutes': ownSetting,
  'sessions.state': 'One of the states of a session.',
  'sessions.opened_at': ownDate,
  'sessions.closed_at': ownDate,
  'sessions.cancel_reason_id': packWord,
  'sessions.charter_version': packWord,
  'sessions.created_at': ownDate,
  'ticks.session_id': id,
  'ticks.phase': 'One of the phases of an evening.',
  'ticks.item_id': packWord,
  'ticks.ticked_at': ownDate,
  'wellbeing_keys.id': id,
  'wellbeing_keys.key': 'A random key that opens the wellbeing checks and nothing else; destroyed with them.',
  'wellbeing_keys.made_at': ownDate,
  'wellbeing_checks.id': id,
  'wellbeing_checks.key_id': id,
  'wellbeing_checks.sealed':
    "The facilitator's own choices about themselves from short lists, no words, sealed with that key.",
  'wellbeing_checks.made_at': ownDate,
  'wellbeing_checks.kept_until': ownDate,
  '__drizzle_migrations.id': id,
  '__drizzle_migrations.hash':
    'Which changes of the schema have run: hashes of files that ship with the app.',
  '__drizzle_migrations.created_at': 'Dates of those files.',
}

/** Tables of the search index that SQLite makes for itself, and the note of migrations: part of no kind. */
const isAside = (table: string): boolean => /^(debrief_words_|__drizzle_migrations$)/.test(table)

let real: RealCore
beforeAll(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
})
afterAll(() => real.core.close())

/** Every table and column that the open, decrypted database really has, hidden ones included. */
const liveColumns = (): { table: string; path: string }[] =>
  real.core.vault.access
    .read()
    .all<{ table: string; column: string }>(
      sql`SELECT m.name AS "table", c.name AS "column" FROM pragma_table_list AS m, pragma_table_xinfo(m.name) AS c
        WHERE m.schema = 'main' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, c.cid`,
    )
    .map(({ table, column }) => ({ table, path: `${table}.${column}` }))

const unexplained = (): string[] =>
  liveColumns()
    .map(({ path }) => path)
    .filter((path) => !Object.hasOwn(allowed, path))
const tablesOfNoKind = (kinds: readonly KeptKind[]): string[] => {
  const kept = new Set(kinds.flatMap((kind) => kind.tables))
  return [...new Set(liveColumns().map(({ table }) => table))].filter(
    (table) => !kept.has(table) && !isAside(table),
  )
}

describe('the columns of a real vault', () => {
  it('are all listed with their reason, and no other is listed', () => {
    expect(unexplained()).toEqual([])
    const live = new Set(liveColumns().map(({ path }) => path))
    expect(live.size).toBeGreaterThan(60)
    expect(Object.keys(allowed).filter((path) => !live.has(path))).toEqual([])
  })

  it('belong to tables that each are of exactly one kind, shown on the page What is kept', async () => {
    const kinds = await real.client.vault.kept()
    expect(tablesOfNoKind(kinds)).toEqual([])
    expect(real.core.vault.schemaGaps()).toEqual([])
    const shown = new Set(kinds.flatMap((kind) => kind.columns))
    for (const { table, path } of liveColumns()) {
      if (!isAside(table) && !path.endsWith('.rank') && path !== 'debrief_words.debrief_words') {
        expect(shown).toContain(path)
      }
    }
  })

  it('would be found if one were added without a reason', async () => {
    real.core.vault.access.write((vault) => {
      vault.run(sql`ALTER TABLE sessions ADD COLUMN attended_by text`)
      vault.run(sql`CREATE TABLE roster (name text)`)
    })
    expect(unexplained()).toEqual(['roster.name', 'sessions.attended_by'])
    expect(tablesOfNoKind(await real.client.vault.kept())).toEqual(['roster'])
    real.core.vault.access.write((vault) => {
      vault.run(sql`ALTER TABLE sessions DROP COLUMN attended_by`)
      vault.run(sql`DROP TABLE roster`)
    })
    expect(unexplained()).toEqual([])
  })
})
