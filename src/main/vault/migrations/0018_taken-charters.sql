CREATE TABLE `charter_signers` (
	`organization` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`known_since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `signing_key` (
	`id` integer PRIMARY KEY NOT NULL,
	`private_key` text NOT NULL,
	`public_key` text NOT NULL,
	`made_at` text NOT NULL,
	CONSTRAINT "signing_key_one_row" CHECK("signing_key"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `taken_charters` (
	`charter_id` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`charter` text NOT NULL,
	`public_key` text NOT NULL,
	`signature` text NOT NULL,
	`taken_at` text NOT NULL
);
