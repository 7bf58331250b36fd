package org.sverka.local;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Comma-separated values in Google's form: what the cells show, in quotes where need be, lines
 * ended by CR LF but for the last.
 */
final class CsvExporter implements Exporter {

  @Override
  public byte[] export(Workbook book, Tab tab) {
    return ShownTable.of(book, tab).stream()
        .map(line -> line.stream().map(CsvExporter::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
