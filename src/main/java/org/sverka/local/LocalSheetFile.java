package org.sverka.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The embedded sheet as a file, while no server runs on it. */
public final class LocalSheetFile {
  private LocalSheetFile() {}

  /**
   * Writes a spreadsheet with all its tabs as {@code .xlsx}. Blocking; the caller has the data
   * directory for itself.
   *
   * @param dbFile the SQLite file of the embedded sheet; it is not made
   * @return whether there is such a spreadsheet; if not, nothing is written
   */
  public static boolean export(Path dbFile, String spreadsheetId, OutputStream out)
      throws IOException {
    if (!Files.exists(dbFile)) {
      return false;
    }
    try (WorkbookStore store = SqliteWorkbookStore.open(dbFile)) {
      Optional<Workbook> book = store.load(spreadsheetId);
      if (book.isPresent()) {
        XlsxExport.write(book.get(), book.get().tabs(), out);
      }
      return book.isPresent();
    }
  }
}
