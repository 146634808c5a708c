ALTER TABLE `profile` ADD `work` text DEFAULT 'facilitates' NOT NULL;--> statement-breakpoint
UPDATE `profile` SET `work` = 'both' WHERE `is_leading` = 1;--> statement-breakpoint
ALTER TABLE `profile` DROP COLUMN `is_leading`;
