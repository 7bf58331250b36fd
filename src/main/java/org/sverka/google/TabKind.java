package org.sverka.google;

import java.util.List;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;

/**
 * Which of Sverka's tabs it is.
 *
 * @param tag key of the metadata on the tab that says so, with the roadmap's id as its value
 * @param word what its id depends on
 * @param index where it is put when it is made
 * @param reason key of the text that says why its service columns are protected
 * @param verdicts keys of the columns whose texts begin with a severity
 */
record TabKind(String tag, String word, int index, String reason, List<String> verdicts) {
  /** The roadmap itself. Found by its title as well, and made of the empty tab of a new file. */
  static final TabKind TABLE =
      new TabKind("sverka.roadmap", "tab", 0, "protect.service", List.of(Layout.CHECK));

  /** The journal. Found by its tag alone: a tab of somebody else's may have its title. */
  static final TabKind JOURNAL =
      new TabKind(
          "sverka.journal",
          "journal",
          1,
          "protect.journal",
          List.of(JournalLayout.FINDINGS, JournalLayout.ANSWER));

  TabKind {
    verdicts = List.copyOf(verdicts);
  }

  /** Whether it is the roadmap itself. */
  boolean isTable() {
    return equals(TABLE);
  }
}
