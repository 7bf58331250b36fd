package org.sverka.rule;

import java.util.List;

/**
 * What a rule has to say about a place in the sheet; the words are added by {@link FindingTexts}.
 *
 * @param rule id of the rule
 * @param column key of the column it is about; empty if about the whole row
 * @param text key of the text in the bundle: the rule's id, or that with a variant
 * @param arguments for the text: texts, and whole numbers that choose plural forms
 */
public record Finding(
    String rule, Severity severity, String column, String text, List<Object> arguments) {
  public Finding {
    arguments = List.copyOf(arguments);
  }
}
