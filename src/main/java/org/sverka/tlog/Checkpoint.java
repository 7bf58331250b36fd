package org.sverka.tlog;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tree was at one size (c2sp.org/tlog-checkpoint).
 *
 * @param origin name of the log
 * @param size how many leaves
 * @param root over these leaves
 */
public record Checkpoint(String origin, long size, Hash root) {
  private static final Pattern BODY =
      Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

  /** The text that is signed: three lines. */
  public String body() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /**
   * The checkpoint with that body.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Checkpoint parse(String body) {
    Matcher lines = BODY.matcher(body);
    if (!lines.matches()) {
      throw new IllegalArgumentException("Not the body of a checkpoint");
    }
    return new Checkpoint(
        lines.group(1),
        Long.parseLong(lines.group(2)),
        Hash.of(Base64.getDecoder().decode(lines.group(3))));
  }
}
