package org.sverka.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A workbook with all its tabs as {@code .xlsx}. */
final class XlsxExporter implements Exporter {

  @Override
  public byte[] export(Workbook book, Tab tab) {
    return export(book, book.tabs());
  }

  /** Some of its tabs only. */
  static byte[] export(Workbook book, List<Tab> tabs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XlsxExport.write(book, tabs, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
