package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.PartyBasis;
import org.sverka.rule.PersonalText;
import org.sverka.rule.Verdict;

/**
 * That the texts of an entry are erased, which is itself an entry: a review of it in the column
 * {@value #COLUMN}. So nobody can hide a text by calling it erased, and no reader of the log meets
 * a type of entry that there was not before.
 *
 * @param entry to be added to the log
 * @param next the state after it
 */
public record Erasure(Entry entry, State next) {
  /** Stands in the place of a column. */
  public static final String COLUMN = "erased";

  /**
   * The erasure of an entry.
   *
   * @param reason may be empty
   */
  public static Erasure of(State state, long about, String measure, String reason, Instant now) {
    long seq = state.revision() + 1;
    Entry entry =
        new Entry(
            seq,
            now,
            EntryType.REVIEW,
            measure,
            COLUMN,
            "",
            PersonalText.masked(reason),
            Verdict.ACCEPTED,
            List.of(),
            "",
            PartyBasis.UNKNOWN,
            false,
            about);
    State next =
        new State(
            state.edition(),
            seq,
            now,
            state.measures(),
            state.sheet(),
            state.journal(),
            state.margins());
    return new Erasure(entry, next);
  }

  /**
   * Where else the texts were found.
   *
   * @param revisions at how many revisions the site's history does not show them any more
   * @param entries numbers of other entries of the same measure and column that have one of them;
   *     they are left as they are
   */
  public record Traces(long revisions, List<Long> entries) {
    public Traces {
      entries = List.copyOf(entries);
    }
  }
}
