-- What else a reader of the log may ask for: the section of a measure, and the gravest of what the
-- rules said.
ALTER TABLE entry ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE entry ADD COLUMN severity TEXT NOT NULL DEFAULT '';

-- The leading digits: «7.6» is of section «7»; of what is no number, all that stands there.
UPDATE entry SET section = CASE WHEN measure LIKE '%.%'
  THEN substr(measure, 1, length(measure) - length(ltrim(measure, '0123456789')))
  ELSE measure END;
UPDATE entry SET severity = COALESCE((
  SELECT CASE MIN(CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END)
    WHEN 1 THEN 'error' WHEN 2 THEN 'warning' WHEN 3 THEN 'note' END
  FROM entry_finding f WHERE f.roadmap = entry.roadmap AND f.seq = entry.seq), '');

ALTER TABLE entry_rule ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE entry_rule ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE entry_rule ADD COLUMN severity TEXT NOT NULL DEFAULT '';
UPDATE entry_rule SET (type, section, severity) = (
  SELECT e.type, e.section, e.severity FROM entry e
  WHERE e.roadmap = entry_rule.roadmap AND e.seq = entry_rule.seq);

-- As before, the most telling last.
DROP INDEX entry_by_party;
DROP INDEX entry_by_verdict;
DROP INDEX entry_by_column;
DROP INDEX entry_by_measure;
CREATE INDEX entry_by_party ON entry
  (roadmap, party, seq, column_key, verdict, type, section, severity, at_millis);
CREATE INDEX entry_by_verdict ON entry
  (roadmap, verdict, seq, column_key, party, type, section, severity, at_millis);
CREATE INDEX entry_by_severity ON entry
  (roadmap, severity, seq, column_key, verdict, party, type, section, at_millis);
CREATE INDEX entry_by_type ON entry
  (roadmap, type, seq, column_key, verdict, party, section, severity, at_millis);
CREATE INDEX entry_by_column ON entry
  (roadmap, column_key, seq, verdict, party, type, section, severity, at_millis);
CREATE INDEX entry_by_section ON entry
  (roadmap, section, seq, column_key, verdict, party, type, severity, at_millis);
CREATE INDEX entry_by_measure ON entry
  (roadmap, measure, seq, column_key, verdict, party, type, section, severity, at_millis);

-- Reviews are found by what they are about.
CREATE INDEX entry_by_about ON entry (roadmap, about, seq);

-- What nobody has looked at yet: of each place the newest entry, if a rule complained in it.
CREATE TABLE entry_waiting (
  roadmap TEXT   NOT NULL,
  seq     BIGINT NOT NULL,
  place   TEXT   NOT NULL,
  PRIMARY KEY (roadmap, seq),
  FOREIGN KEY (roadmap, seq) REFERENCES entry (roadmap, seq)
);

CREATE INDEX entry_waiting_by_place ON entry_waiting (roadmap, place);

INSERT INTO entry_waiting (roadmap, seq, place)
  SELECT e.roadmap, e.seq, newest.place
  FROM (
    SELECT roadmap, MAX(seq) AS seq,
      CASE type WHEN 'time' THEN 'edit' ELSE type END || ' ' || measure || ' ' || column_key AS place
    FROM entry WHERE type IN ('edit', 'row', 'structure', 'time', 'held') GROUP BY 1, 3
  ) newest
  JOIN entry e ON e.roadmap = newest.roadmap AND e.seq = newest.seq
  WHERE e.severity IN ('error', 'warning') AND NOT EXISTS (
    SELECT 1 FROM entry r WHERE r.roadmap = e.roadmap AND r.about = e.seq
      AND r.column_key = 'reviewed' AND r.verdict <> 'rejected' AND r.text_after <> '');
