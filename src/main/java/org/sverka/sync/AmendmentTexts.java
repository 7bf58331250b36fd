package org.sverka.sync;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sverka.log.LoggedFinding;
import org.sverka.roadmap.Amendment;
import org.sverka.roadmap.Retitling;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.Severity;
import org.sverka.text.Messages;
import org.sverka.text.WordDiff;

/** What a new edition of the document does, in the words of the log. */
final class AmendmentTexts {
  /** Stands in the log where else a rule stands. */
  static final String EDITION = "edition";

  private static final Messages MESSAGES = Messages.of(AmendmentTexts.class, "ru");

  private static final int BRIEF = 80;

  private AmendmentTexts() {}

  /** One for each measure that is not as it was, then one for each title of a section. */
  static List<LoggedFinding> of(Roadmap before, Roadmap after) {
    return Stream.concat(
            Amendment.between(before, after).stream().map(each -> text(each, after)),
            Retitling.between(before, after).stream().map(AmendmentTexts::text))
        .map(text -> new LoggedFinding(EDITION, Severity.NOTE, text))
        .toList();
  }

  private static String text(Retitling title) {
    return MESSAGES.text("edition.title", title.section(), title.before(), title.after());
  }

  private static String text(Amendment amendment, Roadmap after) {
    String number = amendment.number().value();
    return switch (amendment.kind()) {
      case ADDED -> MESSAGES.text("edition.added", number);
      case REMOVED ->
          after.measures().containsKey(amendment.number())
              ? MESSAGES.text("edition.replaced", number, brief(amendment))
              : MESSAGES.text("edition.removed", number);
      case CHANGED -> changed(amendment);
    };
  }

  private static String changed(Amendment amendment) {
    String number = amendment.number().value();
    if (!amendment.isRenumbered()) {
      return MESSAGES.text("edition.changed", number, parts(amendment));
    }
    String former = amendment.former().value();
    return amendment.parts().isEmpty()
        ? MESSAGES.text("edition.renumbered", former, number)
        : MESSAGES.text("edition.renumbered-changed", former, number, parts(amendment));
  }

  private static String brief(Amendment amendment) {
    return WordDiff.cut(amendment.parts().get(0).before(), BRIEF);
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
