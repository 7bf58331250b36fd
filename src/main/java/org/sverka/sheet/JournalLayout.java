package org.sverka.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sverka.sheet.Column.Kind;
import org.sverka.text.Messages;

/**
 * How the tab is laid out that mirrors the newest entries of the change log: what the log says, two
 * columns that reviewers fill in, and what Sverka answers them.
 */
public final class JournalLayout {
  public static final String AT = "at";
  public static final String PLACE = "place";
  public static final String TYPE = "type";
  public static final String BEFORE = "before";
  public static final String AFTER = "after";
  public static final String VERDICT = "verdict";
  public static final String FINDINGS = "findings";
  public static final String PARTY = "party";
  public static final String REVIEWED = "reviewed";
  public static final String NOTE = "reviewNote";
  public static final String ANSWER = "answer";

  private static final int LONGEST_NOTE = 1_000;
  private static final Messages MESSAGES = Messages.of(JournalLayout.class, "ru");
  private static final Layout LAYOUT = new Layout(MESSAGES.text("journal.tab"), columns());

  private JournalLayout() {}

  /** The tab and its columns. The key column holds the number of the entry. */
  public static Layout layout() {
    return LAYOUT;
  }

  /** The columns that reviewers fill in. */
  public static List<Column> reviews() {
    return LAYOUT.columns(Kind.WORKING);
  }

  /** Keys of the decisions that send something back. */
  public static Set<String> faults() {
    return Set.of(Outcome.DATA.key, Outcome.RULE.key);
  }

  private static List<Column> columns() {
    return List.of(
        service(Layout.NUMBER),
        service(AT),
        service(PLACE),
        service(TYPE),
        service(BEFORE),
        service(AFTER),
        service(VERDICT),
        service(FINDINGS),
        service(PARTY),
        column(REVIEWED, Kind.WORKING, outcomes()),
        column(NOTE, Kind.WORKING, new ColumnType.Text(LONGEST_NOTE)),
        service(ANSWER));
  }

  private static ColumnType outcomes() {
    return new ColumnType.Choice(
        Arrays.stream(Outcome.values())
            .map(outcome -> new ColumnType.Option(outcome.key, MESSAGES.text(outcome.text)))
            .toList());
  }

  private static Column service(String key) {
    return column(key, Kind.SERVICE, new ColumnType.Text(Layouts.CELL_LIMIT));
  }

  private static Column column(String key, Kind kind, ColumnType type) {
    return new Column(key, MESSAGES.text("journal.column." + key), kind, type, "");
  }

  /** What a reviewer may find. */
  private enum Outcome {
    SEEN("seen", "journal.outcome.seen"),
    DATA("fault-in-data", "journal.outcome.data"),
    RULE("fault-in-rule", "journal.outcome.rule"),
    INTENDED("as-intended", "journal.outcome.intended");

    private final String key;
    private final String text;

    Outcome(String key, String text) {
      this.key = key;
      this.text = text;
    }
  }
}
