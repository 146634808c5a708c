CREATE TABLE `violation_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`charter_id` text NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`kept_until` text NOT NULL
);
