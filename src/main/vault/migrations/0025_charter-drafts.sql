CREATE TABLE `charter_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`charter_id` text,
	`pack` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL
);
