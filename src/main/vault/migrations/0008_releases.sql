CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`released_at` text NOT NULL,
	`cells` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `releases_by_period` ON `releases` (`period`);