package org.sverka.sync;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sverka.log.EntryType;
import org.sverka.rule.Finding;
import org.sverka.rule.ForeignColumn;
import org.sverka.rule.Proof;
import org.sverka.rule.Redline;
import org.sverka.rule.RepairLimit;
import org.sverka.rule.RowView;
import org.sverka.rule.RuleSet.Judgement;
import org.sverka.rule.RuleSet.RuleFault;
import org.sverka.rule.Severity;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.PublicForm;
import org.sverka.sync.Charter.SignedRow;

/**
 * Judges one row that is in the sheet.
 *
 * <table>
 * <caption>What becomes of a cell</caption>
 * <tr><th>column</th><th>cell</th><th>entry</th><th>then</th></tr>
 * <tr><td>any</td><td>as last seen</td><td>none</td><td>nothing</td></tr>
 * <tr><td>canonical</td><td>changed, not as signed</td><td>edit, repair</td>
 *     <td>signed text put back; after three times an hour no more</td></tr>
 * <tr><td>canonical</td><td>not as signed, a repair is pending</td><td>none</td>
 *     <td>signed text put back</td></tr>
 * <tr><td>canonical</td><td>changed, as signed, no repair was pending</td><td>edit</td>
 *     <td>nothing</td></tr>
 * <tr><td>working</td><td>changed, no error</td><td>edit</td><td>published</td></tr>
 * <tr><td>working</td><td>changed, an error</td><td>edit</td><td>held</td></tr>
 * <tr><td>working</td><td>as last seen, its error came or went</td><td>effect if the row was
 *     edited elsewhere, else time</td><td>held or published</td></tr>
 * </table>
 */
final class RowTurn {
  private final Charter charter;
  private final Ledger ledger;
  private final Instant now;
  private final LocalDate today;
  private final ServiceTexts texts;
  private final Optional<LocalDate> judgedOn;
  private final String doer;
  private final List<RuleFault> faults = new ArrayList<>();

  /**
   * A turn.
   *
   * @param judgedOn the day on which all rows were last judged; empty if they never were
   * @param doer the party whose accounts alone were at work; empty if it is not known
   */
  RowTurn(
      Charter charter,
      Ledger ledger,
      Instant now,
      ServiceTexts texts,
      Optional<LocalDate> judgedOn,
      String doer) {
    this.doer = doer;
    this.judgedOn = judgedOn;
    this.charter = charter;
    this.ledger = ledger;
    this.now = now;
    this.today = charter.day(now);
    this.texts = texts;
  }

  /**
   * What becomes of the row.
   *
   * @param state as it is before the repairs are seen in the sheet
   * @param restore canonical columns to be put back
   * @param edited whether a person changed anything
   */
  record Outcome(MeasureState state, List<Column> restore, boolean edited) {}

  /** Rules of ours that crashed. */
  List<RuleFault> faults() {
    return List.copyOf(faults);
  }

  /**
   * Judges a row.
   *
   * @param cells canonical and working columns by key, empty ones left out
   * @param besides findings that are not the row's own, such as that it is repeated elsewhere
   */
  Outcome judge(SignedRow row, MeasureState old, Map<String, Cell> cells, List<Finding> besides) {
    long entriesBefore = ledger.last();
    RowView view = view(charter, row, old, now).withCells(cells);
    List<Finding> findings = findings(view);
    Changes changes = new Changes(row, old, cells, findings, Proof.waiting(view, findings));
    changes.canonical();
    changes.working();
    boolean edited = ledger.last() > entriesBefore;
    calendar(view, old);
    List<Finding> standing = new ArrayList<>(besides);
    findings.stream()
        .filter(
            finding -> changes.restore.stream().noneMatch(c -> c.key().equals(finding.column())))
        .forEach(standing::add);
    standing.addAll(changes.raised);
    standing.sort((a, b) -> a.severity().compareTo(b.severity()));
    MeasureState judged =
        new MeasureState(
            true,
            cells,
            changes.published,
            changes.held,
            changes.rebuffs,
            changes.publishedChanged ? now : old.changedAt(),
            texts.check(row.heading(), standing, changes.rebuffs),
            "");
    String site = row.heading() ? "" : texts.site(judged, now);
    return new Outcome(judged.withSite(site), changes.restore, edited);
  }

  /** A row as it was last seen, on the day of that moment. */
  static RowView view(Charter charter, SignedRow row, MeasureState state, Instant now) {
    return new RowView(
        row.number(),
        row.heading(),
        row.signed(),
        row.term(),
        state.seen(),
        new RowView.Past(state.published(), charter.day(state.changedAt())),
        charter.layout(),
        charter.day(now));
  }

  /** Enters once what the calendar has brought since the rows were last judged. */
  private void calendar(RowView view, MeasureState old) {
    if (judgedOn.equals(Optional.of(today))) {
      return;
    }
    List<Finding> before =
        judgedOn
            .map(day -> charter.rules().calendar(view.withCells(old.seen()).on(day)))
            .orElse(List.of());
    for (Finding finding : charter.rules().calendar(view)) {
      if (before.stream().noneMatch(known -> known.rule().equals(finding.rule()))) {
        ledger.calendar(view.number(), finding);
      }
    }
  }

  private List<Finding> findings(RowView view) {
    Judgement judgement = charter.rules().judge(view);
    faults.addAll(judgement.faults());
    return judgement.findings();
  }

  /** The cells of one row, one after the other. */
  private final class Changes {
    private final SignedRow row;
    private final MeasureState old;
    private final Map<String, Cell> cells;
    private final List<Finding> findings;
    private final Map<String, List<Finding>> waiting;
    private final Map<String, String> published;
    private final Map<String, Hold> held;
    private final Map<String, Rebuff> rebuffs = new HashMap<>();
    private final List<Column> restore = new ArrayList<>();
    private final List<Finding> raised = new ArrayList<>();
    private boolean publishedChanged;
    private boolean entered;

    Changes(
        SignedRow row,
        MeasureState old,
        Map<String, Cell> cells,
        List<Finding> findings,
        Map<String, List<Finding>> waiting) {
      this.row = row;
      this.old = old;
      this.cells = cells;
      this.findings = findings;
      this.waiting = waiting;
      this.published = new HashMap<>(old.published());
      this.held = new HashMap<>(old.held());
    }

    void canonical() {
      for (Column column : charter.layout().columns(Column.Kind.CANONICAL)) {
        Cell cell = cells.getOrDefault(column.key(), Cell.EMPTY);
        Cell seen = old.seen(column.key());
        List<Instant> repairs = recent(old.repairs(column.key()));
        boolean pending = old.isPending(column.key());
        if (cell.equals(Cell.text(row.signed(column)))) {
          if (!cell.equals(seen) && !pending) {
            edit(column, seen, cell, List.of(), false);
          }
          remember(column, repairs, false, old.redline(column.key()));
        } else {
          deviates(column, seen, cell, repairs, pending);
        }
      }
    }

    private void deviates(
        Column column, Cell seen, Cell cell, List<Instant> repairs, boolean pending) {
      String redline = Redline.of(row.signed(column), cell.text());
      boolean edited = !cell.equals(seen);
      boolean again = pending && !edited;
      boolean allowed = again || repairs.size() < RepairLimit.PER_HOUR;
      List<Finding> charged = new ArrayList<>(of(column));
      if (!allowed) {
        Finding limit = new RepairLimit().check(column.key(), column.header());
        raised.add(limit);
        charged.add(limit);
      }
      if (edited) {
        edit(column, seen, cell, charged, false);
      }
      if (!allowed) {
        remember(column, repairs, false, redline);
        return;
      }
      restore.add(column);
      List<Instant> times = new ArrayList<>(repairs);
      if (!again) {
        times.add(now);
        ledger.repair(number(), column.key(), Shown.cell(column, cell), row.signed(column));
        entered = true;
      }
      remember(column, times, true, redline);
    }

    void working() {
      for (Column column : editedFirst()) {
        Cell cell = cells.getOrDefault(column.key(), Cell.EMPTY);
        Cell seen = old.seen(column.key());
        List<Finding> own = holding(column);
        List<String> errors =
            own.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::rule)
                .distinct()
                .toList();
        String shown = old.published(column.key());
        String value =
            errors.isEmpty() && !row.heading()
                ? PublicForm.of(column.type(), cell).orElse(shown)
                : shown;
        boolean changes = !value.equals(shown);
        long entry = ledger.last();
        boolean edited = !cell.readsAs(seen);
        if (edited) {
          entry = edit(column, seen, cell, charged(column, own), changes);
        } else if (changes || errors.isEmpty() == held.containsKey(column.key())) {
          entry = consequence(column, cell, own, changes);
        }
        publish(column, value, changes);
        hold(column, errors, entry, edited);
      }
    }

    /** The findings about a column, and those about others that it waits for. */
    private List<Finding> holding(Column column) {
      return Stream.concat(
              of(column).stream(), waiting.getOrDefault(column.key(), List.of()).stream())
          .toList();
    }

    /** What is wrong with an edit: with what was typed, and with who typed it. */
    private List<Finding> charged(Column column, List<Finding> own) {
      if (doer.isEmpty() || column.party().isEmpty() || column.party().equals(doer)) {
        return own;
      }
      List<Finding> charged = new ArrayList<>(own);
      Finding foreign = new ForeignColumn().check(column);
      charged.add(foreign);
      raised.add(foreign);
      return charged;
    }

    /** What an edit does to other columns is entered after it. */
    private List<Column> editedFirst() {
      return charter.layout().columns(Column.Kind.WORKING).stream()
          .sorted(Comparator.comparing(column -> !isEdited(column)))
          .toList();
    }

    private boolean isEdited(Column column) {
      return !cells.getOrDefault(column.key(), Cell.EMPTY).readsAs(old.seen(column.key()));
    }

    private void publish(Column column, String value, boolean changes) {
      if (changes) {
        publishedChanged = true;
        if (value.isEmpty()) {
          published.remove(column.key());
        } else {
          published.put(column.key(), value);
        }
      }
    }

    private void hold(Column column, List<String> errors, long entry, boolean edited) {
      Hold before = held.get(column.key());
      if (errors.isEmpty()) {
        held.remove(column.key());
      } else if (before == null) {
        held.put(column.key(), new Hold(now, errors, entry));
      } else if (edited || !before.rules().equals(errors)) {
        held.put(column.key(), new Hold(before.since(), errors, edited ? entry : before.entry()));
      }
    }

    @CanIgnoreReturnValue
    private long edit(
        Column column, Cell before, Cell after, List<Finding> charged, boolean changes) {
      entered = true;
      return ledger.edit(
          number(),
          column,
          Shown.cell(column, before),
          Shown.cell(column, after),
          charged,
          changes);
    }

    private long consequence(Column column, Cell cell, List<Finding> own, boolean changes) {
      String stands = Shown.cell(column, cell);
      return ledger.consequence(
          entered ? EntryType.EFFECT : EntryType.TIME,
          number(),
          column,
          changes ? Shown.published(column, old.published(column.key())) : stands,
          stands,
          own,
          changes);
    }

    private List<Finding> of(Column column) {
      return findings.stream().filter(f -> f.column().equals(column.key())).toList();
    }

    private void remember(Column column, List<Instant> times, boolean pending, String redline) {
      if (!times.isEmpty() || pending) {
        rebuffs.put(column.key(), new Rebuff(times, pending, redline));
      }
    }

    private String number() {
      return row.heading() ? "" : row.number();
    }
  }

  private List<Instant> recent(List<Instant> times) {
    Instant hourAgo = now.minus(Duration.ofHours(1));
    return times.stream().filter(time -> time.isAfter(hourAgo)).toList();
  }
}
