/**
 * @file Groups and the session record. Facts of the facilitator's own work: no column can hold a participant
 * (docs/decisions/0003-session-record.md).
 */
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Tightening } from '../../contract/charter-tightening'
import type { GroupId, SessionId } from '../../contract/primitives'
import { storedJson } from '../stored-json'

/** A group as its facilitator typed it. `registered_count` is a number typed in; no member list exists. */
export const groups = sqliteTable('groups', {
  id: text('id').$type<GroupId>().primaryKey(),
  name: text('name').notNull(),
  charterId: text('charter_id').notNull(),
  serverKind: text('server_kind', { enum: ['rehearsal', 'jitsi'] }).notNull(),
  serverHost: text('server_host'),
  serverOperator: text('server_operator'),
  isServerApproved: integer('is_server_approved', { mode: 'boolean' }).notNull(),
  /** Null: no second server is named, and the two columns after it mean nothing. */
  secondServerHost: text('second_server_host'),
  secondServerOperator: text('second_server_operator'),
  isSecondServerApproved: integer('is_second_server_approved', { mode: 'boolean' }).notNull().default(false),
  weekday: integer('weekday').notNull(),
  startsAtLocal: text('starts_at_local').notNull(),
  timeZone: text('time_zone').notNull(),
  plannedMinutes: integer('planned_minutes').notNull(),
  registeredCount: integer('registered_count').notNull(),
  /** What the group decides more strictly than its charter, as JSON; null: nothing. */
  tightened: storedJson('tightened').$type<Tightening>(),
  createdAt: text('created_at').notNull(),
})

/** One session. `group_id` is null for a free rehearsal, whose row goes when it closes. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').$type<SessionId>().primaryKey(),
    groupId: text('group_id')
      .$type<GroupId>()
      .references(() => groups.id, { onDelete: 'cascade' }),
    charterId: text('charter_id').notNull(),
    serverKind: text('server_kind', { enum: ['rehearsal', 'jitsi'] }).notNull(),
    serverHost: text('server_host'),
    roomName: text('room_name').notNull(),
    plannedAt: text('planned_at').notNull(),
    timeZone: text('time_zone').notNull(),
    plannedMinutes: integer('planned_minutes').notNull(),
    state: text('state', { enum: ['scheduled', 'open', 'held', 'cancelled', 'missed'] }).notNull(),
    openedAt: text('opened_at'),
    closedAt: text('closed_at'),
    cancelReasonId: text('cancel_reason_id'),
    charterVersion: text('charter_version'),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('sessions_by_state').on(table.state, table.plannedAt),
    index('sessions_by_plan').on(table.plannedAt),
    index('sessions_by_group').on(table.groupId, table.state),
    // Two rooms held at once would be two rooms held badly: the database refuses the second.
    uniqueIndex('sessions_one_open').on(table.state).where(sql`state = 'open'`),
    check(
      'sessions_state_facts',
      sql`(state <> 'held' OR (opened_at IS NOT NULL AND closed_at IS NOT NULL)) AND (state <> 'open' OR opened_at IS NOT NULL)`,
    ),
  ],
)
