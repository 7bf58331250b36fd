package org.sverka.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Layouts;

/** The columns of the signed roadmap's sheet, by key. */
final class Headers {
  static final List<String> WORKING =
      layout().columns(Column.Kind.WORKING).stream().map(Column::key).toList();

  private Headers() {}

  static Map<String, String> byKey() {
    return layout().columns().stream().collect(Collectors.toMap(Column::key, Column::header));
  }

  static boolean isSigned(String key) {
    return layout().column(key).kind() == Column.Kind.CANONICAL;
  }

  static Layout layout() {
    return Layouts.of(Roadmaps.descriptor(Path.of("seeds", "roadmap.json")));
  }
}
