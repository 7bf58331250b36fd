package org.sverka.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is printed on a statement so that its paper can be held against the log: the two revisions
 * that it compares, and the beginning of its digest in Crockford's Base32, such as {@code
 * 118-342-7KQ4M-2XDJ9}.
 *
 * @param digest ten characters, fifty bits
 */
public record CheckCode(long since, long revision, String digest) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final int BITS = 5;
  private static final Pattern FORM =
      Pattern.compile("([1-9]\\d{0,17})-([1-9]\\d{0,17})-([0-9A-Z]{5})-?([0-9A-Z]{5})");

  /**
   * The code of a statement.
   *
   * @param sha256 of its bytes, 64 hexadecimal digits
   */
  public static CheckCode of(long since, long revision, String sha256) {
    long bits = Long.parseUnsignedLong(sha256.substring(0, 16), 16);
    StringBuilder digest = new StringBuilder();
    for (int i = 1; i <= LENGTH; i++) {
      digest.append(ALPHABET.charAt((int) (bits >>> (Long.SIZE - i * BITS)) & 31));
    }
    return new CheckCode(since, revision, digest.toString());
  }

  /**
   * The code that somebody has read off a paper: small letters, spaces, spaces for hyphens, and O
   * for 0 do not matter.
   */
  public static Optional<CheckCode> parse(String text) {
    String plain =
        text.strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("[–—−]", "-")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return read(plain.replaceAll("[\\s-]+", "-")).or(() -> read(plain.replaceAll("\\s", "")));
  }

  private static Optional<CheckCode> read(String plain) {
    Matcher parts = FORM.matcher(plain);
    return parts.matches()
        ? Optional.of(
            new CheckCode(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                parts.group(3) + parts.group(4)))
        : Optional.empty();
  }

  /** As it is printed. */
  public String text() {
    int half = LENGTH / 2;
    return since + "-" + revision + "-" + digest.substring(0, half) + "-" + digest.substring(half);
  }
}
