package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.*;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin port itself. */
class AdminPortIT {
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

  private HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws Exception {
    return server.sendTo(server.adminRoot(), method, path, body, headers);
  }

  @Test
  void state_isTold() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerUser\":60,\"writesPerProject\":300}");
    server.demand("READER");
    assertThat(server.admin("GET", "/", "").toString())
        .isEqualTo(
            "{\"auth\":{\"demanded\":true},\"quotas\":{\"readsPerUser\":60,\"writesPerProject\":300},"
                + "\"sort\":{\"metadata\":\"STAYS\"},\"accounts\":[\"clerk@example.org\"],\"rules\":[]}");
  }

  @Test
  void account_isToldWithoutItsTokens() throws Exception {
    String token = server.demand("READER");
    assertThat(server.admin("GET", "/accounts", "").toString())
        .contains("clerk@example.org")
        .doesNotContain(token);
  }

  @Test
  void writeFromAnotherSite_isRefused() throws Exception {
    HttpResponse<String> answer =
        ask("PUT", "/auth", "{\"demanded\":true}", "Origin", "http://evil.example");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(server.admin("GET", "/", "").at("/auth/demanded").asBoolean()).isFalse();
  }

  @Test
  void foreignHostName_isRefused() throws Exception {
    URI root = URI.create(server.adminRoot());
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 403");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"effect\":{\"status\":-1}}",
        "{\"effect\":{\"status\":1000}}",
        "{\"effect\":{\"delivery\":\"EATEN\"}}",
        "{\"effect\":{\"delivery\":\"CUT\"}}",
        "{\"effect\":{\"bytes\":3}}",
        "{\"effect\":{\"body\":{}}}",
        "{\"effect\":{\"trim\":{\"at\":\"valueRanges\"}}}",
        "{\"effect\":{},\"match\":{\"path\":\"(\"}}",
        "{\"effect\":{\"status\":503,\"applied\":true},\"match\":{\"api\":\"PAGE\"}}",
        "{}",
        "[]",
        "{"
      })
  void ruleThatMakesNoSense_isRefused(String rule) throws Exception {
    assertThat(ask("POST", "/rules", rule).statusCode()).isEqualTo(400);
    assertThat(server.admin("GET", "/rules", "").get("rules")).isEmpty();
  }

  @Test
  void wordThatNobodyKnows_isNamed() throws Exception {
    HttpResponse<String> answer = ask("POST", "/rules", "{\"effect\":{\"statsu\":503}}");
    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body()).contains("effect.statsu");
  }

  @ParameterizedTest
  @CsvSource({"GET, /nothing", "PATCH, /auth", "GET, /rules/77", "DELETE, /rules/x"})
  void pathThatIsNotThere_isNotFound(String method, String path) throws Exception {
    assertThat(ask(method, path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void tokenForNobody_isRefused() throws Exception {
    HttpResponse<String> answer = ask("POST", "/tokens", "{\"email\":\"a@example.org\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("PUT /accounts/");
  }

  @Test
  void keyThatIsNone_isRefused() throws Exception {
    assertThat(ask("PUT", "/accounts/a@example.org", "{\"publicKey\":\"secret\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void metadata_staysOnASort_unlessToldToFollow() throws Exception {
    assertThat(rowOfMetadataAfterSort()).isZero();
    server.admin("PUT", "/sort", "{\"metadata\":\"FOLLOWS\"}");
    assertThat(rowOfMetadataAfterSort()).isEqualTo(1);
  }

  /** Marks the first of two rows, lets them change places, and tells where the mark is. */
  private int rowOfMetadataAfterSort() throws Exception {
    var sheets = server.sheets(rq -> {}).spreadsheets();
    assertThat(server.write("A1", "б").statusCode()).isEqualTo(200);
    assertThat(server.write("A2", "а").statusCode()).isEqualTo(200);
    var row =
        new DimensionRange().setSheetId(0).setDimension("ROWS").setStartIndex(0).setEndIndex(1);
    var mark =
        new DeveloperMetadata()
            .setMetadataId(7)
            .setMetadataKey("rowKey")
            .setVisibility("PROJECT")
            .setLocation(new DeveloperMetadataLocation().setDimensionRange(row));
    var both =
        new com.google.api.services.sheets.v4.model.GridRange()
            .setSheetId(0)
            .setStartRowIndex(0)
            .setEndRowIndex(2)
            .setEndColumnIndex(1);
    var sort =
        new SortRangeRequest()
            .setRange(both)
            .setSortSpecs(List.of(new SortSpec().setDimensionIndex(0).setSortOrder("ASCENDING")));
    sheets
        .batchUpdate(
            "roadmap",
            new BatchUpdateSpreadsheetRequest()
                .setRequests(
                    List.of(
                        new Request()
                            .setCreateDeveloperMetadata(
                                new CreateDeveloperMetadataRequest().setDeveloperMetadata(mark)),
                        new Request().setSortRange(sort))))
        .execute();
    int found =
        sheets
            .developerMetadata()
            .get("roadmap", 7)
            .execute()
            .getLocation()
            .getDimensionRange()
            .getStartIndex();
    var lookup =
        new DataFilter().setDeveloperMetadataLookup(new DeveloperMetadataLookup().setMetadataId(7));
    sheets
        .batchUpdate(
            "roadmap",
            new BatchUpdateSpreadsheetRequest()
                .setRequests(
                    List.of(
                        new Request()
                            .setDeleteDeveloperMetadata(
                                new DeleteDeveloperMetadataRequest().setDataFilter(lookup)))))
        .execute();
    return found;
  }
}
