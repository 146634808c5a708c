CREATE TABLE `charter_readings` (
	`charter_id` text NOT NULL,
	`by` text NOT NULL,
	`version` text NOT NULL,
	`read_on` text NOT NULL,
	`noted_at` text NOT NULL,
	PRIMARY KEY(`charter_id`, `by`)
);
--> statement-breakpoint
ALTER TABLE `groups` ADD `tightened` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `charter_version` text;