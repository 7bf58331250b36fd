package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.READ;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

class CredentialsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void tokens() {
    file = folder.resolve("credentials.json");
    server.stubFor(post(urlPathEqualTo("/token")).willReturn(json(token("first"))));
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
  }

  @Test
  void serviceAccount_signsRequestsWithATokenForWhatIsNeededAndNoMore() throws Exception {
    save(serviceAccount("svc@example.iam.gserviceaccount.com"));

    assertThat(connect().read(7)).isPresent();

    assertThat(Credentials.load(file).account()).isEqualTo("svc@example.iam.gserviceaccount.com");
    server.verify(
        postRequestedFor(urlPathEqualTo(READ))
            .withHeader("Authorization", equalTo("Bearer first")));
    String assertion =
        server.getAllServeEvents().stream()
            .filter(event -> event.getRequest().getUrl().equals("/token"))
            .map(event -> event.getRequest().getBodyAsString())
            .findFirst()
            .orElseThrow()
            .replaceAll(".*assertion=[^.]+[.]([^.]+)[.].*", "$1");
    assertThat(new String(Base64.getUrlDecoder().decode(assertion)))
        .contains(
            "\"scope\":\"https://www.googleapis.com/auth/spreadsheets"
                + " https://www.googleapis.com/auth/drive.metadata.readonly\"");
  }

  @Test
  void link_isGooglesAndLeadsToTheTabOnceItIsKnown() throws Exception {
    save(serviceAccount("svc@example.com"));
    SheetGateway gateway = connect();
    assertThat(gateway.link()).isEqualTo("https://docs.google.com/spreadsheets/d/roadmap/edit");

    assertThat(gateway.read(7)).isPresent();

    assertThat(gateway.link()).endsWith("/edit#gid=7");
  }

  @Test
  void token_isNotInTheClientsLogEvenIfThatIsOn() throws Exception {
    save(serviceAccount("svc@example.com"));
    SheetGateway gateway = connect();
    assertThat(gateway.read(7)).isPresent();
    List<String> lines = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger("com.google.api.client.http.HttpTransport");
    Handler handler = new Lines(lines);
    log.setLevel(Level.ALL);
    log.addHandler(handler);
    try {
      assertThat(gateway.read(7)).isPresent();
    } finally {
      log.removeHandler(handler);
      log.setLevel(null);
    }

    assertThat(lines).noneMatch(line -> line.contains("first") || line.contains("Bearer"));
  }

  @Test
  void refusedToken_isRenewedOnce() throws Exception {
    save(serviceAccount("svc@example.com"));
    server.stubFor(
        onRead()
            .withHeader("Authorization", equalTo("Bearer first"))
            .willReturn(
                json(401, Bodies.error(401, "UNAUTHENTICATED", "expired"))
                    .withHeader(
                        "WWW-Authenticate", "Bearer realm=\"x\", error=\"invalid_token\"")));
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .inScenario("token")
            .whenScenarioStateIs(STARTED)
            .willReturn(json(token("first")))
            .willSetStateTo("renewed"));
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .inScenario("token")
            .whenScenarioStateIs("renewed")
            .willReturn(json(token("second"))));

    assertThat(connect().read(7)).isPresent();
    server.verify(2, postRequestedFor(urlPathEqualTo("/token")));
    server.verify(2, postRequestedFor(urlPathEqualTo(READ)));
  }

  @Test
  void tokenThatIsRefusedAlways_isRenewedOnceAndThenSaid() throws Exception {
    save(serviceAccount("svc@example.com"));
    String refusal = Bodies.error(401, "UNAUTHENTICATED", "Request had invalid credentials.");
    server.stubFor(onRead().willReturn(json(401, refusal)));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> connect().read(7))
        .withMessageContaining("did not accept the credentials");
    server.verify(2, postRequestedFor(urlPathEqualTo("/token")));
    server.verify(2, postRequestedFor(urlPathEqualTo(READ)));
  }

  @Test
  void secondRefusedTokenWithinAMinute_isAFailureThatPassesAndBarsNothing() throws Exception {
    save(serviceAccount("svc@example.com"));
    String refusal = Bodies.error(401, "UNAUTHENTICATED", "expired");
    for (int read = 1; read <= 4; read++) {
      // The first and the third request are refused, each token after it was good for one read.
      server.stubFor(
          onRead()
              .inScenario("reads")
              .whenScenarioStateIs(read == 1 ? STARTED : "read " + read)
              .willReturn(read % 2 == 1 ? json(401, refusal) : json(Bodies.TAB))
              .willSetStateTo("read " + (read + 1)));
    }
    SheetGateway gateway = connect();
    assertThat(gateway.read(7)).isPresent();

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.read(7))
        .satisfies(e -> assertThat(e.retryable()).isTrue());

    assertThat(gateway.standstill()).isEmpty();
    assertThat(gateway.read(7)).isPresent();
    server.verify(2, postRequestedFor(urlPathEqualTo("/token")));
  }

  @Test
  void replacedKey_isUsedWithoutARestart() throws Exception {
    save(serviceAccount("old@example.com"));
    SheetGateway gateway = connect();
    assertThat(gateway.read(7)).isPresent();

    server.stubFor(post(urlPathEqualTo("/token")).willReturn(json(token("other"))));
    save(serviceAccount("new@example.com"));

    assertThat(gateway.read(7)).isPresent();
    server.verify(
        postRequestedFor(urlPathEqualTo(READ))
            .withHeader("Authorization", equalTo("Bearer other")));
  }

  @Test
  void oauthClientWithStoredToken_isThatPerson() throws Exception {
    save(client());
    KeyFiles.permit(file, "{\"refresh_token\":\"r\",\"account\":\"person@example.com\"}");

    assertThat(connect().read(7)).isPresent();
    assertThat(Credentials.load(file).account()).isEqualTo("person@example.com");
    server.verify(
        postRequestedFor(urlPathEqualTo("/token"))
            .withRequestBody(containing("refresh_token=r"))
            .withRequestBody(containing("client_secret=secret")));
  }

  @Test
  void oauthClientWithoutStoredToken_saysHowToGetOne() throws Exception {
    save(client());

    assertRefused("scripts/sverka authorize");
  }

  @Test
  void permissionOpenToOthers_isRefusedWithTheCommandThatMendsIt() throws Exception {
    save(client());
    Path token = KeyFiles.permit(file, "{\"refresh_token\":\"r\"}");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));

    assertRefused("chmod 600 \"" + token + "\"");
  }

  @Test
  void folderOfThePermissionOpenToOthers_isRefusedWithTheCommandThatMendsIt() throws Exception {
    save(client());
    Path tokens = KeyFiles.permit(file, "{\"refresh_token\":\"r\"}").getParent();
    Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertRefused("chmod 700 \"" + tokens + "\"");
  }

  @Test
  void permissionOfAnotherClient_isRefused() throws Exception {
    save(client());
    KeyFiles.permit(file, "{\"refresh_token\":\"r\",\"client_id\":\"other\"}");

    assertRefused("another OAuth client");
  }

  @Test
  void clientOfTheTypeWeb_isRefusedWithTheTypeThatIsNeeded() throws Exception {
    save("{\"web\":{\"client_id\":\"id\",\"client_secret\":\"s\"}}");

    assertRefused("Desktop app");
  }

  @Test
  void fileOpenToOthers_isRefusedWithTheCommandThatMendsIt() throws Exception {
    save(serviceAccount("svc@example.com"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertRefused("chmod 600 \"" + file + "\"");
  }

  @Test
  void identity_tellsAccountsApartAndNamesNone() throws Exception {
    String first = identity(serviceAccount("one@example.com"));

    assertThat(identity(serviceAccount("one@example.com"))).isEqualTo(first);
    assertThat(identity(serviceAccount("two@example.com"))).isNotEqualTo(first);
    assertThat(first).matches("[0-9a-f]{16}");
  }

  private String identity(String text) throws IOException {
    save(text);
    return Access.of(Fixture.settings(server.baseUrl(), file.toString()), Quota.unlimited())
        .identity();
  }

  @Test
  void missingFile_isNamed() {
    assertRefused("There is no credentials file " + file);
  }

  @Test
  void noJson_isSaidWithoutQuotingIt() throws Exception {
    save("-----BEGIN PRIVATE KEY----- secret");

    assertRefused("is not JSON");
  }

  @Test
  void otherJson_isRefused() throws Exception {
    save("{\"type\":\"external_account\",\"token_url\":\"http://evil.example/\"}");

    assertRefused("neither a service-account key nor an OAuth client");
  }

  @Test
  void brokenKey_isRefusedWithoutQuotingIt() throws Exception {
    save(serviceAccount("svc@example.com").replaceAll("BEGIN PRIVATE KEY-----", "secret"));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> Credentials.load(file))
        .withMessageContaining("can't be used")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void example_isValidAndShowsBothKinds() throws IOException {
    var example = JSON.readTree(Path.of("credentials.example.json").toFile());

    assertThat(example.findValuesAsText("type")).contains("service_account");
    assertThat(example.findValue("installed").path("client_id").asText()).isNotEmpty();
  }

  private void assertRefused(String words) {
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> Credentials.load(file))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.retryable()).isFalse());
  }

  private SheetGateway connect() {
    return Fixture.gateway(server.baseUrl(), file.toString());
  }

  private void save(String text) throws IOException {
    KeyFiles.save(file, text);
  }

  private static String token(String value) {
    return "{\"access_token\":\"%s\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
        .formatted(value);
  }

  private static String client() {
    return KeyFiles.client("id", "secret", server.baseUrl() + "/token");
  }

  private static String serviceAccount(String email) {
    return KeyFiles.serviceAccount(email, server.baseUrl() + "/token");
  }

  /** Keeps what is logged. */
  private static final class Lines extends Handler {
    private final List<String> lines;

    private Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(String.valueOf(line.getMessage()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
