package org.sverka.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sverka.text.Sha256;

/**
 * An Ed25519 key with which signed notes are checked (c2sp.org/signed-note).
 *
 * @param name of the key; of a log its origin
 * @param text as it is told to others: {@code name+id+key}
 */
public record VerifierKey(String name, String text) {
  /** Stands before an Ed25519 key in the text of a key and in what its id is made of. */
  static final byte ED25519 = 1;

  private static final Pattern TEXT =
      Pattern.compile("(?<name>[^+\\s]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/]{44})");

  /** What RFC 8410 puts before the 32 bytes of a public key. */
  private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  /** The key with those 32 bytes. */
  static VerifierKey of(String name, byte[] raw) {
    byte[] key = typed(raw);
    String id = HexFormat.of().formatHex(id(name, key));
    return new VerifierKey(name, name + "+" + id + "+" + Base64.getEncoder().encodeToString(key));
  }

  /**
   * The key with that text.
   *
   * @throws IllegalArgumentException if it is none, or its id is not its own
   */
  public static VerifierKey parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (parts.matches()) {
      byte[] key = Base64.getDecoder().decode(parts.group("key"));
      VerifierKey known = of(parts.group("name"), Arrays.copyOfRange(key, 1, key.length));
      if (known.text.equals(text)) {
        return known;
      }
    }
    throw new IllegalArgumentException("Not the text of an Ed25519 verifier key");
  }

  /** Four bytes that tell the key from others of its name. */
  byte[] id() {
    return id(name, key());
  }

  /** Whether a signature of a text is right. */
  boolean verifies(byte[] signed, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey());
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] key = key();
    byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + key.length - 1);
    System.arraycopy(key, 1, encoded, HEADER.length, key.length - 1);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private byte[] key() {
    return Base64.getDecoder().decode(text.substring(name.length() + 1 + 8 + 1));
  }

  private static byte[] typed(byte[] raw) {
    byte[] key = new byte[raw.length + 1];
    key[0] = ED25519;
    System.arraycopy(raw, 0, key, 1, raw.length);
    return key;
  }

  private static byte[] id(String name, byte[] key) {
    byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + key.length);
    System.arraycopy(key, 0, all, start.length, key.length);
    return Arrays.copyOf(Sha256.of(all), 4);
  }
}
