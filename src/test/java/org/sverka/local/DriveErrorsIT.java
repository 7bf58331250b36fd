package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals of Drive on the wire: a list of errors with domain, reason and place; no status. */
class DriveErrorsIT extends DriveTestBase {

  private JsonNode refused(String method, String path, String body, int status) throws Exception {
    var answer = server.send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode error = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).get("error");
    assertThat(error.get("code").asInt()).isEqualTo(status);
    assertThat(error.has("status")).isFalse();
    assertThat(error.get("errors")).hasSize(1);
    return error;
  }

  @Test
  void unknownFile_isTheErrorThatGoogleSends() throws Exception {
    JsonNode error = refused("GET", "/drive/v3/files/nowhere", null, 404);
    assertThat(error.toString())
        .isEqualTo(
            "{\"code\":404,\"message\":\"File not found: nowhere.\",\"errors\":[{\"message\":\"File not found: nowhere.\","
                + "\"domain\":\"global\",\"reason\":\"notFound\",\"location\":\"fileId\",\"locationType\":\"parameter\"}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "/drive/v3/files?pageSize=0, invalidParameter, pageSize",
    "/drive/v3/files?pageSize=1001, invalidParameter, pageSize",
    "/drive/v3/files?pageSize=x, invalid, pageSize",
    "/drive/v3/files?pageToken=x, invalid, pageToken",
    "/drive/v3/files?fields=files.colour, invalidParameter, fields",
    "/drive/v3/files/roadmap/export, required, mimeType",
    "/drive/v3/changes, required, pageToken",
    "/drive/v3/changes?pageToken=x, invalid, pageToken",
    "/drive/v3/changes?pageToken=999, invalid, pageToken",
    "/drive/v3/about, required, fields",
  })
  void senselessParameter_isNamed(String path, String reason, String location) throws Exception {
    JsonNode error = refused("GET", path, null, 400).get("errors").get(0);
    assertThat(error.get("reason").asText()).isEqualTo(reason);
    assertThat(error.get("location").asText()).isEqualTo(location);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /drive/v3/drives",
    "GET, /drive/v3/files?spaces=appDataFolder",
    "GET, /drive/v3/files?corpora=drive&driveId=x",
    "GET, /drive/v3/files/root",
    "GET, /drive/v3/files/roadmap?alt=media",
    "POST, /drive/v3/files/roadmap/comments",
    "POST, /upload/drive/v3/files?uploadType=multipart",
  })
  void whatIsNotSupported_isDeclined(String method, String path) throws Exception {
    JsonNode error = refused(method, path, method.equals("POST") ? "{}" : null, 501);
    assertThat(error.get("errors").get(0).get("reason").asText()).isEqualTo("notImplemented");
  }

  @Test
  void fieldThatNobodyReads_isDeclined_andNothingHappens() throws Exception {
    refused("PATCH", "/drive/v3/files/roadmap", "{\"name\":\"x\",\"starred\":true}", 501);
    assertThat(drive.files().get(ID).execute().getName()).isEqualTo("Дорожная карта");
  }

  @Test
  void brokenBody_isABadRequest() throws Exception {
    JsonNode error = refused("POST", "/drive/v3/files", "{\"name\":", 400);
    assertThat(error.get("errors").get(0).get("reason").asText()).isEqualTo("badRequest");
  }
}
