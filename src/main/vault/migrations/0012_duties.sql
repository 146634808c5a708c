CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`rhythm` text NOT NULL,
	`due_on` text,
	`ends_on` text,
	`remind_days` integer NOT NULL,
	`done_at` text,
	`created_at` text NOT NULL,
	`kept_until` text
);
