-- How far logs outside have been read, such as Drive's log of changes.

CREATE TABLE reading_place (
  name  TEXT NOT NULL PRIMARY KEY,
  place TEXT NOT NULL
);
