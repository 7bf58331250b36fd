package org.sverka.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A text with a signature below it (c2sp.org/signed-note). */
public final class SignedNote {
  private static final String DASH = "— ";

  private SignedNote() {}

  /**
   * The note.
   *
   * @param body ends with a line break
   */
  public static String sign(String body, SigningKey key) {
    byte[] signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
    byte[] id = key.verifier().id();
    byte[] signed =
        ByteBuffer.allocate(id.length + signature.length).put(id).put(signature).array();
    String base64 = Base64.getEncoder().encodeToString(signed);
    return body + "\n" + DASH + key.verifier().name() + " " + base64 + "\n";
  }

  /** The body of a note that is signed by this key, and by it alone; empty if it is not. */
  public static Optional<String> open(String note, VerifierKey key) {
    int end = note.lastIndexOf("\n\n");
    String line = DASH + key.name() + " ";
    if (end < 0 || !note.startsWith(line, end + 2) || !note.endsWith("\n")) {
      return Optional.empty();
    }
    String body = note.substring(0, end + 1);
    try {
      byte[] signed =
          Base64.getDecoder().decode(note.substring(end + 2 + line.length(), note.length() - 1));
      byte[] id = key.id();
      boolean right =
          signed.length > id.length
              && Arrays.equals(Arrays.copyOf(signed, id.length), id)
              && key.verifies(
                  body.getBytes(StandardCharsets.UTF_8),
                  Arrays.copyOfRange(signed, id.length, signed.length));
      return right ? Optional.of(body) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
