package org.sverka.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** Canonical JSON (JCS, RFC 8785), so that what is equal is equal bytes. */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The bytes, UTF-8, of a tree of texts, numbers, truth values, lists and objects. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return new JsonCanonicalizer(tree.toString()).getEncodedUTF8();
    } catch (IOException e) {
      throw new IllegalStateException("Jackson writes valid JSON", e);
    }
  }
}
