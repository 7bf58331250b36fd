package org.sverka.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.sverka.text.Texts;

/** What a person probably meant. */
final class NearMiss {
  private static final int MOST_SLIPS = 3;
  private static final int LETTERS_PER_SLIP = 3;
  private static final int LONGEST = 60;

  private NearMiss() {}

  /** The word that is meant by one that is misspelt: not more than one slip in three letters. */
  static Optional<String> of(String word, Collection<String> words) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String key = Texts.key(word);
    return words.stream()
        .filter(one -> slips(key, one) >= 0)
        .min(Comparator.comparingInt(one -> slips(key, one)));
  }

  private static int slips(String key, String word) {
    int allowed = Math.min(MOST_SLIPS, Math.max(1, word.length() / LETTERS_PER_SLIP));
    return new LevenshteinDistance(allowed).apply(key, Texts.key(word));
  }
}
