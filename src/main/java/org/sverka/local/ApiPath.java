package org.sverka.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path in segments, decoded once, with the verb after the last colon apart: {@code
 * /x/values/'a:b'!A1:append} is {@code [x, values, 'a:b'!A1]} and {@code append}. Slashes at the
 * end and before a verb are forgiven.
 *
 * @param verb empty where there is none
 */
record ApiPath(List<String> segments, String verb) {

  /**
   * Takes a raw path apart.
   *
   * @param verbs whether the last colon can begin a verb, as it can in a POST
   */
  static ApiPath parse(String raw, boolean verbs) {
    List<String> segments = new ArrayList<>();
    for (String part : raw.split("/", -1)) {
      if (!part.isEmpty()) {
        segments.add(decode(part));
      }
    }
    String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    int colon = last.lastIndexOf(':');
    // A GET has verbs too, but only where no range can stand.
    boolean open = verbs || segments.size() < 3 || !segments.get(1).equals("values");
    if (colon < 0 || !open) {
      return new ApiPath(List.copyOf(segments), "");
    }
    String head = last.substring(0, colon);
    segments.remove(segments.size() - 1);
    if (!head.isEmpty()) {
      segments.add(head);
    }
    return new ApiPath(List.copyOf(segments), last.substring(colon + 1));
  }

  private static String decode(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        decoded[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        decoded[length++] = bytes[i];
      }
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  int size() {
    return segments.size();
  }

  String get(int index) {
    return segments.get(index);
  }

  /** Whether the path has this many segments and this verb, and this word at an index. */
  boolean is(int size, int index, String word, String wantedVerb) {
    return segments.size() == size && segments.get(index).equals(word) && verb.equals(wantedVerb);
  }
}
