ALTER TABLE `groups` ADD `second_server_host` text;--> statement-breakpoint
ALTER TABLE `groups` ADD `second_server_operator` text;--> statement-breakpoint
ALTER TABLE `groups` ADD `is_second_server_approved` integer DEFAULT false NOT NULL;