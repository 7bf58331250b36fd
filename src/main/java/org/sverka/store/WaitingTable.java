package org.sverka.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.SealedEntry;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.JournalLayout;
import org.sverka.text.Sha256;

/**
 * Which entries wait for a reviewer: of each place the newest, if a rule complained in it of more
 * than a trifle, until somebody has said in the journal what becomes of it.
 */
record WaitingTable(Handle handle, String roadmap) {
  /** Entries have been added, in this order. */
  void note(List<SealedEntry> entries) {
    for (SealedEntry sealed : entries) {
      Entry entry = sealed.entry();
      switch (entry.type()) {
        case REVIEW -> reviewed(entry);
        case EDIT, EFFECT, TIME, ROW, STRUCTURE, HELD -> replaced(entry);
        case REPAIR, EDITION, DELAY -> {}
      }
    }
  }

  private void reviewed(Entry review) {
    boolean decides =
        review.column().equals(JournalLayout.REVIEWED) && review.verdict() != Verdict.REJECTED;
    if (!decides) {
      return;
    }
    handle.execute(
        "DELETE FROM entry_waiting WHERE roadmap = ? AND seq = ?", roadmap, review.about());
    if (review.after().isEmpty()) {
      // The decision was taken back.
      EntryRows.load(handle, roadmap, List.of(review.about())).stream()
          .map(SealedEntry::entry)
          .filter(entry -> wants(entry) && isNewest(entry))
          .forEach(this::add);
    }
  }

  private void replaced(Entry entry) {
    leave(place(entry));
    if (isLoose(entry) && !entry.before().isEmpty()) {
      leave(place(entry, entry.before()));
    }
    if (wants(entry)) {
      add(entry);
    }
  }

  private void leave(String place) {
    handle.execute("DELETE FROM entry_waiting WHERE roadmap = ? AND place = ?", roadmap, place);
  }

  private boolean isNewest(Entry entry) {
    return handle
            .createQuery(
                "SELECT MAX(seq) FROM entry WHERE roadmap = :roadmap AND measure = :measure"
                    + " AND column_key = :column"
                    + " AND CASE WHEN type IN ('time', 'effect') THEN 'edit' ELSE type END = :kind"
                    + (isLoose(entry) ? " AND :text IN (text_before, text_after)" : ""))
            .bind("roadmap", roadmap)
            .bind("measure", entry.measure())
            .bind("column", entry.column())
            .bind("kind", kind(entry))
            .bind("text", text(entry))
            .mapTo(Long.class)
            .one()
        == entry.seq();
  }

  private void add(Entry entry) {
    handle.execute(
        "INSERT INTO entry_waiting (roadmap, seq, place) VALUES (?, ?, ?)",
        roadmap,
        entry.seq(),
        place(entry));
  }

  private static boolean wants(Entry entry) {
    return entry.gravest().filter(severity -> severity != Severity.NOTE).isPresent();
  }

  private static String place(Entry entry) {
    return isLoose(entry)
        ? place(entry, text(entry))
        : kind(entry) + " " + entry.measure() + " " + entry.column();
  }

  /**
   * A row that is of no measure, and a cell in the row of a heading, of which the log does not say
   * what section it is of: known by what stands there.
   */
  private static boolean isLoose(Entry entry) {
    boolean ofACell = kind(entry).equals(EntryType.EDIT.key()) && !entry.column().isEmpty();
    return entry.measure().isEmpty() && (entry.type() == EntryType.ROW || ofACell);
  }

  private static String text(Entry entry) {
    return entry.after().isEmpty() ? entry.before() : entry.after();
  }

  private static String place(Entry entry, String text) {
    return kind(entry) + " " + entry.column() + " " + Sha256.hex(text);
  }

  /** What the calendar or another edit does to a cell is of the same place as what people type. */
  private static String kind(Entry entry) {
    boolean ofACell = entry.type() == EntryType.TIME || entry.type() == EntryType.EFFECT;
    return (ofACell ? EntryType.EDIT : entry.type()).key();
  }
}
