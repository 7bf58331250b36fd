package org.sverka.sync;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sverka.log.Entry;
import org.sverka.roadmap.Party;
import org.sverka.rule.Finding;
import org.sverka.rule.FindingTexts;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.text.Messages;
import org.sverka.text.Moments;

/** What Sverka writes into the tab of the journal. */
final class JournalTexts {
  private static final Messages MESSAGES = Messages.of(JournalTexts.class, "ru");
  private static final int LONGEST = 300;

  private final Charter charter;
  private final ZoneId zone;

  JournalTexts(Charter charter) {
    this.charter = charter;
    this.zone = charter.zone();
  }

  /** What a column that mirrors the log says of an entry. */
  String of(Entry entry, String column) {
    return switch (column) {
      case JournalLayout.AT -> Moments.minute(entry.at(), zone);
      case JournalLayout.PLACE -> place(entry);
      case JournalLayout.TYPE -> MESSAGES.text("journal.type." + entry.type().key());
      case JournalLayout.BEFORE -> cut(entry.before());
      case JournalLayout.AFTER -> cut(entry.after());
      case JournalLayout.VERDICT ->
          entry.verdict() == Verdict.NONE
              ? ""
              : MESSAGES.text("journal.verdict." + entry.verdict().key());
      case JournalLayout.FINDINGS ->
          entry.findings().stream()
              // Of an erased entry nothing is left that could be said here.
              .filter(f -> !f.message().isEmpty())
              .map(f -> FindingTexts.severity(f.severity()) + ". " + f.message())
              .collect(Collectors.joining("\n"));
      case JournalLayout.PARTY -> party(entry);
      default -> throw new IllegalArgumentException("Not a column of the log: " + column);
    };
  }

  /**
   * What became of what stands beside an entry.
   *
   * @param accepted number of the entry in which it was last accepted; 0 for none
   */
  String answer(List<Finding> findings, long accepted) {
    List<String> lines = new ArrayList<>();
    findings.forEach(
        f -> lines.add(FindingTexts.severity(f.severity()) + ". " + FindingTexts.message(f)));
    if (accepted > 0) {
      lines.add(MESSAGES.text("journal.answer.entered", String.valueOf(accepted)));
    }
    return String.join("\n", lines);
  }

  /** To somebody who has written into the second row with a number. */
  String repeated(long entry) {
    return MESSAGES.text("journal.answer.repeated", String.valueOf(entry));
  }

  /** To somebody who has written into the row of an entry that is not shown any more. */
  String past(long entry) {
    return MESSAGES.text("journal.answer.past", String.valueOf(entry));
  }

  /** To somebody who has written into a row that has no entry. */
  String unknown() {
    return MESSAGES.text("journal.answer.unknown");
  }

  private String place(Entry entry) {
    String column =
        charter.layout().columns().stream()
            .filter(one -> one.key().equals(entry.column()))
            .map(Column::header)
            .findFirst()
            .map(header -> "«" + header + "»")
            .orElse("");
    return entry.measure().isEmpty() || column.isEmpty()
        ? entry.measure() + column
        : MESSAGES.text("journal.place", entry.measure(), column);
  }

  private String party(Entry entry) {
    String unknown = entry.type().isSomebodysDoing() ? MESSAGES.text("journal.party.unknown") : "";
    return charter.roadmap().party(entry.party()).map(Party::name).orElse(unknown);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
