-- The words are stored as they are searched: folded, and each letter of a script without spaces a word of its own. Until now
-- only the index folded, and less than a person expects.
DROP TRIGGER `debriefs_words_added`;
--> statement-breakpoint
DROP TRIGGER `debriefs_words_removed`;
--> statement-breakpoint
DROP TRIGGER `debriefs_words_changed`;
--> statement-breakpoint
DROP TABLE `debrief_words`;
--> statement-breakpoint
-- `search_words`: of the app itself (`searchWords`), known while migrations run.
UPDATE `debriefs` SET `words` = search_words(`words`);
--> statement-breakpoint
-- Marks are part of a word: those that decorate are gone, and the others are letters to their readers.
CREATE VIRTUAL TABLE `debrief_words` USING fts5(
	`words`,
	content = 'debriefs', content_rowid = 'seq',
	tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'",
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
