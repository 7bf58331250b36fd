package org.sverka.sync;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the salts that hide the texts of entries behind their digests. */
public final class Salt {
  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  /** A new one, 32 hexadecimal digits. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
