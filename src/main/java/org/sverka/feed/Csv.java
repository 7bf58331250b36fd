package org.sverka.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes CSV as RFC 4180 has it: UTF-8 without a mark, commas, CR LF, a header. Texts are guarded
 * by {@link FormulaGuard}; control characters, which no reader of CSV expects, are written as
 * U+FFFD.
 */
final class Csv {
  /** Its media type. */
  static final String TYPE = "text/csv; charset=utf-8; header=present";

  private static final CsvFactory FACTORY =
      CsvFactory.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]|\\p{Cs}");

  private Csv() {}

  /**
   * A table.
   *
   * @param rows each with a value for each column: a text, or a number, which is written as one
   */
  static byte[] table(List<String> header, List<List<Object>> rows) {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
    header.forEach(schema::addColumn);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try (CsvGenerator csv = FACTORY.createGenerator(bytes)) {
      csv.setSchema(schema.build());
      if (rows.isEmpty()) {
        return String.join(",", header)
            .concat("\r\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
      }
      for (List<Object> row : rows) {
        write(csv, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator csv, List<Object> row) throws IOException {
    csv.writeStartArray();
    for (Object value : row) {
      if (value instanceof Number number) {
        csv.writeNumber(number.longValue());
      } else {
        csv.writeString(FormulaGuard.guard(CONTROL.matcher(value.toString()).replaceAll("\uFFFD")));
      }
    }
    csv.writeEndArray();
  }
}
