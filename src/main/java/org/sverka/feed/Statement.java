package org.sverka.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.text.Sha256;

/**
 * What became different on the site between two revisions, measure by measure: the annex for a
 * meeting. The same two revisions give the same bytes for ever.
 *
 * @param before the roadmap as it was
 * @param after the roadmap as it was then
 * @param lines in the order of the numbers
 */
public record Statement(FeedView before, FeedView after, List<Line> lines) {
  private static final List<String> HEADER =
      List.of("roadmap", "since", "revision", "section", "measure", "column", "before", "after");

  /** Columns that say when, not what. */
  private static final Set<String> ASIDE = Set.of("changedAt", "held", "termFrom", "termTo");

  public Statement {
    lines = List.copyOf(lines);
  }

  /**
   * One measure that is different.
   *
   * @param isNew whether it was not in the document before
   * @param isGone whether it is not in it any more
   */
  public record Line(
      String section,
      String measure,
      boolean isNew,
      boolean isGone,
      List<Difference> differences) {}

  /**
   * A column that is different.
   *
   * @param column key of the column
   * @param title its header
   * @param before as in the CSV table; empty for nothing
   */
  public record Difference(String column, String title, String before, String after) {}

  /** Compares two views of one roadmap. */
  public static Statement of(FeedView before, FeedView after, Tables tables) {
    Set<String> numbers = new LinkedHashSet<>();
    after.measures().forEach(measure -> numbers.add(measure.measure().number().value()));
    before.measures().forEach(measure -> numbers.add(measure.measure().number().value()));
    List<TableField<MeasureView>> fields =
        tables.measureFields(after.layout()).stream()
            .filter(field -> !ASIDE.contains(field.name()))
            .toList();
    List<Line> lines =
        numbers.stream()
            .map(MeasureNumber::new)
            .sorted()
            .map(number -> line(number, before, after, fields))
            .flatMap(Optional::stream)
            .toList();
    return new Statement(before, after, lines);
  }

  private static Optional<Line> line(
      MeasureNumber number, FeedView before, FeedView after, List<TableField<MeasureView>> fields) {
    Optional<MeasureView> old = before.measure(number.value());
    Optional<MeasureView> now = after.measure(number.value());
    List<Difference> differences = new ArrayList<>();
    for (TableField<MeasureView> field : fields) {
      String was = old.map(measure -> text(field, measure)).orElse("");
      String is = now.map(measure -> text(field, measure)).orElse("");
      if (!was.equals(is)) {
        differences.add(new Difference(field.name(), field.title(), was, is));
      }
    }
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line(number.section(), number.value(), old.isEmpty(), now.isEmpty(), differences));
  }

  private static String text(TableField<MeasureView> field, MeasureView measure) {
    return Objects.toString(field.value().apply(measure), "");
  }

  /** As a table, CSV. */
  public byte[] csv() {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      for (Difference each : line.differences) {
        rows.add(
            List.of(
                after.roadmap().id(),
                before.revision(),
                after.revision(),
                line.section,
                line.measure,
                each.column,
                each.before,
                each.after));
      }
    }
    return Csv.table(HEADER, rows);
  }

  /** SHA-256 of {@link #csv}, hexadecimal. */
  public String sha256() {
    return Sha256.hex(csv());
  }

  /** What is printed on it. */
  public CheckCode code() {
    return CheckCode.of(before.revision(), after.revision(), sha256());
  }
}
