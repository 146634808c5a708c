CREATE TABLE `unfinished_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`belongs_to` text NOT NULL,
	`typed` text NOT NULL,
	`typed_at` text NOT NULL,
	`kept_until` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `unfinished_forms_of` ON `unfinished_forms` (`form`,`belongs_to`);