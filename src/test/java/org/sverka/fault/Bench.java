package org.sverka.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sverka.cli.Editor;
import org.sverka.cli.GuardedSheet;
import org.sverka.cli.Program;
import org.sverka.cli.Webmaster;
import org.sverka.google.HttpLimits;
import org.sverka.google.KeyFiles;

/**
 * The whole program on a sheet that lets nobody in without a token, with three places between them
 * where things can be made to go wrong: a line that damages bytes, WireMock that answers in the
 * sheet's stead, and the sheet's own admin port. Time passes as the test says. After each test all
 * is mended and {@link Invariants} are looked at.
 */
final class Bench
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  /** For a fault that stays until it is mended. */
  static final int ALWAYS = 100_000;

  static final String ACCOUNT = "sverka@example.com";

  /** Nobody has to wait for a server that is merely slow, however busy the machine is. */
  private static final HttpLimits LIMITS =
      new HttpLimits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(90),
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(32),
          8 * 1024 * 1024);

  /** The sheet's loop, and that of Drive's news. */
  private static final int WORKERS = 2;

  private static final int LONG = 5;

  private final HttpLimits limits;
  private final HandTime time = new HandTime();
  private final Ears ears = new Ears();
  private Path folder;
  private GuardedSheet sheet;
  private WireMockServer server;
  private Wire wire;
  private Path credentials;
  private Editor editor;
  private Program program;
  private Webmaster webmaster;
  private Management management;
  private Invariants invariants;
  private int mark;
  private int fired;
  private int typed;
  private boolean calm;

  Bench() {
    this(LIMITS);
  }

  Bench(HttpLimits limits) {
    this.limits = limits;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    ears.open();
    folder = Files.createTempDirectory("sverka-fault");
    sheet = new GuardedSheet(folder);
    server =
        new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort().dynamicHttpsPort());
    server.start();
    wire = new Wire(server.port(), time::nanos, this::struckBelow);
    proxy();
    credentials = folder.resolve("credentials.json");
    KeyFiles.save(credentials, key(ACCOUNT));
    sheet.tell("PUT", "accounts/official@example.com", Map.of("roles", Map.of("*", "WRITER")));
    editor = Editor.at(sheet.root(), token("official@example.com"));
    start(Map.of());
    invariants = new Invariants(this);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!calm) {
      calm();
    }
    calm = false;
    mark = wire.journal().size();
    time.pauses().clear();
    ears.clear();
    invariants.begin();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    mend();
    if (context.getExecutionException().isEmpty()) {
      calm();
      invariants.check();
      calm = true;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    program.close();
    wire.close();
    server.stop();
    sheet.close();
    ears.close();
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** Starts the program; it stands still when this returns. */
  void start(Map<String, String> more) {
    Map<String, String> options = new HashMap<>();
    options.put("--http-port", "0");
    options.put("--management-port", "0");
    options.put("--poll-seconds", "5");
    options.put("--spreadsheet-id", "roadmap");
    options.put("--credentials", credentials.toString());
    options.put("--sheets-root-url", "http://localhost:" + wire.port());
    options.put("--drive-root-url", "http://localhost:" + wire.port());
    options.put("--public-url", "https://sverka.example");
    options.put("--data-dir", folder.resolve("data").toString());
    options.putAll(more);
    program = Program.start(options, time, time, vertx -> time, limits);
    webmaster = new Webmaster(program.httpPort());
    management = new Management(program.managementPort());
    rest();
  }

  void stop() {
    program.close();
  }

  /** Where the server speaks TLS, with a certificate that nobody has signed. */
  int tlsPort() {
    return server.httpsPort();
  }

  HandTime time() {
    return time;
  }

  GuardedSheet sheet() {
    return sheet;
  }

  Wire wire() {
    return wire;
  }

  Editor editor() {
    return editor;
  }

  Program program() {
    return program;
  }

  Webmaster webmaster() {
    return webmaster;
  }

  Management management() {
    return management;
  }

  Ears ears() {
    return ears;
  }

  Path credentials() {
    return credentials;
  }

  /** What came by in this test. */
  List<Exchange> journal() {
    return wire.journal().subList(mark, wire.journal().size());
  }

  /** How many requests of a kind came by in this test. */
  long count(Exchange.Kind kind) {
    return journal().stream().filter(exchange -> exchange.is(kind)).count();
  }

  /** How many of them met a fault. */
  long struck(Exchange.Kind kind) {
    return journal().stream().filter(e -> e.is(kind) && e.struck()).count();
  }

  /** A key of a new account that may edit; its token endpoint is behind the line too. */
  String key(String email) {
    return sheet.key(email, tokenUri());
  }

  String tokenUri() {
    return "http://localhost:" + wire.port() + "/token";
  }

  /** A token of an account, straight from the sheet. */
  String token(String email) {
    return sheet
        .tell("POST", "tokens", Map.of("email", email, "expiresIn", 1_000_000))
        .path("access_token")
        .asText();
  }

  /** Has an answer given in the sheet's stead, so often. */
  void answer(Exchange.Kind kind, int times, ResponseDefinitionBuilder answer) {
    var marked = answer.withHeader(Wire.MARK, "yes");
    if (times == ALWAYS) {
      server.stubFor(any(urlPathMatching(path(kind))).atPriority(1).willReturn(marked));
      return;
    }
    for (int i = 0; i < times; i++) {
      server.stubFor(
          any(urlPathMatching(path(kind)))
              .atPriority(1)
              .inScenario(kind.name())
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(marked)
              .willSetStateTo("after " + (i + 1)));
    }
  }

  /** Plans a fault of the sheet's own. */
  void plan(String match, int times, Map<String, ?> effect) {
    JsonNode unused =
        sheet.tell(
            "POST",
            "rules",
            Map.of(
                "match",
                Map.of("path", match),
                "times",
                times == ALWAYS ? 0 : times,
                "effect",
                effect));
  }

  /** All faults end; a clock that was set stays so. */
  void mend() {
    wire.mend();
    server.resetAll();
    proxy();
    JsonNode unused = sheet.tell("DELETE", "rules", Map.of());
    fired = 0;
  }

  /** One turn of the loop, whatever comes of it. */
  void cycle() {
    long before = management.turns();
    while (management.turns() == before) {
      time.ring();
      rest();
    }
  }

  void cycles(int times) {
    for (int i = 0; i < times; i++) {
      cycle();
    }
  }

  /** Lets time pass, with all that happens in it. */
  void pass(Duration length) {
    long end = time.nanos() + length.toNanos();
    while (time.next() <= end) {
      time.ring();
      rest();
    }
    time.goTo(end);
  }

  /** Waits until nobody works any more. */
  void rest() {
    time.awaitRest(WORKERS);
  }

  /** Goes on until nothing happens any more. */
  private void calm() {
    for (int i = 0; i < 3 * LONG; i++) {
      int before = wire.journal().size();
      cycle();
      boolean wrote =
          wire.journal().subList(before, wire.journal().size()).stream()
              .anyMatch(exchange -> exchange.is(Exchange.Kind.WRITE));
      if (!wrote && management.lastError().isEmpty()) {
        return;
      }
    }
    assertThat(management.lastError()).as("nothing is wrong any more").isEmpty();
  }

  /** Somebody makes three edits in a row that no other test uses. */
  Probe probe() {
    return Probe.typed(this, typed++);
  }

  /**
   * People edit while the sheet can't be read; nothing comes of it until that is over, and then all
   * of it.
   *
   * @param turns how long it lasts
   */
  void outage(int turns) {
    Probe probe = probe();
    cycles(turns);
    probe.isUnseen();
    assertThat(management.lastError()).isNotEmpty();
    feedStands();
    mend();
    cycles(2);
    probe.hasLanded();
  }

  /** People edit, and a fault on the way keeps nothing of it from going through. */
  void scratch() {
    Probe probe = probe();
    cycles(2);
    probe.hasLanded();
  }

  /** The feed answers and says how old it is, be the fault still there. */
  void feedStands() {
    invariants.feedIsRightAndTellsItsAge();
  }

  private boolean struckBelow() {
    int now = 0;
    for (JsonNode rule : sheet.tell("GET", "rules", Map.of()).path("rules")) {
      now += rule.path("fired").asInt();
    }
    boolean more = now > fired;
    fired = now;
    return more;
  }

  private void proxy() {
    String root = sheet.root().replaceFirst("/$", "");
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().proxiedFrom(root)));
    server.stubFor(
        post(urlPathEqualTo("/drive/v3/changes/watch"))
            .atPriority(5)
            .willReturn(okJson("{\"resourceId\":\"res\"}")));
    server.stubFor(
        post(urlPathEqualTo("/drive/v3/channels/stop"))
            .atPriority(5)
            .willReturn(aResponse().withStatus(204)));
  }

  private static String path(Exchange.Kind kind) {
    return switch (kind) {
      case READ -> ".*:getByDataFilter";
      case TABS -> "/v4/spreadsheets/[^:/]*";
      case WRITE -> ".*:batchUpdate";
      case DRIVE -> "/drive/.*";
      case TOKEN -> "/token";
    };
  }

  /** Reads JSON that is known to be good. */
  static JsonNode json(String text) {
    try {
      return Objects.requireNonNull(new JsonMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
