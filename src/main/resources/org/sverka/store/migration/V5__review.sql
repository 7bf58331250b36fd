-- A review says which entry it is about; 0 for every other entry.
ALTER TABLE entry ADD COLUMN about BIGINT NOT NULL DEFAULT 0;

-- What is known of the tab of the journal, and of what stands around the cells of the table.
ALTER TABLE roadmap_state ADD COLUMN journal TEXT NOT NULL DEFAULT '{"reviews":{},"sheetId":-1}';
ALTER TABLE roadmap_state ADD COLUMN margins TEXT NOT NULL DEFAULT '{"merged":{},"outside":""}';
