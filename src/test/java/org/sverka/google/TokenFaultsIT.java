package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sverka.google.SheetServer.READ;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

/** What becomes of each way in which Google can refuse a token. */
class TokenFaultsIT {
  private static final String TOO_OLD =
      "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
          + " Check your iat and exp values in the JWT claim.";

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void begin() throws IOException {
    file = folder.resolve("credentials.json");
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
    KeyFiles.save(file, KeyFiles.serviceAccount("svc@example.com", server.baseUrl() + "/token"));
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, Invalid JWT Signature., add a key of type JSON",
    "invalid_grant, Invalid grant: account not found, does not exist any more",
    "invalid_client, The OAuth client was not found., Download its file again",
    "invalid_scope, Invalid OAuth scope or ID token audience provided., edit spreadsheets",
    "admin_policy_enforced, Access to your account data is restricted., API controls",
    "something_else, x, Renew the credentials",
  })
  void refusal_saysWhatToDoAndIsNotAskedForAgain(String error, String words, String advice) {
    refuse(error, words);
    SheetGateway gateway = connect();

    for (int turn = 0; turn < 3; turn++) {
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> gateway.read(7))
          .withMessageContaining(advice)
          .withMessageContaining(words)
          .satisfies(e -> assertThat(e.retryable()).isFalse());
    }
    assertThat(gateway.standstill().orElseThrow()).contains(advice);
    server.verify(1, postRequestedFor(urlPathEqualTo("/token")));
    server.verify(0, postRequestedFor(urlPathEqualTo(READ)));
  }

  @Test
  void revokedPermissionOfAPerson_saysToAuthorizeAgain() throws IOException {
    KeyFiles.save(file, KeyFiles.client("id", "secret", server.baseUrl() + "/token"));
    KeyFiles.permit(file, "{\"refresh_token\":\"r\"}");
    refuse("invalid_grant", "Token has been expired or revoked.");

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> connect().read(7))
        .withMessageContaining("scripts/sverka authorize")
        .withMessageContaining("every 7 days");
  }

  @Test
  void newPermission_endsTheStandstillWithoutARestart() throws IOException {
    KeyFiles.save(file, KeyFiles.client("id", "secret", server.baseUrl() + "/token"));
    KeyFiles.permit(file, "{\"refresh_token\":\"old\"}");
    refuse("invalid_grant", "Token has been expired or revoked.");
    SheetGateway gateway = connect();
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));

    grant("{\"access_token\":\"t\",\"expires_in\":3600}");
    KeyFiles.permit(file, "{\"refresh_token\":\"new\"}");

    assertThat(gateway.standstill()).isEmpty();
    assertThat(gateway.read(7)).isPresent();
  }

  @Test
  void operatorsWord_endsTheStandstill() {
    refuse("invalid_grant", "Invalid JWT Signature.");
    SheetGateway gateway = connect();
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));
    grant("{\"access_token\":\"t\",\"expires_in\":3600}");

    gateway.resume();

    assertThat(gateway.standstill()).isEmpty();
    assertThat(gateway.read(7)).isPresent();
  }

  @Test
  void tokenRevokedWhileInUse_isSaidAsSuch() {
    String refused = Bodies.error(401, "UNAUTHENTICATED", "Request had invalid credentials.");
    server.stubFor(onRead().willReturn(json(401, refused)));
    server.stubFor(
        onToken()
            .inScenario("revoked")
            .whenScenarioStateIs(STARTED)
            .willReturn(json("{\"access_token\":\"t\",\"expires_in\":3600}"))
            .willSetStateTo("gone"));
    server.stubFor(
        onToken()
            .inScenario("revoked")
            .whenScenarioStateIs("gone")
            .willReturn(refusal("invalid_grant", "Invalid grant: account not found")));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> connect().read(7))
        .withMessageContaining("does not exist any more");
  }

  @ParameterizedTest
  @CsvSource({"600, behind", "-600, ahead"})
  void wrongClock_isComparedWithTheServers(int seconds, String direction) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    server.stubFor(
        onToken().willReturn(refusal("invalid_grant", TOO_OLD).withHeader("Date", date)));

    SheetException failure = catchThrowableOfType(SheetException.class, () -> connect().read(7));

    assertThat(failure).hasMessageContaining("timedatectl").hasMessageContaining(direction);
    String by = failure.getMessage().replaceAll(".*is (\\d+) seconds .*", "$1");
    assertThat(Integer.parseInt(by)).isBetween(540, 660);
  }

  @Test
  void wrongClock_isAskedAgainAfterFiveMinutes() {
    server.stubFor(onToken().willReturn(refusal("invalid_grant", TOO_OLD)));
    AtomicLong nanos = new AtomicLong();
    Login login = new Login(CredentialsSource.of(file.toString()), nanos::get);
    SheetGateway gateway = connect(login);

    for (int minute = 0; minute <= 5; minute++) {
      assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));
      nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    }

    server.verify(2, postRequestedFor(urlPathEqualTo("/token")));
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, Invalid JWT Signature., 5",
    "invalid_grant, Invalid grant: account not found, 5",
    "invalid_scope, x, 5",
    "admin_policy_enforced, x, 5",
    "disabled_client, x, 5",
    "unauthorized_client, x, 5",
    "something_else, x, 5",
    "deleted_client, x, 60",
    "invalid_client, x, 60",
    "invalid_grant, Token has been expired or revoked., 60",
  })
  void refusal_isAskedAboutAgainInCaseItWasMendedElsewhere(
      String error, String words, long minutes) {
    refuse(error, words);
    AtomicLong nanos = new AtomicLong();
    SheetGateway gateway = connect(new Login(CredentialsSource.of(file.toString()), nanos::get));
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));
    grant("{\"access_token\":\"t\",\"expires_in\":3600}");

    nanos.addAndGet(Duration.ofMinutes(minutes).toNanos() - 1);
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));
    server.verify(1, postRequestedFor(urlPathEqualTo("/token")));
    nanos.addAndGet(1);

    assertThat(gateway.read(7)).isPresent();
    assertThat(gateway.standstill()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, Token has been expired or revoked., gcloud auth application-default login",
    "invalid_grant, Bad Request, gcloud auth application-default login",
    "invalid_client, x, gcloud auth application-default login",
    "invalid_grant, Invalid JWT Signature., GOOGLE_APPLICATION_CREDENTIALS",
    "invalid_grant, Invalid grant: account not found, GOOGLE_APPLICATION_CREDENTIALS",
  })
  void refusalOfDefaultCredentials_advisesWhatMendsThem(String error, String words, String advice) {
    TokenFaults faults =
        new TokenFaults(
            GoogleSettings.APPLICATION_DEFAULT,
            "",
            Credentials.Kind.DEFAULT,
            InstantSource.system());

    TokenFault fault = faults.of(refused(error, words));

    assertThat(fault.text())
        .contains(advice, "restart Sverka", words)
        .doesNotContain("scripts/sverka authorize", "application-default.");
    assertThat(fault.until()).isEqualTo(TokenFault.Until.LATER);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void failingTokenEndpoint_isAskedAgainByTheLibrary(int status) {
    server.stubFor(
        onToken()
            .inScenario("mending")
            .whenScenarioStateIs(STARTED)
            .willReturn(json(status, "{}"))
            .willSetStateTo("mended"));
    server.stubFor(
        onToken()
            .inScenario("mending")
            .whenScenarioStateIs("mended")
            .willReturn(json("{\"access_token\":\"t\",\"expires_in\":3600}")));

    assertThat(connect().read(7)).isPresent();
    server.verify(2, postRequestedFor(urlPathEqualTo("/token")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"t\",\"expires_in\":0}",
        "{\"access_token\":\"t\"}",
        "{\"access_token\":\"t\",\"expires_in\":\"3600\"}",
        "{\"access_token\":\"t\",\"expires_in\":-5}",
        "{\"expires_in\":3600}",
        "no JSON",
      })
  void oddTokenAnswer_isAskedForOnceAMinuteAtMost(String answer) {
    grant(answer);
    SheetGateway gateway = connect();

    for (int turn = 0; turn < 5; turn++) {
      try {
        assertThat(gateway.read(7)).isPresent();
      } catch (SheetException e) {
        assertThat(e).hasMessageContaining("token endpoint");
        assertThat(e.retryable()).isTrue();
      }
    }

    server.verify(1, postRequestedFor(urlPathEqualTo("/token")));
  }

  @Test
  void tokenWithoutALife_isUsedAllTheSame() {
    grant("{\"access_token\":\"t\",\"expires_in\":0}");

    assertThat(connect().read(7)).isPresent();
  }

  @Test
  void tokenEndpointThatIsNotThere_isANetworkFaultAndMayPass() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String nowhere = "http://127.0.0.1:" + port + "/token";
    KeyFiles.save(file, KeyFiles.serviceAccount("svc@example.com", nowhere));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> connect().read(7))
        .withMessageContaining("firewall")
        .satisfies(e -> assertThat(e.retryable()).isTrue());
  }

  /** What Google's library makes of a refusal. */
  private static IOException refused(String error, String description) {
    return new HttpResponseException.Builder(400, "", new HttpHeaders())
        .setContent("{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description))
        .build();
  }

  private SheetGateway connect() {
    return Fixture.gateway(server.baseUrl(), file.toString());
  }

  private static SheetGateway connect(Login login) {
    return Fixture.connect(
        Fixture.settings(server.baseUrl(), "not empty"), Access.of(login, Quota.unlimited()));
  }

  private static com.github.tomakehurst.wiremock.client.MappingBuilder onToken() {
    return post(urlPathEqualTo("/token"));
  }

  private static void grant(String answer) {
    server.stubFor(onToken().willReturn(json(answer)));
  }

  private static void refuse(String error, String description) {
    server.stubFor(onToken().willReturn(refusal(error, description)));
  }

  private static ResponseDefinitionBuilder refusal(String error, String description) {
    return json(
        400, "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description));
  }
}
