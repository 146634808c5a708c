ALTER TABLE `debriefs` ADD `tags` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `debriefs_by_tags` ON `debriefs` (`tags`) WHERE tags <> '';