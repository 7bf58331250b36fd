package org.sverka.verify;

/** What can be wrong with a log. */
public enum Fault {
  /** An entry has another number: one was left out, doubled or moved. */
  NUMBER,
  /** An entry lacks a value, or has one of another kind. */
  FORM,
  /** An entry does not name the hash of the entry before it. */
  PREVIOUS_HASH,
  /** The texts, findings or salt of an entry are not those that were digested. */
  TEXT_DIGEST,
  /** Something else in an entry is not what was hashed. */
  HASH,
  /** An entry is said to be erased, but some of its texts are there. */
  ERASED_IN_PART,
  /** An entry is said to be erased, and no later entry says so. */
  ERASED_UNSAID,
  /** A tile has other hashes than the entries give. */
  TILE,
  /** A bundle has other entries than the log. */
  BUNDLE,
  /** What should be a key is none. */
  KEY,
  /** What should be a checkpoint is none. */
  CHECKPOINT_FORM,
  /** The checkpoint is not signed with the key. */
  CHECKPOINT_SIGNATURE,
  /** The log has fewer entries than were signed. */
  CHECKPOINT_SIZE,
  /** The entries are not those that were signed. */
  CHECKPOINT_ROOT,
  /** The earlier checkpoint was signed with another key. */
  SEEN_KEY,
  /** The earlier checkpoint is damaged. */
  SEEN_FORM,
  /** The log has fewer entries than it had earlier. */
  SEEN_SIZE,
  /** The entries are not those that there were earlier. */
  SEEN_ROOT,
  /** What an entry is found by says something else than the entry. */
  FOUND_BY,
  /** A version of the signed document is missing, or is not what its name says. */
  EDITION,
  /** A commit has no revision, or its revision another moment or edition than the log says. */
  HISTORY,
  /** The site is kept to have shown something else than the entries have brought. */
  SHOWN,
  /** The database can't be read. */
  DATABASE
}
