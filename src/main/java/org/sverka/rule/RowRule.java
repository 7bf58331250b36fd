package org.sverka.rule;

import java.util.List;

/** A rule about one row of the roadmap, a measure's or a section's. */
public interface RowRule extends Rule {
  /**
   * What is wrong with the row; empty if nothing. Must not ask the clock, the network or the disk.
   */
  List<Finding> check(RowView row);
}
