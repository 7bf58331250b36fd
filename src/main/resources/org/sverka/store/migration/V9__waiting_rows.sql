-- Rows of no measure were taken for one place, and pushed each other out of what waits. Without its
-- hours a log has its lists made anew when the store is opened.
DELETE FROM entry_hour WHERE roadmap IN (
  SELECT roadmap FROM entry WHERE type = 'row' AND measure = '');
