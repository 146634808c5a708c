CREATE TABLE `report_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`charter_id` text NOT NULL,
	`asked` text NOT NULL,
	`decision` text NOT NULL,
	`reasons` text NOT NULL,
	`decided_at` text NOT NULL,
	`asks_at` text NOT NULL
);
