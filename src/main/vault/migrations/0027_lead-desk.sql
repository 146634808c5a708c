CREATE TABLE `feedback_notes` (
	`number` text PRIMARY KEY NOT NULL,
	`made_at` text NOT NULL,
	`received_at` text NOT NULL,
	`parts` text NOT NULL,
	`reply_to` text,
	`reply` text DEFAULT '' NOT NULL,
	`replied_at` text,
	`kept_until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lessons` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`kept_until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `received_hand_offs` (
	`number` text PRIMARY KEY NOT NULL,
	`received_at` text NOT NULL,
	`made_at` text NOT NULL,
	`expires_on` text NOT NULL,
	`ends_at` text NOT NULL,
	`charter_id` text NOT NULL,
	`charter_version` text NOT NULL,
	`answers` text,
	`reply_to` text,
	`themes` text DEFAULT '[]' NOT NULL,
	`read_at` text,
	`asked_back_at` text,
	`feedback` text DEFAULT '[]' NOT NULL,
	`answered_at` text,
	`reply` text,
	`replied_at` text
);
--> statement-breakpoint
ALTER TABLE `profile` ADD `is_leading` integer DEFAULT false NOT NULL;