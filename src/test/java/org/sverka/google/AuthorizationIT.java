package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sverka.google.SheetServer.json;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.SheetException;

/** A person's consent, with browsers that behave and others that do not. */
class AuthorizationIT {
  private static final String SHEETS = "https://www.googleapis.com/auth/spreadsheets";
  private static final String NEWS = "https://www.googleapis.com/auth/drive.metadata.readonly";

  @RegisterExtension
  static final WireMockExtension google =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final CompletableFuture<URI> shown = new CompletableFuture<>();
  private Path file;
  private CompletableFuture<Optional<Authorization.Granted>> asking;

  @BeforeEach
  void begin() throws IOException {
    file = folder.resolve("credentials.json");
    KeyFiles.save(file, KeyFiles.client("id", "secret", google.baseUrl() + "/token"));
    google.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(
                json(
                    "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3599,"
                        + "\"scope\":\""
                        + SHEETS
                        + " "
                        + NEWS
                        + "\"}")));
    google.stubFor(
        get(urlPathEqualTo("/drive/v3/about"))
            .willReturn(json("{\"user\":{\"emailAddress\":\"person@example.com\"}}")));
  }

  @AfterEach
  void end() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void consent_isStoredForTheClientWithTheAccountsAddress() throws Exception {
    ask();

    HttpResponse<String> page = bring(query("code=c&state=" + state()));

    Authorization.Granted granted = outcome().orElseThrow();
    assertThat(granted.toString()).doesNotContain("person@example.com");
    assertThat(granted.news()).isTrue();
    assertThat(Permission.read(client()))
        .isEqualTo(new Permission("r", "person@example.com", "id"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("можно закрыть", "You may close this page");
  }

  @Test
  void permission_isReadableByItsOwnerAlone() throws Exception {
    ask();
    bring(query("code=c&state=" + state()));

    Path tokens = outcome().orElseThrow().tokenFile();
    assertThat(mode(tokens)).isEqualTo("rw-------");
    assertThat(mode(tokens.getParent())).isEqualTo("rwx------");
    try (var files = Files.list(tokens.getParent())) {
      assertThat(files).containsExactly(tokens);
    }
  }

  @Test
  void address_asksForLeastScopesWithChallengeAndExactRedirect() throws Exception {
    ask();

    assertThat(address().getHost()).isEqualTo("accounts.example");
    assertThat(asked("scope")).isEqualTo(SHEETS + " " + NEWS);
    assertThat(asked("code_challenge_method")).isEqualTo("S256");
    assertThat(asked("response_type")).isEqualTo("code");
    assertThat(asked("access_type")).isEqualTo("offline");
    assertThat(asked("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/callback");
    assertThat(state()).hasSizeGreaterThan(40);
  }

  @Test
  void exchange_provesTheChallengeAndRepeatsTheRedirect() throws Exception {
    ask();
    bring(query("code=c&state=" + state()));
    outcome();

    String form =
        google.getAllServeEvents().stream()
            .filter(event -> event.getRequest().getUrl().equals("/token"))
            .map(event -> event.getRequest().getBodyAsString())
            .findFirst()
            .orElseThrow();
    String verifier = form.replaceAll(".*code_verifier=([^&]+).*", "$1");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes());
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
        .isEqualTo(asked("code_challenge"));
    String redirect = URLEncoder.encode(asked("redirect_uri"), StandardCharsets.UTF_8);
    assertThat(form).contains("code=c", "client_secret=secret", "redirect_uri=" + redirect);
  }

  @Test
  void refusalOfThePerson_leavesNothing() throws Exception {
    ask();

    HttpResponse<String> page = bring(query("error=access_denied&state=" + state()));

    assertThat(outcome()).isEmpty();
    assertThat(page.body()).contains("не дали разрешения", "did not give");
    assertThat(folder.resolve("tokens")).isEmptyDirectory();
    google.verify(0, postRequestedFor(urlPathEqualTo("/token")));
  }

  @Test
  void otherError_isSaidByItsCodeAlone() throws Exception {
    ask();

    bring(query("error=org_internal&error_description=%3Cscript%3E&state=" + state()));

    assertFails("org_internal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code=evil",
        "code=evil&state=",
        "code=evil&state=guess",
        "code=evil&state=guess&state=STATE",
        "code=evil&code=c&state=STATE",
        "code=&state=STATE",
        "state=STATE",
        "code=evil&error=access_denied&state=STATE",
        "error=access_denied",
        "error=access_denied&state=guess",
        "code=%ZZ&state=STATE",
        "",
      })
  void requestThatDoesNotBelong_isRefusedAndTheWaitGoesOn(String query) throws Exception {
    ask();

    String answer = raw("GET " + path(query.replace("STATE", state())), "");

    assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d ").doesNotContain("evil", "guess");
    assertThat(asking).isNotDone();
    bring(query("code=c&state=" + state()));
    assertThat(outcome()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost:PORT", "127.0.0.1", "127.0.0.1:1", "[::1]:PORT"})
  void requestForAnotherHost_isRefused(String host) throws Exception {
    ask();

    String answer =
        raw(
            "GET " + path("code=c&state=" + state()),
            host.replace("PORT", String.valueOf(redirect().getPort())));

    assertThat(answer).startsWith("HTTP/1.1 421 ");
    assertThat(asking).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "OPTIONS", "DELETE"})
  void otherMethod_isRefused(String method) throws Exception {
    ask();

    assertThat(raw(method + " " + path("code=c&state=" + state()), "")).startsWith("HTTP/1.1 405 ");
    assertThat(asking).isNotDone();
  }

  @Test
  void otherPath_isRefused() throws Exception {
    ask();

    String path = path("code=c&state=" + state()).replace("/callback", "/callback/");
    assertThat(raw("GET " + path, "")).startsWith("HTTP/1.1 404 ");
    assertThat(asking).isNotDone();
  }

  @Test
  void replay_isRefusedAndExchangesNothing() throws Exception {
    google.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(json(400, "{\"error\":\"invalid_client\"}").withFixedDelay(2000)));
    ask();
    bring(query("code=c&state=" + state()));

    String answer = raw("GET " + path("code=evil&state=" + state()), "");

    assertThat(answer).startsWith("HTTP/1.1 410 ");
    assertFails("Download its file again");
    google.verify(1, postRequestedFor(urlPathEqualTo("/token")));
    google.verify(
        0, postRequestedFor(urlPathEqualTo("/token")).withRequestBody(containing("evil")));
  }

  @Test
  void slowConnections_keepNobodyOut() throws Exception {
    ask();
    try (Socket one = socket();
        Socket another = socket()) {
      one.getOutputStream().write("GET /call".getBytes(StandardCharsets.US_ASCII));
      another.getOutputStream().flush();

      bring(query("code=c&state=" + state()));
      assertThat(outcome()).isPresent();
    }
  }

  @Test
  void page_mayLoadAndRunNothing() throws Exception {
    ask();

    var headers = bring(query("code=c&state=" + state())).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void receiver_isReachedFromThisMachineOnly() throws Exception {
    ask();
    int port = redirect().getPort();

    for (var network : java.util.Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : java.util.Collections.list(network.getInetAddresses())) {
        if (!address.getHostAddress().equals("127.0.0.1")) {
          assertThat(catchThrowable(() -> new Socket(address, port).close()))
              .as(address.toString())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void deadline_endsTheWait() {
    Authorization authorization = Authorization.of(file.toString(), google.baseUrl());

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> authorization.ask(vertx, Duration.ofMillis(50), shown::complete))
        .withMessageContaining("Nobody consented");
  }

  @Test
  void port_isClosedWhenItIsOver() throws Exception {
    ask();
    bring(query("code=c&state=" + state()));
    outcome();

    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (catchThrowable(() -> socket().close()) == null) {
      assertThat(System.nanoTime()).as("still open").isLessThan(deadline);
    }
  }

  @Test
  void boxThatWasUnticked_isSaidAndNothingIsStored() throws Exception {
    answer("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"scope\":\"" + NEWS + "\"}");
    ask();
    bring(query("code=c&state=" + state()));

    assertFails("every box ticked");
    assertThat(folder.resolve("tokens")).isEmptyDirectory();
  }

  @Test
  void permissionWithoutDrive_isTakenAndSaid() throws Exception {
    answer("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"scope\":\"" + SHEETS + "\"}");
    ask();
    bring(query("code=c&state=" + state()));

    Authorization.Granted granted = outcome().orElseThrow();
    assertThat(granted.news()).isFalse();
    assertThat(Permission.stored(client()).orElseThrow().account()).isEmpty();
  }

  @Test
  void answerWithoutRefreshToken_isNoPermission() throws Exception {
    answer("{\"access_token\":\"a\"}");
    ask();
    bring(query("code=c&state=" + state()));

    assertFails("no lasting permission");
  }

  @Test
  void codeThatGoogleRefuses_isSaid() throws Exception {
    google.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(
                json(
                    400,
                    "{\"error\":\"invalid_grant\",\"error_description\":\"Malformed auth"
                        + " code.\"}")));
    ask();
    bring(query("code=c&state=" + state()));

    assertFails("does not accept the code");
  }

  @Test
  void folderOpenToOthers_isRefusedBeforeAnybodyConsents() throws Exception {
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rwxrwxr-x"));
    ask();

    assertFails("chmod 700 \"" + tokens + "\"");
    assertThat(shown).isNotDone();
    assertThat(tokens).isEmptyDirectory();
  }

  @Test
  void folderThatCanNotBeMade_isRefusedBeforeAnybodyConsents() throws Exception {
    Files.writeString(folder.resolve("tokens"), "in the way");
    ask();

    assertFails("can't be written");
    assertThat(shown).isNotDone();
  }

  @Test
  void standingPermission_isFoundByAskingGoogle() throws Exception {
    KeyFiles.permit(file, "{\"refresh_token\":\"r\",\"account\":\"person@example.com\"}");

    assertThat(Authorization.of(file.toString(), google.baseUrl()).standing())
        .hasValueSatisfying(granted -> assertThat(granted.news()).isTrue());
    google.verify(
        postRequestedFor(urlPathEqualTo("/token")).withRequestBody(containing("refresh_token=r")));
  }

  @Test
  void revokedPermission_isNoneAnyMore() throws Exception {
    KeyFiles.permit(file, "{\"refresh_token\":\"r\"}");
    google.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"x\"}")));

    assertThat(Authorization.of(file.toString(), google.baseUrl()).standing()).isEmpty();
  }

  @Test
  void permissionOfAnotherClient_isNone() throws Exception {
    KeyFiles.permit(file, "{\"refresh_token\":\"r\",\"client_id\":\"other\"}");

    assertThat(Authorization.of(file.toString(), google.baseUrl()).standing()).isEmpty();
  }

  @Test
  void serviceAccount_needsNoPerson() throws Exception {
    KeyFiles.save(file, KeyFiles.serviceAccount("svc@example.com", "http://127.0.0.1:1/"));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> Authorization.of(file.toString(), google.baseUrl()))
        .withMessageContaining("need no authorization");
  }

  private OAuthClient client() throws IOException {
    return OAuthClient.of(file, JsonText.parsed(Files.readString(file)));
  }

  private void ask() {
    Authorization authorization = Authorization.of(file.toString(), google.baseUrl());
    asking =
        CompletableFuture.supplyAsync(
            () -> authorization.ask(vertx, Duration.ofSeconds(60), shown::complete),
            AuthorizationIT::onAThreadOfItsOwn);
  }

  private static void onAThreadOfItsOwn(Runnable work) {
    Thread thread = new Thread(work, "asking");
    thread.setDaemon(true);
    thread.start();
  }

  private static void answer(String json) {
    google.stubFor(post(urlPathEqualTo("/token")).willReturn(json(json)));
  }

  private Optional<Authorization.Granted> outcome() throws Exception {
    return asking.get(30, TimeUnit.SECONDS);
  }

  private void assertFails(String words) {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(this::outcome)
        .havingCause()
        .isInstanceOf(SheetException.class)
        .withMessageContaining(words);
  }

  private URI address() throws Exception {
    return shown.get(30, TimeUnit.SECONDS);
  }

  private String asked(String parameter) throws Exception {
    return new QueryStringDecoder(address()).parameters().get(parameter).get(0);
  }

  private String state() throws Exception {
    return asked("state");
  }

  private URI redirect() throws Exception {
    return URI.create(asked("redirect_uri"));
  }

  private URI query(String query) throws Exception {
    return URI.create(redirect() + "?" + query);
  }

  private String path(String query) throws Exception {
    return redirect().getPath() + "?" + query;
  }

  private HttpResponse<String> bring(URI uri) throws Exception {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private Socket socket() throws Exception {
    return new Socket("127.0.0.1", redirect().getPort());
  }

  /** Sends what no client would; an empty host is the right one. */
  private String raw(String request, String host) throws Exception {
    String named = host.isEmpty() ? "127.0.0.1:" + redirect().getPort() : host;
    try (Socket socket = socket()) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              (request
                      + " HTTP/1.1\r\nHost: "
                      + named
                      + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
