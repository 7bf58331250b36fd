package org.sverka.sheet;

import java.util.List;
import java.util.Optional;

/** What a column may hold; from the Table Schema beside the roadmap. */
public sealed interface ColumnType {
  /** Free text of at most so many characters. */
  record Text(int maxLength) implements ColumnType {}

  /** One of a list; the first is what an empty cell means. */
  record Choice(List<Option> options) implements ColumnType {
    public Choice {
      options = List.copyOf(options);
    }

    /** The option with that label. */
    public Optional<Option> labelled(String label) {
      return options.stream().filter(option -> option.label().equals(label)).findFirst();
    }
  }

  /** A calendar date. */
  record Date() implements ColumnType {}

  /** https links, one a line, at most so many characters in all. */
  record Links(int maxLength) implements ColumnType {}

  /**
   * One value of a {@link Choice}.
   *
   * @param key its name in the feed, such as {@code in-progress}
   * @param label its name in the sheet, such as «В работе»
   */
  record Option(String key, String label) {}
}
