CREATE TABLE `hand_offs` (
	`number` text PRIMARY KEY NOT NULL,
	`made_at` text NOT NULL,
	`recipient` text NOT NULL,
	`key_end` text NOT NULL,
	`expires_on` text NOT NULL,
	`kept_until` text NOT NULL
);
