ALTER TABLE `profile` ADD `recovery_sheet_confirmed_at` text;--> statement-breakpoint
ALTER TABLE `profile` ADD `first_start_done_at` text;--> statement-breakpoint
UPDATE `profile` SET `first_start_done_at` = `created_at`;