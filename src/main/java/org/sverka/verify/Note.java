package org.sverka.verify;

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

/**
 * A checkpoint whose signature was right (c2sp.org/signed-note, c2sp.org/tlog-checkpoint).
 *
 * @param size how many entries
 * @param root Base64
 */
record Note(long size, String root) {
  private static final Pattern KEY =
      Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?<body>(?<origin>[^\\n"
              + "]+)\\n"
              + "(?<size>0|[1-9][0-9]{0,17})\\n"
              + "(?<root>[A-Za-z0-9+/]{43}=)\\n"
              + ")\\n"
              + "— (?<name>[^+\\s]+) (?<signature>[A-Za-z0-9+/]{91}=)\\n");

  /** What RFC 8410 puts before the 32 bytes of an Ed25519 key. */
  private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * Opens a checkpoint.
   *
   * @param form the fault if it is none
   * @param signature the fault if it is not signed with the key
   */
  static Note open(String note, String key, Fault form, Fault signature) throws WrongException {
    Matcher lines = NOTE.matcher(note);
    if (!lines.matches() || !isExact(lines.group("root")) || !isExact(lines.group("signature"))) {
      throw new WrongException(form, "");
    }
    Matcher parts = parts(key);
    String name = parts.group(1);
    byte[] signed = Base64.getDecoder().decode(lines.group("signature"));
    boolean right =
        lines.group("name").equals(name)
            && lines.group("origin").equals(name)
            && HexFormat.of().formatHex(signed, 0, 4).equals(parts.group(2))
            && verifies(
                key,
                lines.group("body").getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(signed, 4, signed.length));
    if (!right) {
      throw new WrongException(signature, "");
    }
    return new Note(Long.parseLong(lines.group("size")), lines.group("root"));
  }

  /** Makes sure that a line is a key and its id its own. */
  static void requireKey(String key) throws WrongException {
    Matcher unused = parts(key);
  }

  private static Matcher parts(String key) throws WrongException {
    Matcher parts = KEY.matcher(key);
    if (!parts.matches()) {
      throw new WrongException(Fault.KEY, "");
    }
    byte[] raw = Base64.getDecoder().decode(parts.group(3));
    byte[] name = (parts.group(1) + "\n").getBytes(StandardCharsets.UTF_8);
    String id = HexFormat.of().formatHex(Sha.of(name, raw), 0, 4);
    if (raw[0] != 1 || !id.equals(parts.group(2))) {
      throw new WrongException(Fault.KEY, "");
    }
    return parts;
  }

  /** Whether a signature is the key's. */
  static boolean verifies(String key, byte[] signed, byte[] signature) throws WrongException {
    byte[] raw = Base64.getDecoder().decode(parts(key).group(3));
    byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + Sha.BYTES);
    System.arraycopy(raw, 1, encoded, HEADER.length, Sha.BYTES);
    try {
      PublicKey ed25519 =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(ed25519);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether no bit of a Base64 text is without meaning. */
  private static boolean isExact(String base64) {
    byte[] decoded = Base64.getDecoder().decode(base64);
    return Base64.getEncoder().encodeToString(decoded).equals(base64);
  }
}
