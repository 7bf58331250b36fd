package org.sverka.feed;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sverka.log.Entry;
import org.sverka.log.LoggedFinding;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.Responsible;
import org.sverka.rule.Severity;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.text.Messages;

/**
 * The two tables in which a roadmap is published as open data: its measures and its change log. One
 * definition for the CSV files and for the schema that describes them.
 */
public final class Tables {
  /** Media type of a file of Excel. */
  public static final String EXCEL = Spreadsheet.TYPE;

  private static final String BODIES = "; ";

  private final Messages words;

  /** The tables, described in Russian. */
  public Tables() {
    this.words = Messages.of(Tables.class, "ru");
  }

  /** The measures of an answer, one a line, as CSV. */
  public byte[] measures(FeedCut cut) {
    List<TableField<MeasureView>> fields = measureFields(cut.view().layout());
    return table(fields, cut.measures());
  }

  /** Entries of the log, one a line, as CSV. */
  public byte[] changes(List<SealedEntry> entries) {
    return table(entryFields(), entries);
  }

  /** The same as a file of Excel. */
  public byte[] changesForExcel(List<SealedEntry> entries) {
    List<TableField<SealedEntry>> fields = entryFields();
    return Spreadsheet.table(
        words.text("table.changes"),
        fields.stream().map(TableField::title).toList(),
        rows(fields, entries),
        entries.stream().map(each -> each.entry().at()).max(naturalOrder()).orElse(Instant.EPOCH));
  }

  private static <T> byte[] table(List<TableField<T>> fields, List<T> lines) {
    return Csv.table(fields.stream().map(TableField::name).toList(), rows(fields, lines));
  }

  private static <T> List<List<Object>> rows(List<TableField<T>> fields, List<T> lines) {
    return lines.stream()
        .map(line -> fields.stream().map(field -> field.value().apply(line)).toList())
        .toList();
  }

  /** In the order of the sheet; working columns under the very types that their values pass. */
  List<TableField<MeasureView>> measureFields(Layout layout) {
    List<TableField<MeasureView>> fields = new ArrayList<>();
    fields.add(plain("section", "string", measure -> measure.section().number()));
    for (Column column : layout.columns()) {
      if (column.kind() == Column.Kind.CANONICAL) {
        fields.add(canonical(column));
        if (column.key().equals(Layout.TERM)) {
          fields.add(plain("termFrom", "integer", m -> m.measure().term().from()));
          fields.add(plain("termTo", "integer", m -> m.measure().term().to()));
        }
      } else if (column.kind() == Column.Kind.WORKING) {
        fields.add(
            new TableField<>(
                column.key(),
                column.header(),
                new TableField.Kind.Sheet(column.type()),
                measure -> shown(measure, column.key())));
      }
    }
    fields.add(plain("changedAt", "datetime", measure -> measure.changedAt().toString()));
    fields.add(
        several(
            "held", measure -> measure.held().keySet().stream().sorted().collect(joining(" "))));
    return fields;
  }

  private static String shown(MeasureView measure, String column) {
    return column.equals(Layout.STATUS) ? measure.status() : measure.published(column);
  }

  private static TableField<MeasureView> canonical(Column column) {
    if (column.key().startsWith(Layout.RESPONSIBLE)) {
      return new TableField<>(
          column.key(),
          column.header(),
          new TableField.Kind.Several(BODIES),
          measure ->
              measure.responsible(column.party()).stream()
                  .map(Responsible::name)
                  .collect(joining(BODIES)));
    }
    return TableField.plain(
        column.key(),
        column.header(),
        "string",
        measure ->
            switch (column.key()) {
              case Layout.NUMBER -> measure.measure().number().value();
              case Layout.TERM -> measure.measure().term().text();
              default -> measure.measure().text();
            });
  }

  List<TableField<SealedEntry>> entryFields() {
    return List.of(
        entry("seq", "integer", Entry::seq),
        entry("at", "datetime", entry -> entry.at().toString()),
        entry("type", "string", entry -> entry.type().key()),
        entry("measure", "string", Entry::measure),
        entry("column", "string", Entry::column),
        entry("before", "string", Entry::before),
        entry("after", "string", Entry::after),
        entry("verdict", "string", entry -> entry.verdict().key()),
        several("rules", line -> rules(line.entry())),
        entry("messages", "string", Tables::messages),
        entry("party", "string", Entry::party),
        entry("partyBasis", "string", entry -> entry.partyBasis().key()),
        entry("published", "boolean", entry -> Boolean.toString(entry.published())),
        plain("hash", "string", SealedEntry::hash),
        plain("erased", "boolean", line -> Boolean.toString(line.isErased())),
        entry("about", "integer", Tables::about),
        entry("severity", "string", entry -> entry.gravest().map(Severity::key).orElse("")));
  }

  private static Object about(Entry entry) {
    return entry.about() > 0 ? (Object) entry.about() : "";
  }

  private static String rules(Entry entry) {
    return entry.findings().stream().map(LoggedFinding::rule).distinct().collect(joining(" "));
  }

  private static String messages(Entry entry) {
    return entry.findings().stream().map(LoggedFinding::message).collect(joining("\n"));
  }

  private TableField<SealedEntry> entry(String name, String type, Function<Entry, Object> value) {
    return plain(name, type, line -> value.apply(line.entry()));
  }

  private <T> TableField<T> plain(String name, String type, Function<T, Object> value) {
    return TableField.plain(name, words.text("field." + name), type, value);
  }

  private <T> TableField<T> several(String name, Function<T, Object> value) {
    return new TableField<>(
        name, words.text("field." + name), new TableField.Kind.Several(" "), value);
  }
}
