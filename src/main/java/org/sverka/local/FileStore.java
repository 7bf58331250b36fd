package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Drive knows of the workbooks, and what happened to them. Reads take a horizon: changes after
 * it are not told yet. Every change is durable when a method returns, and announced after that.
 */
interface FileStore {

  /** The file as Drive knows it; nothing if there is none, or it was removed. */
  Optional<DriveFile> find(String id, Horizon horizon);

  /** All files, in no order. */
  List<DriveFile> list(Horizon horizon);

  void setTrashed(String id, boolean trashed, Editor editor, Instant now);

  void setParent(String id, String folder, Editor editor, Instant now);

  void setGrants(String id, ArrayNode grants, Editor editor, Instant now);

  /** The number that the next change will get, of those that are told. */
  long nextChange(Horizon horizon);

  /** Files that changed since, oldest first, each with its last change only. */
  List<FileChange> changesFrom(long number, Horizon horizon, int limit);

  /** What happened to one file since, oldest first. */
  List<FileChange> changesOf(String id, long number, Horizon horizon);

  /** Calls this after every change, on the thread that made it. */
  void onChange(Runnable listener);
}
