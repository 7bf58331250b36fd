package org.sverka.log;

import org.sverka.rule.Severity;
import org.sverka.text.WellFormed;

/**
 * A finding as the log keeps it: in the words in which it was said.
 *
 * @param rule the rule's id, such as {@code status-vocabulary}
 * @param message in Russian
 */
public record LoggedFinding(String rule, Severity severity, String message) {
  public LoggedFinding {
    rule = WellFormed.text(rule);
    message = WellFormed.text(message);
  }
}
