package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sverka.local.xlsx.FileCell;

/** What a cell of a file becomes in the sheet. */
final class XlsxEntry {
  private final EntryParser entries;
  private final SheetLocale locale;
  private final ValueFormatter formatter;

  XlsxEntry(EntryParser entries, SheetLocale locale) {
    this.entries = entries;
    this.locale = locale;
    this.formatter = new ValueFormatter(locale);
  }

  /** The cell with the file's value, a text, number or truth value, in its own format if it has. */
  Cell write(FileCell file, Cell before) {
    NumberFormat format = NumberFormat.of(before.format(), locale);
    if (file instanceof FileCell.Bool bool) {
      return before.withEntered(new CellValue.Bool(bool.value()));
    }
    if (file instanceof FileCell.Numeric number) {
      return number(number, before, format);
    }
    String text = file instanceof FileCell.Text plain ? plain.value() : "";
    return text.isEmpty() ? before.withEntered(null) : before.withEntered(text(text, format));
  }

  /** A date that somebody has typed as text, where a date is wanted, is a date. */
  private CellValue text(String text, NumberFormat format) {
    if (format.type().isTime() && !XlsxText.isLikeFormula(text)) {
      EntryParser.Entry read = entries.read(text);
      if (read.format().type().isTime()) {
        return read.value();
      }
    }
    return new CellValue.Text(text);
  }

  private Cell number(FileCell.Numeric number, Cell before, NumberFormat format) {
    CellValue.Numeric value = new CellValue.Numeric(number.value());
    NumberFormat shown = number.moment() ? moment(number.value()) : NumberFormat.AUTOMATIC;
    if (format.type() == NumberFormat.Type.TEXT) {
      return before.withEntered(new CellValue.Text(formatter.show(value, shown)));
    }
    if (format.isAutomatic() && !shown.isAutomatic()) {
      ObjectNode next = before.format() == null ? Json.object() : before.format().deepCopy();
      next.set("numberFormat", shown.json());
      return before.withEntered(value).withFormat(next);
    }
    return before.withEntered(value);
  }

  private NumberFormat moment(double value) {
    if (value == Math.rint(value)) {
      return new NumberFormat(NumberFormat.Type.DATE, locale.datePattern());
    }
    return value < 1
        ? new NumberFormat(NumberFormat.Type.TIME, locale.timePattern())
        : new NumberFormat(
            NumberFormat.Type.DATE_TIME, locale.datePattern() + " " + locale.timePattern());
  }

  /** How the sheet would show the file's value in that cell. */
  String shown(FileCell file, Cell cell) {
    return shown(write(file, cell));
  }

  /** How the sheet shows a cell. */
  String shown(Cell cell) {
    return formatter.show(
        Formulas.result(cell.entered(), locale), NumberFormat.of(cell.format(), locale));
  }
}
