-- Rows of no measure were taken for one place, and so were the cells of one column in the rows of
-- headings; they pushed each other out of what waits. Without its hours a log has its lists made
-- anew when the store is opened.
DELETE FROM entry_hour WHERE roadmap IN (
  SELECT roadmap FROM entry WHERE measure = ''
    AND (type = 'row' OR type IN ('edit', 'effect', 'time') AND column_key <> ''));
