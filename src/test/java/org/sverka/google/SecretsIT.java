package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;
import static org.sverka.google.SheetServer.onTabs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.SheetNews;

/** Nothing that is secret comes out, whatever servers echo and files hold. */
class SecretsIT {
  private static final String REFRESH = "1//0canary-refresh-token-0123456789";
  private static final String SECRET = "GOCSPX-canary-client-secret";
  private static final String ACCESS = "ya29.canary-access-token-0123456789";

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort().globalTemplating(true))
          .build();

  @TempDir private Path folder;
  private Path file;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void begin() throws Exception {
    logged.start();
    ours().setLevel(Level.TRACE);
    ours().addAppender(logged);
    file = folder.resolve("credentials.json");
    KeyFiles.save(file, KeyFiles.client("id", SECRET, server.baseUrl() + "/token"));
    KeyFiles.permit(file, "{\"refresh_token\":\"" + REFRESH + "\"}");
  }

  @AfterEach
  void end() {
    ours().detachAppender(logged);
    ours().setLevel(null);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 500})
  void tokenEndpointThatEchoesTheRequest_isNotQuotedWithIt(int status) {
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(
                json(
                    status,
                    "{\"error\":\"{{urlEncode request.body"
                        + " decode=true}}\",\"error_description\":\"echo {{urlEncode request.body"
                        + " decode=true}}\"}")));

    assertSilent(failure());
    assertEchoed();
  }

  @Test
  void tokenEndpointThatEchoesTheRequestAsText_isNotQuotedWithIt() {
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(aResponse().withStatus(400).withBody("{{request.body}}")));

    assertSilent(failure());
    assertEchoed();
  }

  @Test
  void refusedRequest_isToldWithoutItsToken() {
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(json("{\"access_token\":\"" + ACCESS + "\",\"expires_in\":3600}")));
    String refusal = Bodies.error(403, "PERMISSION_DENIED", "The caller does not have permission");
    server.stubFor(onRead().willReturn(json(403, refusal)));
    server.stubFor(onTabs().willReturn(json(403, refusal)));

    assertSilent(failure());
  }

  @Test
  void serverThatEchoesTheLogin_isNotQuotedWithIt() {
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(json("{\"access_token\":\"" + ACCESS + "\",\"expires_in\":3600}")));
    String echo =
        "{\"error\":{\"code\":403,\"status\":\"{{request.headers.Authorization}}\","
            + "\"message\":\"proxy: {{request.headers.Authorization}} of person@example.com\"}}";
    server.stubFor(onRead().willReturn(json(403, echo)));
    server.stubFor(onTabs().willReturn(json(403, echo)));

    String said = failure();

    assertSilent(said);
    assertThat(said).contains("proxy: ").doesNotContain("person@");
    assertEchoed();
  }

  @Test
  void driveThatEchoesTheSecretOfAChannel_isNotQuotedWithIt() {
    server.stubFor(
        get(urlPathEqualTo("/drive/v3/changes/startPageToken"))
            .willReturn(json("{\"startPageToken\":\"1\"}")));
    server.stubFor(
        post(urlPathEqualTo("/drive/v3/changes/watch"))
            .willReturn(
                json(
                    400, "{\"error\":{\"message\":\"no: {{jsonPath request.body '$.token'}}\"}}")));
    SheetNews news = news();
    assertThat(news.next().all()).isTrue();

    String secret =
        JsonText.parsed(
                server
                    .findAll(postRequestedFor(urlPathEqualTo("/drive/v3/changes/watch")))
                    .get(0)
                    .getBodyAsString())
            .path("token")
            .asText();
    assertThat(secret).hasSize(43);
    assertThat(news.channel().error()).contains("no: ").doesNotContain(secret);
    assertThat(lines()).contains("no: ").doesNotContain(secret);
  }

  @Test
  void personWhoConsented_isNamedInNoMessage() throws Exception {
    KeyFiles.permit(
        file, "{\"refresh_token\":\"" + REFRESH + "\",\"account\":\"person@example.com\"}");
    server.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(json("{\"access_token\":\"" + ACCESS + "\",\"expires_in\":3600}")));
    server.stubFor(onRead().willReturn(json(403, Bodies.error(403, "PERMISSION_DENIED", "no"))));

    assertThat(failure())
        .contains("add the account that consented as an editor")
        .doesNotContain("person@");
    assertThat(lines()).doesNotContain("person@");
  }

  @Test
  void records_areShownWithoutTheirSecrets() {
    OAuthClient client = new OAuthClient(file, "id", SECRET, "", "");
    Permission permission = new Permission(REFRESH, "person@example.com", "id");

    Push push = new Push("channel", "resource", SECRET, "change");

    assertThat(client + " " + permission + " " + push)
        .doesNotContain(SECRET, REFRESH, "person@example.com");
  }

  private String failure() {
    SheetGateway gateway = Fixture.gateway(server.baseUrl(), file.toString());
    SheetException failure = catchThrowableOfType(SheetException.class, () -> gateway.read(7));
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace + " " + gateway.standstill().orElse("");
  }

  private static void assertEchoed() {
    assertThat(server.getAllServeEvents())
        .anyMatch(event -> event.getResponse().getBodyAsString().contains("canary"));
  }

  private void assertSilent(String said) {
    String lines = lines();
    for (String secret : List.of(REFRESH, SECRET, ACCESS, "canary")) {
      assertThat(said).doesNotContain(secret);
      assertThat(lines).doesNotContain(secret);
    }
  }

  private String lines() {
    return logged.list.stream()
        .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
        .collect(Collectors.joining("\n"));
  }

  private static SheetNews news() {
    AtomicReference<String> place = new AtomicReference<>("");
    return GoogleDrive.connect(
        Fixture.settings(server.baseUrl(), ""),
        Access.embedded(""),
        List.of(),
        new PageToken() {
          @Override
          public String load() {
            return place.get();
          }

          @Override
          public void save(String token) {
            place.set(token);
          }
        },
        "https://sverka.example",
        InstantSource.system(),
        System::nanoTime);
  }

  private static Logger ours() {
    return (Logger) LoggerFactory.getLogger("org.sverka");
  }
}
