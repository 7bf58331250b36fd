package org.sverka.local;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Role;

/** The operations of Sheets v4 by the shape of a request. */
final class SheetsOperations {
  private static final String SERVICE = "google.apps.sheets.v4.SpreadsheetsService.";
  private static final String SCOPE = "https://www.googleapis.com/auth/";
  private static final Set<String> WRITE =
      Set.of(SCOPE + "drive", SCOPE + "drive.file", SCOPE + "spreadsheets");
  private static final Set<String> READ =
      Set.of(
          SCOPE + "drive",
          SCOPE + "drive.file",
          SCOPE + "drive.readonly",
          SCOPE + "spreadsheets",
          SCOPE + "spreadsheets.readonly");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("POST /", "CreateSpreadsheet"),
          Map.entry("GET /id", "GetSpreadsheet"),
          Map.entry("POST /id:getByDataFilter", "GetSpreadsheetByDataFilter"),
          Map.entry("POST /id:batchUpdate", "BatchUpdateSpreadsheet"),
          Map.entry("POST /id/developerMetadata:search", "SearchDeveloperMetadata"),
          Map.entry("GET /id/developerMetadata/x", "GetDeveloperMetadata"),
          Map.entry("POST /id/sheets/x:copyTo", "CopySheetTo"),
          Map.entry("GET /id/values/x", "GetValues"),
          Map.entry("PUT /id/values/x", "UpdateValues"),
          Map.entry("POST /id/values/x:append", "AppendValues"),
          Map.entry("POST /id/values/x:clear", "ClearValues"),
          Map.entry("GET /id/values:batchGet", "BatchGetValues"),
          Map.entry("POST /id/values:batchUpdate", "BatchUpdateValues"),
          Map.entry("POST /id/values:batchClear", "BatchClearValues"),
          Map.entry("POST /id/values:batchGetByDataFilter", "BatchGetValuesByDataFilter"),
          Map.entry("POST /id/values:batchUpdateByDataFilter", "BatchUpdateValuesByDataFilter"),
          Map.entry("POST /id/values:batchClearByDataFilter", "BatchClearValuesByDataFilter"));

  private SheetsOperations() {}

  static Optional<Operation> find(ApiRequest request) {
    ApiPath path = request.path();
    String id = path.size() == 0 ? "" : path.get(0);
    return Optional.ofNullable(NAMES.get(request.method() + " " + SheetsRoutes.shape(path)))
        .map(name -> operation(name, id));
  }

  private static Operation operation(String name, String id) {
    boolean reads =
        name.startsWith("Get") || name.startsWith("BatchGet") || name.startsWith("Search");
    // What takes data filters or has to do with metadata wants a scope to write with, even to read.
    boolean plain = reads && !name.endsWith("ByDataFilter") && !name.endsWith("Metadata");
    return new Operation(
        Api.SHEETS,
        SERVICE + name,
        reads,
        id,
        plain ? READ : WRITE,
        reads ? Role.READER : Role.WRITER);
  }
}
