DROP INDEX `debriefs_by_tags`;--> statement-breakpoint
CREATE INDEX `debriefs_by_tags` ON `debriefs` (`tags`,`kept_until`,`created_at`) WHERE tags <> '';