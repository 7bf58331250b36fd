package org.sverka.verify;

/**
 * A checkpoint seen earlier, with the key that it was signed with.
 *
 * @param key one line, without its end
 * @param checkpoint the signed note
 */
public record Seen(String key, String checkpoint) {
  /** As it is kept in a file. */
  public String text() {
    return key + "\n" + checkpoint;
  }

  /** What was kept; that it makes sense is seen when it is used. */
  public static Seen parse(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? new Seen(text, "") : new Seen(text.substring(0, end), text.substring(end + 1));
  }
}
