package org.sverka.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sverka.log.Entry;
import org.sverka.roadmap.Term;
import org.sverka.rule.Finding;
import org.sverka.rule.RowView;
import org.sverka.rule.RuleSet;
import org.sverka.rule.RuleSet.RuleFault;
import org.sverka.rule.Severity;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.sync.JournalState.Review;

/** Judges what reviewers have written beside an entry, and enters it. */
final class ReviewTurn {
  private static final RuleSet RULES = RuleSet.reviews();

  private final Charter charter;
  private final Ledger ledger;
  private final JournalTexts texts;
  private final Instant now;
  private final List<RuleFault> faults = new ArrayList<>();

  ReviewTurn(Charter charter, Ledger ledger, JournalTexts texts, Instant now) {
    this.charter = charter;
    this.ledger = ledger;
    this.texts = texts;
    this.now = now;
  }

  /** Rules of ours that crashed. */
  List<RuleFault> faults() {
    return List.copyOf(faults);
  }

  /**
   * What stands beside an entry by now, with the answer to it.
   *
   * @param cells by column, empty ones left out
   */
  Review judge(Entry entry, Review before, Map<String, Cell> cells) {
    RuleSet.Judgement judgement = RULES.judge(view(entry, cells));
    faults.addAll(judgement.faults());
    long accepted = 0;
    for (Column column : JournalLayout.layout().columns(Column.Kind.WORKING)) {
      Cell cell = cells.getOrDefault(column.key(), Cell.EMPTY);
      Cell seen = before.seen(column.key());
      List<Finding> charged =
          judgement.findings().stream().filter(f -> f.column().equals(column.key())).toList();
      if (!cell.readsAs(seen)) {
        long number =
            ledger.review(
                entry, column, Shown.cell(column, seen), Shown.cell(column, cell), charged);
        boolean wrong = charged.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        accepted = wrong ? accepted : number;
      }
    }
    boolean nothing = cells.values().stream().allMatch(Cell::isBlank);
    return nothing
        ? new Review(cells, "")
        : new Review(cells, texts.answer(judgement.findings(), accepted));
  }

  private RowView view(Entry entry, Map<String, Cell> cells) {
    int year = charter.day(now).getYear();
    return new RowView(
        String.valueOf(entry.seq()),
        false,
        Map.of(),
        new Term("", year, year),
        cells,
        new RowView.Past(Map.of(), charter.day(now)),
        JournalLayout.layout(),
        charter.day(now));
  }
}
