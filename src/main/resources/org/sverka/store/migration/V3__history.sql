-- What the site showed at each revision, so that it can be shown again.
-- Rows are only ever added; a revision that was shown in two ways keeps the later one.

CREATE TABLE revision (
  roadmap    TEXT   NOT NULL,
  revision   BIGINT NOT NULL,
  at_millis  BIGINT NOT NULL,
  changed_at TEXT   NOT NULL,
  edition    TEXT   NOT NULL,
  PRIMARY KEY (roadmap, revision)
);

CREATE INDEX revision_by_time ON revision (roadmap, at_millis, revision);

-- Of a measure, one row for each revision in which something that the site shows of it changed.
CREATE TABLE published_measure (
  roadmap  TEXT   NOT NULL,
  number   TEXT   NOT NULL,
  revision BIGINT NOT NULL,
  shown    TEXT   NOT NULL,
  PRIMARY KEY (roadmap, number, revision)
);
