package org.sverka.torture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a child said in one turn.
 *
 * @param acknowledged hash of each entry that it took for durable, by number
 * @param signed the largest size that it showed the world
 * @param lines all of it
 */
record Said(Map<Long, String> acknowledged, long signed, List<String> lines) {
  static Said of(List<String> lines) {
    Map<Long, String> acknowledged = new TreeMap<>();
    long signed = 0;
    for (String line : lines) {
      String[] words = line.split(" ");
      if (words[0].equals("ack") && words.length == 3) {
        acknowledged.put(Long.parseLong(words[1]), words[2]);
      } else if (words[0].equals("signed") && words.length == 2) {
        signed = Long.parseLong(words[1]);
      }
    }
    return new Said(acknowledged, signed, List.copyOf(lines));
  }

  boolean hasEnded() {
    return lines.contains("end");
  }

  /** Whether it said something that begins so. */
  boolean has(String beginning) {
    return lines.stream().anyMatch(line -> line.startsWith(beginning));
  }

  long last() {
    return acknowledged.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
