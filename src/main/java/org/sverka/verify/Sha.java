package org.sverka.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, of bytes and of trees (RFC 6962, section 2.1). */
final class Sha {
  static final int BYTES = 32;

  private Sha() {}

  static byte[] of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  static byte[] leaf(byte[] entry) {
    return of(new byte[] {0}, entry);
  }

  static byte[] node(byte[] left, byte[] right) {
    return of(new byte[] {1}, left, right);
  }
}
