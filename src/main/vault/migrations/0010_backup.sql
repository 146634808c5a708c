ALTER TABLE `profile` ADD `backup_folder` text;--> statement-breakpoint
ALTER TABLE `profile` ADD `backup_made_at` text;--> statement-breakpoint
ALTER TABLE `profile` ADD `backup_reminder_days` integer DEFAULT 30;