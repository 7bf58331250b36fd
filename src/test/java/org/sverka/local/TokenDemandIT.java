package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sverka.local.AdminFixture.BOOK;
import static org.sverka.local.AdminFixture.FILE;
import static org.sverka.local.AdminFixture.SCOPES;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let through while tokens are demanded, and what the others are told. */
class TokenDemandIT {
  @TempDir Path directory;
  private AdminFixture server;

  @BeforeEach
  void start() {
    server = new AdminFixture(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return server.send("GET", path, "", "Authorization", "Bearer " + token);
  }

  private static JsonNode error(HttpResponse<String> answer) throws Exception {
    return AdminFixture.json(answer).get("error");
  }

  @Test
  void nothingDemanded_letsEverybodyThrough() throws Exception {
    assertThat(server.send("GET", BOOK, "").statusCode()).isEqualTo(200);
    assertThat(get(BOOK, "anything").statusCode()).isEqualTo(200);
  }

  @Test
  void noToken_is403_asTheyAre() throws Exception {
    server.demand("WRITER");
    HttpResponse<String> answer = server.send("GET", BOOK, "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(error(answer).get("status").asText()).isEqualTo("PERMISSION_DENIED");
    assertThat(error(answer).get("message").asText())
        .isEqualTo(
            "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or"
                + " other form of API consumer identity to call this API.");
    assertThat(error(answer).has("errors")).isFalse();
  }

  @Test
  void noToken_onDrive_hasAListOfErrors() throws Exception {
    server.demand("WRITER");
    HttpResponse<String> answer = server.send("GET", FILE, "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(error(answer).at("/errors/0/reason").asText()).isEqualTo("forbidden");
    assertThat(error(answer).get("status").asText()).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void unknownToken_is401_withAChallenge() throws Exception {
    server.demand("WRITER");
    HttpResponse<String> answer = get(BOOK, "made-up");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
    assertThat(error(answer).get("status").asText()).isEqualTo("UNAUTHENTICATED");
    assertThat(error(answer).get("message").asText())
        .startsWith(
            "Request had invalid authentication credentials. Expected OAuth 2 access token");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /upload/drive/v2/files/roadmap?uploadType=media",
    "GET, /spreadsheets/d/roadmap/export?format=csv",
    "GET, /drive/v3/files/roadmap/permissions",
    "DELETE, /drive/v3/files/roadmap/permissions/1",
    "DELETE, /drive/v3/files/trash",
  })
  void noToken_onDrive_opensNoOtherDoor(String method, String path) throws Exception {
    server.demand("WRITER");
    assertThat(server.send(method, path, "").statusCode()).isEqualTo(403);
  }

  @Test
  void unknownToken_onDrive_saysWhere() throws Exception {
    server.demand("WRITER");
    HttpResponse<String> answer = get(FILE, "made-up");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(error(answer).at("/errors/0").toString())
        .isEqualTo(
            "{\"message\":\"Invalid Credentials\",\"domain\":\"global\",\"reason\":\"authError\","
                + "\"location\":\"Authorization\",\"locationType\":\"header\"}");
  }

  @Test
  void token_isGoodUntilItExpires() throws Exception {
    String token = server.demand("WRITER");
    assertThat(get(BOOK, token).statusCode()).isEqualTo(200);
    server.clock().forward(3600);
    assertThat(get(BOOK, token).statusCode()).isEqualTo(401);
  }

  @Test
  void revokedToken_is401() throws Exception {
    String token = server.demand("WRITER");
    server.admin("DELETE", "/accounts/clerk@example.org/tokens", "");
    assertThat(get(BOOK, token).statusCode()).isEqualTo(401);
  }

  @Test
  void tokenInTheQuery_counts() throws Exception {
    String token = server.demand("WRITER");
    assertThat(server.send("GET", BOOK + "?access_token=" + token, "").statusCode()).isEqualTo(200);
  }

  @Test
  void scopeToReadOnly_isNotEnoughToWrite() throws Exception {
    String token = server.demand("WRITER", SCOPES + "spreadsheets.readonly");
    assertThat(get(BOOK + "/values/A1", token).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = server.write("A1", "x", "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(error(answer).get("message").asText())
        .isEqualTo("Request had insufficient authentication scopes.");
    assertThat(error(answer).get("details").toString())
        .isEqualTo(
            "[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"ACCESS_TOKEN_SCOPE_INSUFFICIENT\","
                + "\"domain\":\"googleapis.com\",\"metadata\":{\"service\":\"sheets.googleapis.com\","
                + "\"method\":\"google.apps.sheets.v4.SpreadsheetsService.UpdateValues\"}}]");
  }

  @Test
  void scopeToReadOnly_isNotEnoughForDataFilters() throws Exception {
    String token = server.demand("WRITER", SCOPES + "spreadsheets.readonly");
    HttpResponse<String> answer =
        server.send("POST", BOOK + ":getByDataFilter", "{}", "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void scopeOfSheets_isNotEnoughForDrive() throws Exception {
    String token = server.demand("WRITER", SCOPES + "spreadsheets");
    HttpResponse<String> answer = get(FILE, token);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(error(answer).at("/errors/0/reason").asText()).isEqualTo("insufficientPermissions");
    assertThat(error(answer).at("/details/0/metadata/method").asText())
        .isEqualTo("google.apps.drive.v3.DriveFiles.Get");
  }

  @Test
  void notShared_isToldAsRecorded() throws Exception {
    String token = server.demand("NONE");
    HttpResponse<String> answer = get(BOOK + "?includeGridData=false", token);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(AdminFixture.json(answer).toString())
        .isEqualTo(
            "{\"error\":{\"code\":403,\"message\":\"The caller does not have permission\","
                + "\"status\":\"PERMISSION_DENIED\"}}");
  }

  @Test
  void notShared_isNotFound_onDrive() throws Exception {
    String token = server.demand("NONE");
    HttpResponse<String> answer = get(FILE, token);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(error(answer).get("message").asText()).isEqualTo("File not found: roadmap.");
  }

  @Test
  void unknownSpreadsheet_isNotFound_notForbidden() throws Exception {
    String token = server.demand("WRITER");
    assertThat(get("/v4/spreadsheets/nowhere", token).statusCode()).isEqualTo(404);
  }

  @Test
  void reader_mayReadAndNotWrite() throws Exception {
    String token = server.demand("READER");
    assertThat(get(BOOK + "/values/A1", token).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = server.write("A1", "x", "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(error(answer).get("message").asText())
        .isEqualTo("The caller does not have permission");
    assertThat(server.cell("A1")).isEmpty();
  }

  @Test
  void writer_mayNotDeleteTheFile() throws Exception {
    String token = server.demand("WRITER");
    HttpResponse<String> answer =
        server.send("DELETE", FILE, "", "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(error(answer).at("/errors/0/reason").asText())
        .isEqualTo("insufficientFilePermissions");
  }

  @Test
  void whoeverMakesASpreadsheet_ownsIt() throws Exception {
    String token = server.demand("NONE");
    var sheets = server.sheets(rq -> rq.getHeaders().setAuthorization("Bearer " + token));
    String id = sheets.spreadsheets().create(new Spreadsheet()).execute().getSpreadsheetId();
    assertThat(sheets.spreadsheets().get(id).execute().getSpreadsheetId()).isEqualTo(id);
    var drive = server.drive(rq -> rq.getHeaders().setAuthorization("Bearer " + token));
    drive.files().delete(id).execute();
    assertThat(
            catchThrowableOfType(
                    GoogleJsonResponseException.class, () -> drive.files().get(id).execute())
                .getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void page_needsNoToken() throws Exception {
    server.demand("NONE");
    assertThat(server.write("A1", "с места", "X-Sverka-Editor", "page").statusCode())
        .isEqualTo(200);
    assertThat(server.status("/local/v1/spreadsheets/roadmap")).isEqualTo(200);
  }

  @Test
  void reset_demandsNothingAgain() throws Exception {
    server.demand("NONE");
    server.admin("DELETE", "/", "");
    assertThat(server.send("GET", BOOK, "").statusCode()).isEqualTo(200);
  }
}
