package org.sverka.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.sverka.log.LogReader;
import org.sverka.roadmap.OpenData;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.RuleBook;
import org.sverka.sheet.Layout;
import org.sverka.tlog.TransparencyLog;

/**
 * One roadmap as those see it who show it: what was committed last, and how fresh that is. All but
 * the log answers at once and may be asked from an event loop.
 */
public interface PublishedRoadmap {
  /** The signed document. */
  Roadmap roadmap();

  /** The columns, with the headers and the options in which people know them. */
  Layout layout();

  /** The zone in which people read times. */
  ZoneId zone();

  /** What open-data portals want to know besides. */
  OpenData openData();

  /** The last committed state; its revision only grows. */
  State state();

  /** When the sheet was last read whole; empty if never since the start. */
  Optional<Instant> checkedAt();

  /** Since when the sheet could not be read, once that is ten minutes ago. */
  Optional<Instant> staleSince();

  /** What its rules look for. */
  RuleBook rules();

  /** The change log. Blocking. */
  LogReader log();

  /** The same log as a tree whose checkpoints are signed. Blocking. */
  TransparencyLog transparency();

  /** What was shown before. Blocking. */
  History history();

  /** Where editors open the sheet. */
  String sheetLink();

  /**
   * Has the listener called after each turn's commit, before the turn goes on to write to the
   * sheet, and after each change of {@link #staleSince}. It may block for as long as rendering
   * takes.
   */
  void onChange(Runnable listener);
}
