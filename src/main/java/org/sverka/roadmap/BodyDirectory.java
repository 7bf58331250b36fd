package org.sverka.roadmap;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sverka.text.Texts;

/**
 * Gives each body one key, whatever its spelling. Two spellings are one body if they read the same
 * (case, spaces, dashes, quotes, «ё») once the declared corrections are applied.
 */
final class BodyDirectory {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Russian-Latin/BGN; Latin-ASCII; Lower");

  private final Map<String, Body> byReading = new LinkedHashMap<>();
  private final Map<String, Body> byKey = new LinkedHashMap<>();

  /** The body of a party that is spelled so; entered if it is new. */
  Body enter(String party, String name) {
    return byReading.computeIfAbsent(
        party + "\n" + Texts.key(name),
        reading -> {
          Body body = new Body(freeKey(party, name), party, name);
          byKey.put(body.key(), body);
          return body;
        });
  }

  /** All bodies in the order in which they were entered. */
  List<Body> all() {
    return new ArrayList<>(byReading.values());
  }

  private String freeKey(String party, String name) {
    String slug =
        LATIN.transliterate(Texts.key(name)).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String key = slug.isEmpty() ? party : slug;
    String free = key;
    for (int i = 2; byKey.containsKey(free); i++) {
      free = key + "-" + i;
    }
    return free;
  }
}
