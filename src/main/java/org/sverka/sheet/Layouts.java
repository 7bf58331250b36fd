package org.sverka.sheet;

import java.util.ArrayList;
import java.util.List;
import org.sverka.roadmap.Descriptor;
import org.sverka.roadmap.Descriptor.Field;
import org.sverka.roadmap.Descriptor.SigningParty;
import org.sverka.sheet.Column.Kind;

/** Makes the layout of a sheet from a roadmap's descriptor. */
public final class Layouts {
  /** A cell of Google Sheets holds no more characters. */
  public static final int CELL_LIMIT = 50_000;

  private Layouts() {}

  /** Canonical columns, then working ones in the order of the descriptor, then service columns. */
  public static Layout of(Descriptor descriptor) {
    ColumnType text = new ColumnType.Text(CELL_LIMIT);
    List<Column> columns = new ArrayList<>();
    columns.add(named(descriptor, Layout.NUMBER, Kind.CANONICAL));
    columns.add(named(descriptor, Layout.TEXT, Kind.CANONICAL));
    for (SigningParty party : descriptor.parties()) {
      String key = Layout.RESPONSIBLE + party.key();
      String header = descriptor.sheet().headers().getOrDefault(key, key);
      columns.add(new Column(key, header, Kind.CANONICAL, text, party.key()));
    }
    columns.add(named(descriptor, Layout.TERM, Kind.CANONICAL));
    descriptor.fields().forEach(field -> columns.add(working(descriptor, field)));
    columns.add(named(descriptor, Layout.CHECK, Kind.SERVICE));
    columns.add(named(descriptor, Layout.SITE, Kind.SERVICE));
    return new Layout(descriptor.sheet().tab(), columns);
  }

  private static Column named(Descriptor descriptor, String key, Kind kind) {
    String header = descriptor.sheet().headers().getOrDefault(key, key);
    return new Column(key, header, kind, new ColumnType.Text(CELL_LIMIT), "");
  }

  private static Column working(Descriptor descriptor, Field field) {
    String party =
        descriptor.parties().stream()
            .map(SigningParty::key)
            .filter(key -> field.name().endsWith("." + key))
            .findFirst()
            .orElse("");
    return new Column(
        field.name(), field.title(), Kind.WORKING, type(field), field.required(), party);
  }

  private static ColumnType type(Field field) {
    int maxLength = field.maxLength() > 0 ? Math.min(field.maxLength(), CELL_LIMIT) : CELL_LIMIT;
    if (field.type().equals("date")) {
      return new ColumnType.Date();
    }
    if (field.format().equals("uri")) {
      return new ColumnType.Links(maxLength);
    }
    return field.categories().isEmpty()
        ? new ColumnType.Text(maxLength)
        : new ColumnType.Choice(
            field.categories().stream()
                .map(category -> new ColumnType.Option(category.value(), category.label()))
                .toList());
  }
}
