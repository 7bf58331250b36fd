package org.sverka.sync;

import java.util.HashMap;
import java.util.Map;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.Charter.SignedRow;

/**
 * Takes erased texts out of what Sverka itself has written about rows. Such a row is judged again,
 * which brings back what is true without them. What people wrote into the sheet is left: it stands
 * there.
 */
final class OwnWords {
  private final Charter charter;
  private final WrittenTexts texts;

  OwnWords(Charter charter, WrittenTexts texts) {
    this.charter = charter;
    this.texts = texts;
  }

  /** The measures about which something was taken out. */
  Map<MeasureNumber, MeasureState> measures(State state) {
    Map<MeasureNumber, MeasureState> changed = new HashMap<>();
    state
        .measures()
        .forEach(
            (number, known) -> {
              SignedRow row = charter.byNumber().get(number.value());
              MeasureState next = row == null ? known : without(row, known);
              if (!next.equals(known)) {
                changed.put(number, next);
              }
            });
    return changed;
  }

  /** All headings, without the texts. */
  Map<String, MeasureState> headings(State state) {
    Map<String, MeasureState> headings = new HashMap<>(state.sheet().headings());
    headings.replaceAll(
        (number, known) -> {
          SignedRow row = charter.byNumber().get(number);
          return row == null ? known : without(row, known);
        });
    return headings;
  }

  private MeasureState without(SignedRow row, MeasureState known) {
    Map<String, Rebuff> rebuffs = new HashMap<>(known.rebuffs());
    rebuffs.replaceAll(
        (column, rebuff) -> tells(row, column, rebuff) ? rebuff.withoutWords() : rebuff);
    boolean silent =
        rebuffs.equals(known.rebuffs())
            && !texts.areAbout(row)
            && !texts.isIn(known.check())
            && !texts.isIn(known.site());
    if (silent) {
      return known;
    }
    rebuffs.putAll(Rebuff.JUDGE_AGAIN);
    return known.withSeen(known.seen(), rebuffs).withCheck("").withSite("");
  }

  /** A redline has the words that differ, not the text: of the cell itself it goes unread. */
  private boolean tells(SignedRow row, String column, Rebuff rebuff) {
    return !rebuff.redline().isEmpty()
        && ((texts.areAbout(row) && texts.areOf(column)) || texts.isIn(rebuff.redline()));
  }
}
