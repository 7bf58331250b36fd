package org.sverka.sync;

import java.util.List;
import java.util.stream.Collectors;
import org.sverka.log.LoggedFinding;
import org.sverka.roadmap.Amendment;
import org.sverka.rule.Severity;
import org.sverka.text.Messages;

/** What a new edition of the document does, in the words of the log. */
final class AmendmentTexts {
  /** Stands in the log where else a rule stands. */
  static final String EDITION = "edition";

  private static final Messages MESSAGES = Messages.of(AmendmentTexts.class, "ru");

  private AmendmentTexts() {}

  /** One for each measure. */
  static List<LoggedFinding> of(List<Amendment> amendments) {
    return amendments.stream()
        .map(amendment -> new LoggedFinding(EDITION, Severity.NOTE, text(amendment)))
        .toList();
  }

  private static String text(Amendment amendment) {
    String number = amendment.number().value();
    return switch (amendment.kind()) {
      case ADDED -> MESSAGES.text("edition.added", number);
      case REMOVED -> MESSAGES.text("edition.removed", number);
      case CHANGED -> MESSAGES.text("edition.changed", number, parts(amendment));
    };
  }

  private static String parts(Amendment amendment) {
    return amendment.parts().stream()
        .map(part -> part(part.name()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String part(Amendment.Name name) {
    return switch (name) {
      case TEXT -> MESSAGES.text("edition.text");
      case TERM -> MESSAGES.text("edition.term");
      case RESPONSIBLE -> MESSAGES.text("edition.responsible");
    };
  }
}
