package org.sverka.local;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what happens to files. Older edits of one editor within one {@link #MERGED} are
 * merged, as Google merges revisions.
 */
final class FileHistory {
  /** Edits of one editor within such a span become one revision. */
  static final Duration MERGED = Duration.ofMinutes(3);

  private static final Duration SOUGHT = Duration.ofDays(1);

  private FileHistory() {}

  /** Adds a change to a workbook whose {@code change_number} is already the new one. */
  static void add(Handle handle, String id, FileChange.Kind kind, Editor editor, Instant now) {
    handle
        .createUpdate(
            """
            insert into file_change (number, file_id, version, at, modified_at, kind, editor)
            select w.change_number, w.id, coalesce(last.version, 0) + 1, :now,
              case when :modifies then :now else coalesce(last.modified_at, :now) end, :kind, :editor
            from workbook w left join file_change last on last.number =
              (select max(number) from file_change where file_id = :id)
            where w.id = :id
            """)
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .bind("modifies", kind.modifies())
        .bind("kind", kind.name())
        .bind("editor", editor.name())
        .execute();
    if (kind == FileChange.Kind.CONTENT) {
      merge(handle, id, now);
    }
  }

  /** Gives a workbook the next number, for a change that is not one of its content. */
  static void number(Handle handle, String id) {
    handle.execute(
        "update workbook set change_number = (select max(change_number) + 1 from workbook) where id = ?",
        id);
  }

  // Looks back one day only, so that an edit costs the same however long the history is.
  private static void merge(Handle handle, String id, Instant now) {
    Instant old = now.minus(DriveLag.LONGEST);
    handle
        .createUpdate(
            """
            delete from file_change where file_id = :id and at >= :from and at < :until and kind = 'CONTENT'
              and exists (select 1 from file_change next where next.number =
                  (select min(number) from file_change later
                    where later.file_id = :id and later.number > file_change.number)
                and next.kind = 'CONTENT' and next.editor = file_change.editor
                and next.at / :span = file_change.at / :span)
            """)
        .bind("id", id)
        .bind("from", old.minus(SOUGHT).toEpochMilli())
        .bind("until", old.toEpochMilli())
        .bind("span", MERGED.toMillis())
        .execute();
  }
}
