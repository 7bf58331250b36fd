package org.sverka.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.rule.PersonalText;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;
import org.sverka.text.Texts;

/**
 * What people wrote of an entry's texts, to be looked for where else it stands, however spaces and
 * lines are there. What the signed document has in that place nobody wrote; values of lists and
 * dates name nobody.
 */
public final class WrittenTexts {
  /** Anything shorter stands in many cells by chance; a name with initials is longer. */
  private static final int TELLING = 10;

  private final Entry entry;
  private final Set<String> whole;
  private final Map<String, Set<String>> values;
  private final Set<String> telling;

  private WrittenTexts(
      Entry entry, Set<String> whole, Map<String, Set<String>> values, Set<String> telling) {
    this.entry = entry;
    this.whole = Set.copyOf(whole);
    this.values = Map.copyOf(values);
    this.telling = Set.copyOf(telling);
  }

  /** Those of an entry; of one about a whole row those of each cell. */
  public static WrittenTexts of(Charter charter, Entry entry) {
    Set<String> whole = new HashSet<>();
    Map<String, Set<String>> values = new HashMap<>();
    for (String text : new String[] {entry.before(), entry.after()}) {
      if (!isSigned(charter, entry, entry.column(), text)) {
        whole.add(Texts.normal(text));
      }
      cells(charter, entry, text)
          .forEach(
              (column, value) -> {
                if (!isSigned(charter, entry, column, value) && !isFixed(charter, column, value)) {
                  values.computeIfAbsent(column, any -> new HashSet<>()).add(Texts.normal(value));
                }
              });
    }
    whole.remove("");
    values.values().forEach(texts -> texts.remove(""));
    Set<String> telling =
        values.values().stream()
            .flatMap(Set::stream)
            .filter(text -> text.length() >= TELLING)
            .filter(text -> !isPartOfTheDocument(charter, text))
            .collect(Collectors.toSet());
    return new WrittenTexts(entry, whole, values, telling);
  }

  private static Map<String, String> cells(Charter charter, Entry entry, String text) {
    boolean row =
        entry.column().isEmpty()
            && (entry.type() == EntryType.ROW || entry.type() == EntryType.REPAIR);
    return row ? Shown.cells(charter, text) : Map.of(entry.column(), text);
  }

  private static boolean isSigned(Charter charter, Entry entry, String column, String text) {
    return charter.rows().stream()
        .filter(row -> entry.measure().equals(row.heading() ? "" : row.number()))
        .anyMatch(row -> Texts.same(row.signed().getOrDefault(column, ""), text));
  }

  private static boolean isFixed(Charter charter, String key, String text) {
    Optional<Column> column =
        charter.contentColumns().stream().filter(one -> one.key().equals(key)).findFirst();
    return column
        .map(Column::type)
        .filter(type -> type instanceof ColumnType.Choice || type instanceof ColumnType.Date)
        .flatMap(type -> PublicForm.of(type, Cell.text(text)))
        .isPresent();
  }

  private static boolean isPartOfTheDocument(Charter charter, String text) {
    return charter.rows().stream()
        .flatMap(row -> row.signed().values().stream())
        .anyMatch(signed -> Texts.normal(signed).contains(text));
  }

  /** Whether a text of the log holds one of them; short ones are not looked for. */
  public boolean isIn(String text) {
    if (telling.isEmpty() || text.length() < TELLING) {
      return false;
    }
    String normal = Texts.normal(text);
    return telling.stream().anyMatch(normal::contains);
  }

  /** Whether a text of the log is one of them, as a whole and in the same place. */
  public boolean isOne(String measure, String column, String text) {
    return measure.equals(entry.measure())
        && column.equals(entry.column())
        && whole.contains(Texts.normal(text));
  }

  /** The columns of the measure of which the site may have shown one of them. */
  public Set<String> columns() {
    return values.keySet();
  }

  /** Whether a value on the site is one of them. */
  public boolean isValue(String column, String value) {
    return values.getOrDefault(column, Set.of()).contains(Texts.normal(PersonalText.masked(value)));
  }

  /** Whether what stands in the sheet or on the site is one of them, or holds one. */
  boolean standsIn(String measure, String column, String text) {
    String masked = PersonalText.masked(text);
    return isIn(masked)
        || isOne(measure, column, masked)
        || (measure.equals(entry.measure()) && isValue(column, text));
  }

  /** Whether Sverka may have written something about them beside a row. */
  boolean areAbout(Charter.SignedRow row) {
    return entry.measure().equals(row.heading() ? "" : row.number());
  }

  /** Whether they stood in that cell of a row that they are about. */
  boolean areOf(String column) {
    return Stream.of("", column).anyMatch(entry.column()::equals);
  }

  /** Whether what a reviewer wrote beside an entry is one of them, or holds one. */
  boolean standBeside(long about, String column, String text) {
    String masked = PersonalText.masked(text);
    return isIn(masked)
        || (about == entry.about()
            && column.equals(entry.column())
            && whole.contains(Texts.normal(masked)));
  }
}
