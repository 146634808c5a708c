CREATE TABLE `vault_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`changes` integer NOT NULL,
	`last_seen_at` text,
	CONSTRAINT "vault_state_one_row" CHECK("vault_state"."id" = 1)
);
