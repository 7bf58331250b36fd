-- The Merkle tree over the log, in tiles of 256 hashes (c2sp.org/tlog-tiles); the rightmost tile of
-- each level grows until it is full. The hashes are in Base64, one after the other: the two
-- databases share no type for bytes. A log from before gets its tree when the store is opened.
CREATE TABLE tree_tile (
  roadmap TEXT    NOT NULL,
  level   INTEGER NOT NULL,
  tile    BIGINT  NOT NULL,
  hashes  TEXT    NOT NULL,
  PRIMARY KEY (roadmap, level, tile)
);
