package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.AdminFixture.BOOK;
import static org.sverka.local.AdminFixture.FILE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests per minute, counted by a clock that stands still. */
class QuotaIT {
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

  private int read(String... headers) throws Exception {
    return server.send("GET", BOOK + "/values/A1", "", headers).statusCode();
  }

  private String token(String email) throws Exception {
    server.admin("PUT", "/accounts/" + email, "{\"project\":\"7\"}");
    return "Bearer "
        + server
            .admin("POST", "/tokens", "{\"email\":\"" + email + "\"}")
            .get("access_token")
            .asText();
  }

  @Test
  void off_nothingIsCounted() throws Exception {
    for (int i = 0; i < 100; i++) {
      assertThat(read()).isEqualTo(200);
    }
  }

  @Test
  void oneReadTooMany_is429_inGooglesWords() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerUser\":1}");
    String token = token("a@example.org");
    assertThat(read("Authorization", token)).isEqualTo(200);
    HttpResponse<String> answer =
        server.send("GET", BOOK + "/values/A1", "", "Authorization", token);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    assertThat(AdminFixture.json(answer).toString())
        .isEqualTo(
            "{\"error\":{\"code\":429,\"message\":\"Quota exceeded for quota metric 'Read requests' and limit "
                + "'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:7'.\","
                + "\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\","
                + "\"reason\":\"RATE_LIMIT_EXCEEDED\",\"domain\":\"googleapis.com\",\"metadata\":{\"quota_location\":\"global\","
                + "\"quota_metric\":\"sheets.googleapis.com/read_requests\",\"quota_limit\":\"ReadRequestsPerMinutePerUser\","
                + "\"quota_limit_value\":\"1\",\"consumer\":\"projects/7\",\"service\":\"sheets.googleapis.com\"}},"
                + "{\"@type\":\"type.googleapis.com/google.rpc.Help\",\"links\":[{\"description\":\"Request a higher quota limit.\","
                + "\"url\":\"https://cloud.google.com/docs/quota#requesting_higher_quota\"}]}]}}");
  }

  @Test
  void nextMinute_beginsAnew() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerUser\":1}");
    assertThat(read()).isEqualTo(200);
    server.clock().forward(29);
    assertThat(read()).isEqualTo(429);
    server.clock().forward(1);
    assertThat(read()).isEqualTo(200);
  }

  @Test
  void eachUser_hasTheirOwn() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerUser\":1}");
    assertThat(read("Authorization", token("a@example.org"))).isEqualTo(200);
    assertThat(read("Authorization", token("b@example.org"))).isEqualTo(200);
    assertThat(read("Authorization", token("b@example.org"))).isEqualTo(429);
  }

  @Test
  void usersOfOneProject_shareItsQuota() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerProject\":1}");
    assertThat(read("Authorization", token("a@example.org"))).isEqualTo(200);
    JsonNode error =
        AdminFixture.json(
            server.send("GET", BOOK + "/values/A1", "", "Authorization", token("b@example.org")));
    assertThat(error.at("/error/message").asText())
        .contains("limit 'Read requests per minute' of service");
    assertThat(error.at("/error/details/0/metadata/quota_limit").asText())
        .isEqualTo("ReadRequestsPerMinutePerProject");
  }

  @Test
  void readsAndWrites_areCountedApart() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerUser\":1,\"writesPerUser\":1}");
    assertThat(read()).isEqualTo(200);
    assertThat(server.write("A1", "x").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = server.write("A1", "y");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("WriteRequestsPerMinutePerUser");
  }

  @Test
  void searchThatIsPosted_isARead() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerUser\":1,\"writesPerUser\":0}");
    String search =
        "{\"dataFilters\":[{\"developerMetadataLookup\":{\"metadataKey\":\"rowKey\"}}]}";
    String path = BOOK + "/developerMetadata:search";
    assertThat(server.send("POST", path, search).statusCode()).isEqualTo(200);
    assertThat(server.send("POST", path, search).body()).contains("ReadRequestsPerMinutePerUser");
  }

  @Test
  void batch_countsAsOne() throws Exception {
    server.admin("PUT", "/quotas", "{\"writesPerUser\":1}");
    String batch =
        "{\"valueInputOption\":\"RAW\",\"data\":[{\"range\":\"A1\",\"values\":[[\"x\"]]},{\"range\":\"A2\",\"values\":[[\"y\"]]}]}";
    assertThat(server.send("POST", BOOK + "/values:batchUpdate", batch).statusCode())
        .isEqualTo(200);
    assertThat(server.cell("A2")).isEqualTo("y");
  }

  @Test
  void drive_saysItWith403() throws Exception {
    server.admin("PUT", "/quotas", "{\"drivePerUser\":1}");
    assertThat(server.send("GET", FILE, "").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = server.send("GET", FILE, "");
    assertThat(answer.statusCode()).isEqualTo(403);
    JsonNode error = AdminFixture.json(answer).at("/error/errors/0");
    assertThat(error.get("domain").asText()).isEqualTo("usageLimits");
    assertThat(error.get("reason").asText()).isEqualTo("userRateLimitExceeded");
  }

  @Test
  void page_isNotCounted() throws Exception {
    server.admin("PUT", "/quotas", "{\"readsPerUser\":0}");
    assertThat(server.cell("A1")).isEmpty();
    assertThat(read("X-Sverka-Editor", "page")).isEqualTo(200);
  }
}
