package org.sverka.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The word that all who use the embedded sheet share, where it can be reached from other machines.
 * It is kept as a digest, so no log and no dump of memory's objects by name shows it.
 */
public final class SheetSecret {
  /** No shorter word is a secret. */
  public static final int SHORTEST = 8;

  /** Nobody types a longer one. */
  public static final int LONGEST = 200;

  private static final SheetSecret NONE = new SheetSecret(new byte[0]);

  private final byte[] digest;

  private SheetSecret(byte[] digest) {
    this.digest = digest;
  }

  /** No secret: whoever reaches the port is let in. */
  public static SheetSecret none() {
    return NONE;
  }

  /**
   * A secret.
   *
   * @throws IllegalArgumentException if it is shorter than {@value #SHORTEST} characters, longer
   *     than {@value #LONGEST}, or more than one line
   */
  public static SheetSecret of(String word) {
    boolean line = word.codePoints().noneMatch(Character::isISOControl);
    if (word.length() < SHORTEST || word.length() > LONGEST || !line) {
      throw new IllegalArgumentException("Not a secret");
    }
    return new SheetSecret(sha256(word));
  }

  /** Whether there is one to be asked for. */
  boolean isAsked() {
    return digest.length > 0;
  }

  /** Whether that is the secret; takes as long for any wrong one. */
  boolean is(String word) {
    return isAsked() && MessageDigest.isEqual(digest, sha256(word));
  }

  private static byte[] sha256(String word) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return isAsked() ? "set" : "none";
  }
}
