CREATE TABLE `wellbeing_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`sealed` text NOT NULL,
	`made_at` text NOT NULL,
	`kept_until` text NOT NULL,
	FOREIGN KEY (`key_id`) REFERENCES `wellbeing_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `wellbeing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`made_at` text NOT NULL
);
