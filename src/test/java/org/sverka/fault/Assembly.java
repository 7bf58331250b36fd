package org.sverka.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.sverka.cli.Editor;
import org.sverka.cli.Program;
import org.sverka.cli.Webmaster;
import org.sverka.google.HttpLimits;
import org.sverka.google.KeyFiles;

/** All that takes part, put together: see {@link Bench}. */
class Assembly {
  /** The sheet's loop, and that of Drive's news. */
  private static final int WORKERS = 2;

  private final HttpLimits limits;
  private final HandTime time = new HandTime();
  private final Ears ears = new Ears();
  private Path folder;
  private Host sheet;
  private StandIn standIn;
  private Wire wire;
  private Path credentials;
  private Editor editor;
  private Program program;
  private Webmaster webmaster;
  private Management management;

  Assembly(HttpLimits limits) {
    this.limits = limits;
  }

  /** Puts it together and starts it. */
  final void build() throws IOException {
    folder = Files.createTempDirectory("sverka-fault");
    sheet = new Host(folder);
    standIn = new StandIn(sheet.root());
    wire = new Wire(standIn.port(), time::nanos, sheet::hasStruck);
    credentials = folder.resolve("credentials.json");
    KeyFiles.save(credentials, key(Host.ACCOUNT));
    editor = sheet.editor();
    start(Map.of());
  }

  /** Takes it apart. */
  final void clear() throws IOException {
    program.close();
    wire.close();
    standIn.close();
    sheet.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Starts the program; it stands still when this returns. */
  final void start(Map<String, String> more) {
    Map<String, String> options = new HashMap<>();
    options.put("--http-port", "0");
    options.put("--management-port", "0");
    options.put("--poll-seconds", "5");
    options.put("--spreadsheet-id", "roadmap");
    options.put("--credentials", credentials.toString());
    options.put("--sheets-root-url", "http://localhost:" + wire.port());
    options.put("--drive-root-url", "http://localhost:" + wire.port());
    options.put("--public-url", "https://sverka.example");
    options.put("--data-dir", data().toString());
    options.putAll(more);
    program = Program.start(options, time, time, vertx -> time, limits);
    webmaster = new Webmaster(program.httpPort());
    management = new Management(program.managementPort());
    rest();
  }

  final void stop() {
    program.close();
  }

  final HandTime time() {
    return time;
  }

  final Host sheet() {
    return sheet;
  }

  final StandIn standIn() {
    return standIn;
  }

  final Wire wire() {
    return wire;
  }

  final Editor editor() {
    return editor;
  }

  final Program program() {
    return program;
  }

  final Webmaster webmaster() {
    return webmaster;
  }

  final Management management() {
    return management;
  }

  final Ears ears() {
    return ears;
  }

  /** The program's directory. */
  final Path data() {
    return folder.resolve("data");
  }

  final Path credentials() {
    return credentials;
  }

  /** A key of a new account that may edit; its token endpoint is behind the line too. */
  final String key(String email) {
    return sheet.key(email, tokenUri());
  }

  final String tokenUri() {
    return "http://localhost:" + wire.port() + "/token";
  }

  /** Has an answer given in the sheet's stead, so often. */
  final void answer(Exchange.Kind kind, int times, ResponseDefinitionBuilder answer) {
    standIn.answer(kind, times, answer);
  }

  /** All faults end; a clock that was set stays so. */
  final void mend() {
    wire.mend();
    standIn.mend();
    sheet.mend();
  }

  /** Waits until nobody works any more. */
  final void rest() {
    time.awaitRest(WORKERS);
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
