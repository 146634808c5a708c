-- The index that the debrief's search uses; its words are those of the table, kept in step by three triggers.
-- `prefix`: a search begins with one or two letters, which would otherwise walk every word there is.
CREATE VIRTUAL TABLE `debrief_words` USING fts5(
	`text`, `answer_words`,
	content = 'debriefs', content_rowid = 'seq',
	tokenize = 'unicode61 remove_diacritics 2',
	prefix = '1 2'
);
--> statement-breakpoint
-- Without this, words of a deleted entry stay in the index until a later merge.
INSERT INTO `debrief_words` (`debrief_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `debriefs_words_added` AFTER INSERT ON `debriefs` BEGIN
	INSERT INTO `debrief_words` (`rowid`, `text`, `answer_words`)
	VALUES (new.`seq`, new.`text`, new.`answer_words`);
END;
--> statement-breakpoint
CREATE TRIGGER `debriefs_words_removed` AFTER DELETE ON `debriefs` BEGIN
	INSERT INTO `debrief_words` (`debrief_words`, `rowid`, `text`, `answer_words`)
	VALUES ('delete', old.`seq`, old.`text`, old.`answer_words`);
END;
--> statement-breakpoint
CREATE TRIGGER `debriefs_words_changed` AFTER UPDATE OF `seq`, `text`, `answer_words` ON `debriefs` BEGIN
	INSERT INTO `debrief_words` (`debrief_words`, `rowid`, `text`, `answer_words`)
	VALUES ('delete', old.`seq`, old.`text`, old.`answer_words`);
	INSERT INTO `debrief_words` (`rowid`, `text`, `answer_words`)
	VALUES (new.`seq`, new.`text`, new.`answer_words`);
END;
