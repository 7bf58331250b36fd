package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.PersonalText;
import org.sverka.rule.Verdict;

/**
 * That the texts of an entry are erased, which is itself an entry: a review of it in the column
 * {@value #COLUMN}. So nobody can hide a text by calling it erased, and no reader of the log meets
 * a type of entry that there was not before.
 *
 * @param entry to be added to the log
 * @param texts that are erased
 * @param next the state after it
 * @param changed the measures of that state of which something was written that had the texts
 */
public record Erasure(
    Entry entry, WrittenTexts texts, State next, Map<MeasureNumber, MeasureState> changed) {
  /** Stands in the place of a column. */
  public static final String COLUMN = "erased";

  public Erasure {
    changed = Map.copyOf(changed);
  }

  /**
   * The erasure of an entry.
   *
   * @param erased as it stands in the log
   * @param reason may be empty
   */
  public static Erasure of(Charter charter, State state, Entry erased, String reason, Instant now) {
    Entry entry = entry(state.revision() + 1, erased.seq(), erased.measure(), reason, now);
    WrittenTexts texts = WrittenTexts.of(charter, erased);
    OwnWords words = new OwnWords(charter, texts);
    Map<MeasureNumber, MeasureState> changed = words.measures(state);
    State next =
        new State(
                state.edition(),
                entry.seq(),
                now,
                state.measures(),
                state.sheet().withHeadings(words.headings(state)),
                state.journal(),
                state.margins())
            .withMeasures(changed);
    return new Erasure(entry, texts, next, changed);
  }

  /** The entry that says of another that its texts are erased. */
  public static Entry entry(long seq, long about, String measure, String reason, Instant now) {
    return new Entry(
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
  }

  /**
   * Where else the texts were found.
   *
   * @param revisions at how many revisions the site's history does not show them any more
   * @param entries numbers of other entries that have one of them, the first ones; they are left as
   *     they are
   * @param more whether there are others after these
   */
  public record Traces(long revisions, List<Long> entries, boolean more) {
    public Traces {
      entries = List.copyOf(entries);
    }
  }
}
