/**
 * @file What is told to a group of every column of the vault. The page is written from the live schema: what is there
 * and has no line here is named on the page itself, and a test fails (`tests/promises/pledge.test.ts`).
 */
import type { KeptKind } from '../../../../contract/vault'

/** Each line of the page, and what of the schema it tells: tables, with their columns. */
export const pledgeLines = {
  group: {
    groups:
      'id name charter_id server_kind server_host server_operator is_server_approved second_server_host second_server_operator is_second_server_approved weekday starts_at_local time_zone planned_minutes registered_count tightened created_at',
  },
  sessions: {
    sessions:
      'id group_id charter_id server_kind server_host room_name planned_at time_zone planned_minutes state opened_at closed_at cancel_reason_id charter_version created_at',
    ticks: 'session_id phase item_id ticked_at',
    room_passwords: 'session_id password made_at',
    lock_times_over: 'session_id',
  },
  reflection: {
    debriefs: 'seq id charter_id content words tags is_draft created_at changed_at kept_until',
    debrief_words: 'words',
    hand_offs: 'number made_at recipient key_end expires_on kept_until',
    feedback_notes: 'number made_at received_at parts reply_to reply replied_at kept_until',
    received_hand_offs:
      'number received_at made_at expires_on ends_at charter_id charter_version answers reply_to themes read_at asked_back_at feedback answered_at reply replied_at',
    lessons: 'id title words created_at changed_at kept_until',
  },
  report: {
    reports: 'id charter_id charter_version state body created_at changed_at asks_at known_by',
    report_addenda: 'id report_id words written_at',
    report_decisions: 'id charter_id asked decision reasons decided_at asks_at',
    report_hand_overs: 'id number recipient agency method handed_at outcome reference noted_at',
    report_receipts:
      'number sealed_sha256 learned_at sealed_at charter_id charter_version addenda held_since shredded_at asks_at',
    report_recipients: 'id name key added_at',
  },
  violation: {
    violation_drafts: 'id charter_id content created_at changed_at kept_until',
  },
  numbers: {
    counters: 'charter_id month kind reason_id count',
    releases: 'id period released_at cells',
    bundles: 'id source year quarter made_at digest',
    bundle_months:
      'bundle_id group_digest charter_id month planned held missed cancelled planned_minutes held_minutes',
    bundle_counts: 'bundle_id charter_id act reason_id count',
    bundles_sent: 'id source year quarter made_at recipient key_end',
    roll_ups: 'id period counted_at told',
  },
  own: {
    profile:
      'id display_name created_at key_bindings recovery_sheet_confirmed_at first_start_done_at work backup_folder backup_made_at backup_reminder_days backup_by_itself',
    vault_state: 'id changes last_seen_at',
    duties:
      'id kind title rhythm due_on ends_on remind_days done_at suggested_charter_id suggested_id created_at kept_until',
    own_keys: 'id secret key made_at replaced_at kept_until',
    wellbeing_checks: 'id key_id sealed made_at kept_until',
    wellbeing_keys: 'id key made_at',
  },
  unfinished: {
    unfinished_forms: 'id form belongs_to typed typed_at kept_until',
  },
  rules: {
    chosen_charter: 'id charter_id chosen_at',
    charter_readings: 'charter_id by version read_on noted_at',
    charter_drafts: 'id name charter_id pack created_at changed_at',
    taken_charters: 'charter_id version charter public_key signature taken_at acknowledged_at',
    coming_charters: 'charter_id version charter public_key signature taken_at',
    charter_signers: 'organization public_key known_since',
    signing_key: 'id private_key public_key made_at',
    crisis_settings: 'id region on_call_role on_call_number group_contact changed_at',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

/** Name of a line; each has its words under `pledge.page.kept`. */
export type PledgeLine = keyof typeof pledgeLines

/** Parts of the search index and of the database itself, which hold nothing of their own. */
const aside: ReadonlySet<string> = new Set(['debrief_words.debrief_words', 'debrief_words.rank'])

const lineNames = Object.keys(pledgeLines) as PledgeLine[]
const columnsOf = (line: PledgeLine): string[] =>
  Object.entries(pledgeLines[line]).flatMap(([table, columns]) =>
    columns.split(' ').map((column) => `${table}.${column}`),
  )

/** The page beside the schema: the lines that tell something that is there, and what is there and no line tells. */
export interface Pledge {
  lines: readonly PledgeLine[]
  /** Columns of the schema, `table.column`, that no line tells. */
  untold: readonly string[]
  /** Columns that a line tells and that are not there. */
  gone: readonly string[]
}

/** Holds the lines against the live schema, as What is kept has it. */
export const pledgeOf = (kinds: readonly Pick<KeptKind, 'columns'>[]): Pledge => {
  const live = new Set(kinds.flatMap(({ columns }) => columns).filter((column) => !aside.has(column)))
  const told = new Set(lineNames.flatMap(columnsOf))
  return {
    lines: lineNames.filter((line) => columnsOf(line).some((column) => live.has(column))),
    untold: [...live].filter((column) => !told.has(column)),
    gone: [...told].filter((column) => !live.has(column)),
  }
}
