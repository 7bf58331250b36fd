package org.sverka.web.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list to choose from in a form of filters.
 *
 * @param name of the parameter
 * @param any what stands there while nothing is chosen; empty if something always is
 */
public record Choice(String name, String label, String any, List<Group> groups) {
  /**
   * Some of the options under a heading.
   *
   * @param label empty for no heading
   */
  public record Group(String label, List<Option> options) {}

  /** One of them. */
  public record Option(String value, String label, boolean selected) {}

  /** Whether anything is chosen. */
  public boolean isSet() {
    return chosen().findFirst().isPresent();
  }

  /** What is chosen. */
  Stream<Option> chosen() {
    return groups.stream().flatMap(group -> group.options().stream()).filter(Option::selected);
  }

  static Choice of(String name, String label, String any, List<Option> options) {
    return new Choice(name, label, any, List.of(new Group("", options)));
  }

  static Choice required(String name, String label, List<Option> options) {
    return of(name, label, "", options);
  }
}
