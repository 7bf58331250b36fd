package org.sverka.local;

import java.util.Locale;
import java.util.Optional;
import org.sverka.local.ApiRequest.Answer;

/** Downloads in other forms, by Drive and by the address that the page of a spreadsheet has. */
final class DriveExport {
  private final DriveCatalog catalog;

  DriveExport(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  /** {@code files.export}: the first tab. */
  Answer export(ApiRequest request) {
    DriveParams.requireDownload(request, "mimeType");
    String type =
        request
            .text("mimeType")
            .orElseThrow(() -> DriveProblem.required("mimeType", "Required parameter: mimeType"));
    Workbook book = catalog.document(request.path().get(1)).current();
    return answer(book, book.tabs().get(0), type);
  }

  /** {@code /spreadsheets/d/{id}/export?format=csv&gid=0}: any tab; below {@code /spreadsheets}. */
  Answer page(ApiRequest request) {
    DriveParams.requireDownload(request, "id", "format", "exportFormat", "gid");
    String format = request.text("format").or(() -> request.text("exportFormat")).orElse("xlsx");
    Workbook book = catalog.document(request.path().get(1)).current();
    String type = Exporters.FORMATS.get(format);
    if (type == null) {
      throw ApiException.unsupported("format=" + format);
    }
    return answer(book, tab(book, request.text("gid")), type);
  }

  private static Tab tab(Workbook book, Optional<String> gid) {
    if (gid.isEmpty()) {
      return book.tabs().get(0);
    }
    return book.tabs().stream()
        .filter(tab -> Integer.toString(tab.id()).equals(gid.get()))
        .findFirst()
        .orElseThrow(() -> DriveProblem.invalid("gid"));
  }

  private static Answer answer(Workbook book, Tab tab, String type) {
    String known = type.toLowerCase(Locale.ROOT);
    Exporter exporter = Exporters.BY_TYPE.get(known);
    if (exporter != null) {
      return Answer.download(known, exporter.export(book, tab));
    }
    throw Exporters.knownToGoogle(known)
        ? ApiException.unsupported("export as " + known)
        : DriveProblem.conversion();
  }
}
