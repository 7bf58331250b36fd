package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sverka.local.AdminFixture.BOOK;
import static org.sverka.local.AdminFixture.SCOPES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.ValueRange;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google's own credentials, and bare requests, at the token endpoint. */
class TokenEndpointIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROBOT = "robot@project.iam.gserviceaccount.com";
  // The pair of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static KeyPair keys;
  private static KeyPair otherKeys;

  @TempDir Path directory;
  private AdminFixture server;

  @BeforeAll
  static void makeKeys() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    otherKeys = generator.generateKeyPair();
  }

  @BeforeEach
  void start() throws Exception {
    server = new AdminFixture(directory);
    // The client library makes its assertions by the clock of the machine.
    server.clock().set(Instant.now());
    server.admin("PUT", "/auth", "{\"demanded\":true}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void register(KeyPair pair) throws Exception {
    ObjectNode account = JSON.createObjectNode();
    account.put("publicKey", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    account.putObject("roles").put("roadmap", "WRITER");
    server.admin("PUT", "/accounts/" + ROBOT, account.toString());
  }

  private static String pem(String name, byte[] der) {
    return "-----BEGIN "
        + name
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + name
        + "-----\n";
  }

  private ServiceAccountCredentials robot() throws IOException {
    ObjectNode file = JSON.createObjectNode();
    file.put("type", "service_account").put("project_id", "project");
    file.put("client_email", ROBOT).put("client_id", "1").put("private_key_id", "k1");
    file.put("private_key", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    file.put("token_uri", server.root() + "token");
    return ServiceAccountCredentials.fromStream(
        new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> ask(Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return server.send("POST", "/token", body, "Content-Type", "application/x-www-form-urlencoded");
  }

  private static void assertRefused(HttpResponse<String> answer, String error, String description)
      throws Exception {
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode json = AdminFixture.json(answer);
    assertThat(json.get("error").asText()).isEqualTo(error);
    assertThat(json.get("error_description").asText()).isEqualTo(description);
  }

  private Map<String, String> codeForm(String code) {
    return Map.of(
        "grant_type", "authorization_code",
        "code", code,
        "client_id", "desk",
        "redirect_uri", "http://127.0.0.1:1/back",
        "code_verifier", VERIFIER);
  }

  private String code() throws Exception {
    register(keys);
    return server
        .admin(
            "POST",
            "/codes",
            "{\"email\":\""
                + ROBOT
                + "\",\"clientId\":\"desk\",\"redirectUri\":\"http://127.0.0.1:1/back\",\"codeChallenge\":\""
                + CHALLENGE
                + "\"}")
        .get("code")
        .asText();
  }

  @Test
  void serviceAccountOfTheOfficialLibrary_readsAndWrites() throws Exception {
    register(keys);
    var sheets =
        server.sheets(
            new HttpCredentialsAdapter(robot().createScoped(List.of(SCOPES + "spreadsheets"))));
    sheets
        .spreadsheets()
        .values()
        .update("roadmap", "A1", new ValueRange().setValues(List.of(List.of("подписано"))))
        .setValueInputOption("RAW")
        .execute();
    assertThat(sheets.spreadsheets().values().get("roadmap", "A1").execute().getValues())
        .isEqualTo(List.of(List.of("подписано")));
  }

  @Test
  void expiredToken_isReplacedByTheOfficialLibrary() throws Exception {
    register(keys);
    var sheets =
        server.sheets(
            new HttpCredentialsAdapter(robot().createScoped(List.of(SCOPES + "spreadsheets"))));
    sheets.spreadsheets().get("roadmap").execute();
    server.admin("DELETE", "/accounts/" + ROBOT + "/tokens", "");
    assertThat(sheets.spreadsheets().get("roadmap").execute().getSpreadsheetId())
        .isEqualTo("roadmap");
  }

  @Test
  void signatureOfAnotherKey_isRefused() throws Exception {
    register(otherKeys);
    IOException refusal =
        catchThrowableOfType(
            IOException.class,
            () -> robot().createScoped(List.of(SCOPES + "spreadsheets")).refreshAccessToken());
    assertThat(refusal.getCause()).hasMessageContaining("Invalid JWT Signature.");
  }

  @Test
  void accountThatIsNotThere_isRefused() throws Exception {
    IOException refusal =
        catchThrowableOfType(
            IOException.class,
            () -> robot().createScoped(List.of(SCOPES + "spreadsheets")).refreshAccessToken());
    assertThat(refusal.getCause()).hasMessageContaining("Invalid grant: account not found");
  }

  @Test
  void anyAccount_getsATokenWhileNoneIsDemanded() throws Exception {
    server.admin("PUT", "/auth", "{\"demanded\":false}");
    assertThat(
            robot()
                .createScoped(List.of(SCOPES + "spreadsheets"))
                .refreshAccessToken()
                .getTokenValue())
        .startsWith("ya29.");
  }

  @Test
  void assertionOfALateClock_isRefused() throws Exception {
    register(keys);
    server.clock().forward(7200);
    IOException refusal =
        catchThrowableOfType(
            IOException.class,
            () -> robot().createScoped(List.of(SCOPES + "spreadsheets")).refreshAccessToken());
    assertThat(refusal.getCause())
        .hasMessageContaining(
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.");
  }

  @Test
  void code_isExchangedOnce_withItsVerifier() throws Exception {
    String code = code();
    JsonNode tokens = AdminFixture.json(ask(codeForm(code)));
    assertThat(tokens.get("expires_in").asInt()).isEqualTo(3599);
    assertThat(tokens.get("token_type").asText()).isEqualTo("Bearer");
    String bearer = "Bearer " + tokens.get("access_token").asText();
    assertThat(server.send("GET", BOOK, "", "Authorization", bearer).statusCode()).isEqualTo(200);
    assertRefused(ask(codeForm(code)), "invalid_grant", "Malformed auth code.");
  }

  @Test
  void code_withAnotherVerifier_isRefused() throws Exception {
    Map<String, String> form = new java.util.HashMap<>(codeForm(code()));
    form.put("code_verifier", "x".repeat(43));
    assertRefused(ask(form), "invalid_grant", "Invalid code verifier.");
  }

  @Test
  void code_forAnotherAddress_isRefused() throws Exception {
    Map<String, String> form = new java.util.HashMap<>(codeForm(code()));
    form.put("redirect_uri", "http://127.0.0.1:2/back");
    assertRefused(ask(form), "redirect_uri_mismatch", "Bad Request");
  }

  @Test
  void refreshTokenOfTheOfficialLibrary_worksUntilItIsRevoked() throws Exception {
    String refresh = AdminFixture.json(ask(codeForm(code()))).get("refresh_token").asText();
    UserCredentials person =
        UserCredentials.newBuilder()
            .setClientId("desk")
            .setClientSecret("none")
            .setRefreshToken(refresh)
            .setTokenServerUri(URI.create(server.root() + "token"))
            .build();
    String bearer = "Bearer " + person.refreshAccessToken().getTokenValue();
    assertThat(server.send("GET", BOOK, "", "Authorization", bearer).statusCode()).isEqualTo(200);

    server.admin("DELETE", "/accounts/" + ROBOT + "/tokens", "");
    assertThat(catchThrowableOfType(IOException.class, person::refreshAccessToken).getCause())
        .hasMessageContaining("Token has been expired or revoked.");
  }

  @Test
  void unknownGrantType_isNamed() throws Exception {
    assertRefused(
        ask(Map.of("grant_type", "password")),
        "unsupported_grant_type",
        "Invalid grant_type: password");
  }

  @Test
  void plannedFault_strikesTheTokenEndpoint() throws Exception {
    int rule =
        server.plan(
            "{\"match\":{\"api\":\"TOKEN\"},\"effect\":{\"status\":200,\"body\":{\"access_token\":\"x\",\"expires_in\":0}}}");
    assertThat(AdminFixture.json(ask(Map.of())).get("expires_in").asInt()).isZero();
    assertThat(server.fired(rule)).isEqualTo(1);
  }
}
