-- A debrief's words stand in one column by the fields that the contract declares, and once more without any mark of
-- JSON for the search: a field that is declared later needs no change here.
DROP TRIGGER `debriefs_words_added`;
--> statement-breakpoint
DROP TRIGGER `debriefs_words_removed`;
--> statement-breakpoint
DROP TRIGGER `debriefs_words_changed`;
--> statement-breakpoint
DROP TABLE `debrief_words`;
--> statement-breakpoint
ALTER TABLE `debriefs` ADD `content` text DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE `debriefs` ADD `words` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE `debriefs` SET
	`content` = json_object('text', `text`, 'answers', json(`answers`)),
	`words` = trim(`text` || char(10) || `answer_words`, char(10));
--> statement-breakpoint
ALTER TABLE `debriefs` DROP COLUMN `text`;
--> statement-breakpoint
ALTER TABLE `debriefs` DROP COLUMN `answers`;
--> statement-breakpoint
ALTER TABLE `debriefs` DROP COLUMN `answer_words`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `debrief_words` USING fts5(
	`words`,
	content = 'debriefs', content_rowid = 'seq',
	tokenize = 'unicode61 remove_diacritics 2',
	prefix = '1 2'
);
--> statement-breakpoint
INSERT INTO `debrief_words` (`debrief_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO `debrief_words` (`debrief_words`) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER `debriefs_words_added` AFTER INSERT ON `debriefs` BEGIN
	INSERT INTO `debrief_words` (`rowid`, `words`) VALUES (new.`seq`, new.`words`);
END;
--> statement-breakpoint
CREATE TRIGGER `debriefs_words_removed` AFTER DELETE ON `debriefs` BEGIN
	INSERT INTO `debrief_words` (`debrief_words`, `rowid`, `words`) VALUES ('delete', old.`seq`, old.`words`);
END;
--> statement-breakpoint
CREATE TRIGGER `debriefs_words_changed` AFTER UPDATE OF `seq`, `words` ON `debriefs` BEGIN
	INSERT INTO `debrief_words` (`debrief_words`, `rowid`, `words`) VALUES ('delete', old.`seq`, old.`words`);
	INSERT INTO `debrief_words` (`rowid`, `words`) VALUES (new.`seq`, new.`words`);
END;
