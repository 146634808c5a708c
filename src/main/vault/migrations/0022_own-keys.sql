CREATE TABLE `own_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`key` text NOT NULL,
	`made_at` text NOT NULL,
	`replaced_at` text,
	`kept_until` text
);
