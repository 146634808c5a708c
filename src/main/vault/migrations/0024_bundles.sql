CREATE TABLE `bundle_counts` (
	`bundle_id` text NOT NULL,
	`charter_id` text NOT NULL,
	`act` text NOT NULL,
	`reason_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`bundle_id`, `charter_id`, `act`, `reason_id`),
	FOREIGN KEY (`bundle_id`) REFERENCES `bundles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bundle_months` (
	`bundle_id` text NOT NULL,
	`group_digest` text NOT NULL,
	`charter_id` text NOT NULL,
	`month` integer NOT NULL,
	`planned` integer NOT NULL,
	`held` integer NOT NULL,
	`missed` integer NOT NULL,
	`cancelled` integer NOT NULL,
	`planned_minutes` integer NOT NULL,
	`held_minutes` integer NOT NULL,
	PRIMARY KEY(`bundle_id`, `group_digest`, `charter_id`, `month`),
	FOREIGN KEY (`bundle_id`) REFERENCES `bundles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bundles` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`made_at` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bundles_by_period` ON `bundles` (`year`,`quarter`,`source`);--> statement-breakpoint
CREATE TABLE `bundles_sent` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`made_at` text NOT NULL,
	`recipient` text NOT NULL,
	`key_end` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `roll_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`counted_at` text NOT NULL,
	`told` text NOT NULL
);
