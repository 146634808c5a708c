ALTER TABLE `duties` ADD `suggested_charter_id` text;--> statement-breakpoint
ALTER TABLE `duties` ADD `suggested_id` text;