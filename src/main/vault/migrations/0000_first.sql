CREATE TABLE `chosen_charter` (
	`id` integer PRIMARY KEY NOT NULL,
	`charter_id` text NOT NULL,
	`chosen_at` text NOT NULL,
	CONSTRAINT "chosen_charter_one_row" CHECK("chosen_charter"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`charter_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`reason_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`charter_id`, `month`, `kind`, `reason_id`)
);
--> statement-breakpoint
CREATE TABLE `crisis_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`on_call_role` text,
	`on_call_number` text,
	`changed_at` text NOT NULL,
	CONSTRAINT "crisis_settings_one_row" CHECK("crisis_settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `ticks` (
	`session_id` text NOT NULL,
	`phase` text NOT NULL,
	`item_id` text NOT NULL,
	`ticked_at` text NOT NULL,
	PRIMARY KEY(`session_id`, `phase`, `item_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `debriefs` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`charter_id` text NOT NULL,
	`text` text NOT NULL,
	`answers` text NOT NULL,
	`answer_words` text NOT NULL,
	`is_draft` integer NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`kept_until` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `debriefs_id_unique` ON `debriefs` (`id`);--> statement-breakpoint
CREATE INDEX `debriefs_by_end` ON `debriefs` (`kept_until`);--> statement-breakpoint
CREATE TABLE `room_passwords` (
	`session_id` text PRIMARY KEY NOT NULL,
	`password` text NOT NULL,
	`made_at` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`charter_id` text NOT NULL,
	`charter_version` text NOT NULL,
	`state` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`asks_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`charter_id` text NOT NULL,
	`server_kind` text NOT NULL,
	`server_host` text,
	`server_operator` text,
	`is_server_approved` integer NOT NULL,
	`weekday` integer NOT NULL,
	`starts_at_local` text NOT NULL,
	`time_zone` text NOT NULL,
	`planned_minutes` integer NOT NULL,
	`registered_count` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text,
	`charter_id` text NOT NULL,
	`server_kind` text NOT NULL,
	`server_host` text,
	`room_name` text NOT NULL,
	`planned_at` text NOT NULL,
	`time_zone` text NOT NULL,
	`planned_minutes` integer NOT NULL,
	`state` text NOT NULL,
	`opened_at` text,
	`closed_at` text,
	`cancel_reason_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sessions_state_facts" CHECK((state <> 'held' OR (opened_at IS NOT NULL AND closed_at IS NOT NULL)) AND (state <> 'open' OR opened_at IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX `sessions_by_state` ON `sessions` (`state`,`planned_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_plan` ON `sessions` (`planned_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_group` ON `sessions` (`group_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_one_open` ON `sessions` (`state`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `profile` (
	`id` integer PRIMARY KEY NOT NULL,
	`display_name` text NOT NULL,
	`created_at` text NOT NULL,
	CONSTRAINT "profile_one_row" CHECK("profile"."id" = 1)
);
