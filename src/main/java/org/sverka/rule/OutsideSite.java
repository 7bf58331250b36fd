package org.sverka.rule;

import java.util.List;
import java.util.Locale;

/** Evidence is best found on a site of one of the parties; any other is worth knowing of. */
public final class OutsideSite implements LinkRule {
  private final List<String> sites;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  /**
   * A rule that knows the parties' sites.
   *
   * @param sites host names; whatever lies below them counts as theirs
   */
  public OutsideSite(List<String> sites) {
    this.sites = List.copyOf(sites);
  }

  @Override
  public boolean concerns(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return !sites.isEmpty()
        && sites.stream().noneMatch(site -> name.equals(site) || name.endsWith("." + site));
  }
}
