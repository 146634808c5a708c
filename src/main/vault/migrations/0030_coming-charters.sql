CREATE TABLE `coming_charters` (
	`charter_id` text NOT NULL,
	`version` text NOT NULL,
	`charter` text NOT NULL,
	`public_key` text NOT NULL,
	`signature` text NOT NULL,
	`taken_at` text NOT NULL,
	PRIMARY KEY(`charter_id`, `version`)
);
--> statement-breakpoint
ALTER TABLE `taken_charters` ADD `acknowledged_at` text;