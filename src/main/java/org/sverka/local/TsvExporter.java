package org.sverka.local;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tab-separated values in Google's form: there are no quotes, so tabs and line breaks inside a cell
 * become spaces.
 */
final class TsvExporter implements Exporter {
  private static final Pattern BREAK = Pattern.compile("\r\n|[\t\r\n]");

  @Override
  public byte[] export(Workbook book, Tab tab) {
    return ShownTable.of(book, tab).stream()
        .map(
            line ->
                line.stream()
                    .map(text -> BREAK.matcher(text).replaceAll(" "))
                    .collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
