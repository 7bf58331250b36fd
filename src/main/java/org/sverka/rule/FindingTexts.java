package org.sverka.rule;

import org.sverka.text.Messages;

/** Says findings in Russian, for people who work in the sheet or read the log. */
public final class FindingTexts {
  private static final Messages MESSAGES = Messages.of(FindingTexts.class, "ru");

  private FindingTexts() {}

  /** What is wrong, where, and what to do: two sentences at most. */
  public static String message(Finding finding) {
    return MESSAGES.text(finding.text(), finding.arguments().toArray());
  }

  /** The severity in one word. */
  public static String severity(Severity severity) {
    return MESSAGES.text("severity." + severity.key());
  }
}
