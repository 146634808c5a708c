CREATE TABLE `report_addenda` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`words` text NOT NULL,
	`written_at` text
);
--> statement-breakpoint
CREATE INDEX `report_addenda_of` ON `report_addenda` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_hand_overs` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`recipient` text NOT NULL,
	`agency` text NOT NULL,
	`method` text NOT NULL,
	`handed_at` text NOT NULL,
	`outcome` text NOT NULL,
	`reference` text,
	`noted_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_hand_overs_of` ON `report_hand_overs` (`number`);--> statement-breakpoint
CREATE TABLE `report_receipts` (
	`number` text PRIMARY KEY NOT NULL,
	`sealed_sha256` text NOT NULL,
	`learned_at` text NOT NULL,
	`sealed_at` text NOT NULL,
	`charter_id` text NOT NULL,
	`charter_version` text NOT NULL,
	`addenda` text NOT NULL,
	`held_since` text,
	`shredded_at` text,
	`asks_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `report_seal_is_final` BEFORE UPDATE ON `reports`
WHEN OLD.state = 'sealed' AND (
	NEW.id IS NOT OLD.id OR NEW.charter_id IS NOT OLD.charter_id OR NEW.charter_version IS NOT OLD.charter_version
	OR NEW.state IS NOT OLD.state OR NEW.body IS NOT OLD.body OR NEW.created_at IS NOT OLD.created_at
	OR NEW.changed_at IS NOT OLD.changed_at OR NEW.known_by IS NOT OLD.known_by
)
BEGIN SELECT RAISE(ABORT, 'A sealed report cannot be changed.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_addendum_needs_seal` BEFORE INSERT ON `report_addenda`
WHEN NOT EXISTS (SELECT 1 FROM reports WHERE id = NEW.report_id AND state = 'sealed')
BEGIN SELECT RAISE(ABORT, 'Only a sealed report has addenda.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_addendum_is_final` BEFORE UPDATE ON `report_addenda`
BEGIN SELECT RAISE(ABORT, 'An addendum cannot be changed.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_addendum_stays` BEFORE DELETE ON `report_addenda`
WHEN OLD.written_at IS NOT NULL AND EXISTS (SELECT 1 FROM reports WHERE id = OLD.report_id)
BEGIN SELECT RAISE(ABORT, 'An addendum goes with its report.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_receipt_is_final` BEFORE UPDATE ON `report_receipts`
WHEN NEW.number IS NOT OLD.number OR NEW.sealed_sha256 IS NOT OLD.sealed_sha256 OR NEW.sealed_at IS NOT OLD.sealed_at
	OR NEW.learned_at IS NOT OLD.learned_at OR NEW.charter_id IS NOT OLD.charter_id
	OR NEW.charter_version IS NOT OLD.charter_version
	OR (OLD.shredded_at IS NOT NULL AND (NEW.shredded_at IS NOT OLD.shredded_at OR NEW.addenda IS NOT OLD.addenda))
BEGIN SELECT RAISE(ABORT, 'A receipt cannot be changed.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_hand_over_is_final` BEFORE UPDATE ON `report_hand_overs`
BEGIN SELECT RAISE(ABORT, 'The log of hand-overs only grows.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_hand_over_stays` BEFORE DELETE ON `report_hand_overs`
WHEN EXISTS (SELECT 1 FROM report_receipts WHERE number = OLD.number)
BEGIN SELECT RAISE(ABORT, 'A hand-over goes with its receipt.'); END;
