package org.sverka.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sverka.roadmap.Lineage;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Retitling;
import org.sverka.text.Sha256;

/**
 * What became different on the site between two revisions, measure by measure: the annex for a
 * meeting. The same two revisions give the same bytes for ever. Across editions of the document a
 * measure is followed by its text, as its reports are.
 *
 * @param before the roadmap as it was
 * @param after the roadmap as it was then
 * @param titles sections that have another title
 * @param lines in the order of the numbers
 */
public record Statement(FeedView before, FeedView after, List<Retitling> titles, List<Line> lines) {
  private static final List<String> HEADER =
      List.of("roadmap", "since", "revision", "section", "measure", "column", "before", "after");

  /** Stands in the place of a column where a section has another title. */
  private static final String TITLE = "title";

  /** Columns that say when, not what. */
  private static final Set<String> ASIDE = Set.of("changedAt", "held", "termFrom", "termTo");

  public Statement {
    titles = List.copyOf(titles);
    lines = List.copyOf(lines);
  }

  /**
   * One measure that is different.
   *
   * @param measure its number; of one that is not in the document any more the last that it had
   * @param former the number that it had before; empty if it was not in the document
   * @param isGone whether it is not in it any more
   * @param text what the document says, or said
   */
  public record Line(
      String section,
      String measure,
      String former,
      boolean isGone,
      String text,
      List<Difference> differences) {
    /** Whether it was not in the document before. */
    public boolean isNew() {
      return former.isEmpty();
    }

    /** Whether it had another number. */
    public boolean isRenumbered() {
      return !isNew() && !isGone && !former.equals(measure);
    }
  }

  /**
   * A column that is different.
   *
   * @param column key of the column
   * @param title its header
   * @param before as in the CSV table; empty for nothing
   * @param erasedBefore whether a text that stood there before was erased by law
   * @param erasedAfter whether one that stood there then was
   */
  public record Difference(
      String column,
      String title,
      String before,
      String after,
      boolean erasedBefore,
      boolean erasedAfter) {
    /** Whether a text was erased at either end. */
    public boolean isErased() {
      return erasedBefore || erasedAfter;
    }

    private String erased() {
      return erasedBefore ? erasedAfter ? "before after" : "before" : erasedAfter ? "after" : "";
    }
  }

  /**
   * Compares two views of one roadmap.
   *
   * @param lineage which measure is which
   */
  static Statement of(
      FeedView before, FeedView after, Lineage lineage, ErasedTexts erased, Tables tables) {
    List<TableField<MeasureView>> fields =
        tables.measureFields(after.layout()).stream()
            .filter(field -> !ASIDE.contains(field.name()))
            .toList();
    Stream<Line> gone =
        before.measures().stream()
            .filter(measure -> !lineage.stays(measure.measure().number()))
            .map(measure -> line(Optional.of(measure), Optional.empty(), erased, fields));
    Stream<Line> here =
        after.measures().stream()
            .map(
                measure ->
                    line(former(measure, before, lineage), Optional.of(measure), erased, fields));
    List<Line> lines =
        Stream.concat(gone, here)
            .filter(line -> !line.differences.isEmpty())
            .sorted(Comparator.comparing(line -> new MeasureNumber(line.measure)))
            .toList();
    return new Statement(
        before, after, Retitling.between(before.roadmap(), after.roadmap()), lines);
  }

  private static Optional<MeasureView> former(
      MeasureView measure, FeedView before, Lineage lineage) {
    return lineage
        .former(measure.measure().number())
        .flatMap(number -> before.measure(number.value()));
  }

  private static Line line(
      Optional<MeasureView> old,
      Optional<MeasureView> now,
      ErasedTexts erased,
      List<TableField<MeasureView>> fields) {
    Set<String> erasedBefore = old.map(erased::before).orElse(Set.of());
    Set<String> erasedAfter = now.map(erased::after).orElse(Set.of());
    List<Difference> differences = new ArrayList<>();
    for (TableField<MeasureView> field : fields) {
      String was = old.map(measure -> text(field, measure)).orElse("");
      String is = now.map(measure -> text(field, measure)).orElse("");
      Difference difference =
          new Difference(
              field.name(),
              field.title(),
              was,
              is,
              erasedBefore.contains(field.name()),
              erasedAfter.contains(field.name()));
      if (!was.equals(is) || difference.isErased()) {
        differences.add(difference);
      }
    }
    Measure named = now.or(() -> old).orElseThrow().measure();
    return new Line(
        named.number().section(),
        named.number().value(),
        old.map(measure -> measure.measure().number().value()).orElse(""),
        now.isEmpty(),
        named.text(),
        differences);
  }

  private static String text(TableField<MeasureView> field, MeasureView measure) {
    return Objects.toString(field.value().apply(measure), "");
  }

  /** Whether another edition of the document came into force in between. */
  public boolean isOverAnEdition() {
    return !before.edition().equals(after.edition());
  }

  /** Whether it shows that a text was erased. */
  public boolean hasErased() {
    return lines.stream().flatMap(line -> line.differences.stream()).anyMatch(Difference::isErased);
  }

  /**
   * As a table, CSV. Columns that only some statements need are there in those alone, so that the
   * others keep their bytes.
   */
  public byte[] csv() {
    boolean former = isOverAnEdition();
    boolean erased = hasErased();
    List<String> header = new ArrayList<>(HEADER);
    if (former) {
      header.add("former");
    }
    if (erased) {
      header.add("erased");
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Retitling title : titles) {
      rows.add(row(title.section(), "", TITLE, title.before(), title.after()));
    }
    for (Line line : lines) {
      for (Difference each : line.differences) {
        List<Object> row = row(line.section, line.measure, each.column, each.before, each.after);
        if (former) {
          row.add(line.former);
        }
        if (erased) {
          row.add(each.erased());
        }
        rows.add(row);
      }
    }
    rows.forEach(row -> fill(row, header.size()));
    return Csv.table(header, rows);
  }

  private List<Object> row(String section, String measure, String column, String was, String is) {
    return new ArrayList<>(
        List.of(
            after.roadmap().id(),
            before.revision(),
            after.revision(),
            section,
            measure,
            column,
            was,
            is));
  }

  private static void fill(List<Object> row, int columns) {
    while (row.size() < columns) {
      row.add("");
    }
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
