-- State and log of roadmaps. Only types and words that SQLite and PostgreSQL share.
-- A text that does not apply is the empty text, as in the program. Moments in a column are
-- milliseconds since 1970 (UTC) where they are compared, and ISO 8601 where they are only kept.

CREATE TABLE edition (
  roadmap        TEXT   NOT NULL,
  name           TEXT   NOT NULL,
  canonical_json TEXT   NOT NULL,
  PRIMARY KEY (roadmap, name)
);

CREATE TABLE roadmap_state (
  roadmap    TEXT   NOT NULL PRIMARY KEY,
  revision   BIGINT NOT NULL,
  changed_at TEXT   NOT NULL,
  edition    TEXT   NOT NULL,
  sheet      TEXT   NOT NULL
);

CREATE TABLE measure_state (
  roadmap TEXT NOT NULL,
  number  TEXT NOT NULL,
  state   TEXT NOT NULL,
  PRIMARY KEY (roadmap, number)
);

-- Rows are only ever added.
CREATE TABLE entry (
  roadmap       TEXT    NOT NULL,
  seq           BIGINT  NOT NULL,
  at_millis     BIGINT  NOT NULL,
  type          TEXT    NOT NULL,
  measure       TEXT    NOT NULL,
  column_key    TEXT    NOT NULL,
  verdict       TEXT    NOT NULL,
  party         TEXT    NOT NULL,
  party_basis   TEXT    NOT NULL,
  published     BOOLEAN NOT NULL,
  text_before   TEXT    NOT NULL,
  text_after    TEXT    NOT NULL,
  salt          TEXT    NOT NULL,
  text_digest   TEXT    NOT NULL,
  previous_hash TEXT    NOT NULL,
  hash          TEXT    NOT NULL,
  PRIMARY KEY (roadmap, seq)
);

-- A page of a filtered log is one walk along one of these, in the order of the log; the columns
-- after seq let the other filters be judged without a look at the entry. Among several that serve
-- SQLite takes the last: the most telling one.
CREATE INDEX entry_by_party ON entry (roadmap, party, seq, column_key, verdict, at_millis);
CREATE INDEX entry_by_verdict ON entry (roadmap, verdict, seq, column_key, party, at_millis);
CREATE INDEX entry_by_column ON entry (roadmap, column_key, seq, verdict, party, at_millis);
CREATE INDEX entry_by_measure
  ON entry (roadmap, measure, seq, column_key, verdict, party, at_millis);

CREATE TABLE entry_finding (
  roadmap  TEXT    NOT NULL,
  seq      BIGINT  NOT NULL,
  position INTEGER NOT NULL,
  rule     TEXT    NOT NULL,
  severity TEXT    NOT NULL,
  message  TEXT    NOT NULL,
  PRIMARY KEY (roadmap, seq, position),
  FOREIGN KEY (roadmap, seq) REFERENCES entry (roadmap, seq)
);

-- Which entries a rule complained in, once each, with all that a filter may ask of them besides.
CREATE TABLE entry_rule (
  roadmap    TEXT   NOT NULL,
  rule       TEXT   NOT NULL,
  seq        BIGINT NOT NULL,
  at_millis  BIGINT NOT NULL,
  measure    TEXT   NOT NULL,
  column_key TEXT   NOT NULL,
  verdict    TEXT   NOT NULL,
  party      TEXT   NOT NULL,
  PRIMARY KEY (roadmap, rule, seq),
  FOREIGN KEY (roadmap, seq) REFERENCES entry (roadmap, seq)
);

-- Which numbers the entries of an hour (hours since 1970) lie between. It turns a span of time into
-- a span of numbers, even after the clock has been set back.
CREATE TABLE entry_hour (
  roadmap   TEXT   NOT NULL,
  hour      BIGINT NOT NULL,
  first_seq BIGINT NOT NULL,
  last_seq  BIGINT NOT NULL,
  PRIMARY KEY (roadmap, hour)
);
