package org.sverka.sync;

import java.time.Instant;
import java.util.List;

/**
 * Why the site shows an older value of a column.
 *
 * @param since when the value in the sheet stopped being good
 * @param rules ids of the rules that complain
 * @param entry number of the log entry in which they first did
 */
public record Hold(Instant since, List<String> rules, long entry) {
  public Hold {
    rules = List.copyOf(rules);
  }
}
