package org.sverka.google;

import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.util.List;

/** The three requests that Sverka sends about its spreadsheet. */
final class SheetsApi {
  private final Sheets sheets;
  private final String spreadsheetId;
  private final Calls calls;

  SheetsApi(GoogleSettings settings, HttpRequestInitializer login, Calls calls) {
    this.spreadsheetId = settings.spreadsheetId();
    this.calls = calls;
    this.sheets =
        new Sheets.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                initializer(settings.limits(), login))
            .setRootUrl(settings.rootUrl())
            .setApplicationName(settings.applicationName())
            .build();
  }

  String spreadsheetId() {
    return spreadsheetId;
  }

  /** What the mask names of every tab. */
  Spreadsheet overview(String fields) {
    return calls.read(built(() -> sheets.spreadsheets().get(spreadsheetId), fields));
  }

  /** What the mask names of one tab, which is addressed by its id. */
  Spreadsheet tab(int sheetId, String fields) {
    return calls.read(byFilter(List.of(sheetId), fields));
  }

  /** The same of several tabs, handed out as it came. */
  <T> T tabs(List<Integer> sheetIds, String fields, Calls.Reading<T> reading) {
    return calls.read(byFilter(sheetIds, fields), reading);
  }

  /** Changes the spreadsheet, all or nothing. */
  @CanIgnoreReturnValue
  BatchUpdateSpreadsheetResponse change(BatchUpdateSpreadsheetRequest body, String fields) {
    return calls.write(built(() -> sheets.spreadsheets().batchUpdate(spreadsheetId, body), fields));
  }

  private Sheets.Spreadsheets.GetByDataFilter byFilter(List<Integer> sheetIds, String fields) {
    List<DataFilter> filters =
        sheetIds.stream()
            .map(id -> new DataFilter().setGridRange(new GridRange().setSheetId(id)))
            .toList();
    GetSpreadsheetByDataFilterRequest body =
        new GetSpreadsheetByDataFilterRequest().setDataFilters(filters).setIncludeGridData(true);
    return built(() -> sheets.spreadsheets().getByDataFilter(spreadsheetId, body), fields);
  }

  /** A request as all are sent; the mask may be empty. */
  static <R extends AbstractGoogleJsonClientRequest<?>> R built(
      Building<R> building, String fields) {
    try {
      R request = building.build();
      if (!fields.isEmpty()) {
        request.set("fields", fields);
      }
      request.set("prettyPrint", false);
      // Unpacked here, under limits of size and time.
      request.setReturnRawInputStream(true);
      return request;
    } catch (IOException e) {
      throw new IllegalStateException("Building a request does no input or output", e);
    }
  }

  /** Signs a request and gives it its limits; what it answers is judged by {@link Calls}. */
  static HttpRequestInitializer initializer(HttpLimits limits, HttpRequestInitializer login) {
    return request -> {
      login.initialize(request);
      request
          .setConnectTimeout((int) limits.connect().toMillis())
          .setReadTimeout((int) limits.read().toMillis())
          // One more attempt for the login's own handler, which renews a refused token. A request
          // that was refused with 401 was not done, so this holds for writes too.
          .setNumberOfRetries(1)
          .setFollowRedirects(false);
      quiet(request);
    };
  }

  private static void quiet(HttpRequest request) {
    request
        // The answer is read and judged here, also when it is an error.
        .setThrowExceptionOnExecuteError(false)
        // The client's log would hold the access token.
        .setLoggingEnabled(false)
        .setCurlLoggingEnabled(false);
  }

  /** Makes a request of the client, which declares an exception that it does not throw. */
  interface Building<R> {
    R build() throws IOException;
  }
}
