package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.testing.FakePublished;
import org.sverka.testing.HostSite;

/** Runs what {@code docs/embedding.md} has for the servers of other sites, as it stands there. */
class FragmentExamplesIT {
  private static final String SERVER = "https://sverka.example/spb-kaliningrad-2023-2026";
  private static final String PATH = "/one/fragment";

  /** Far below the minute that PHP and nginx wait unless told otherwise. */
  private static final int SECONDS = 20;

  @TempDir private Path folder;
  private final HostSite sverka = new HostSite();
  private String fragment = "";

  @BeforeEach
  void start() {
    try (Served served = new Served(FakePublished.sample("one"))) {
      fragment = served.get(PATH + "?section=7").body();
    }
    answer(fragment);
  }

  @AfterEach
  void stop() {
    sverka.close();
  }

  private void answer(String html) {
    sverka.put(
        PATH,
        200,
        html.getBytes(StandardCharsets.UTF_8),
        Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "max-age=1"));
  }

  private static void assume(String program) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
        program + " is not installed");
  }

  private String example(String language) throws IOException {
    String doc = Files.readString(Path.of("docs", "embedding.md"));
    String section = doc.substring(doc.indexOf("## The fragment"));
    Matcher block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(section);
    assertThat(block.find()).isTrue();
    return block.group(1).replace(SERVER, sverka.url() + "/one");
  }

  /** What a page with the lines of PHP is, a minute after it was last asked for. */
  private String php() throws Exception {
    try (Stream<Path> copies = Files.list(folder)) {
      for (Path copy : copies.filter(file -> file.toString().endsWith(".html")).toList()) {
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minusSeconds(61)));
      }
    }
    Path page = Files.writeString(folder.resolve("page.php"), example("php"));
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder("php", page.toString());
    builder.environment().put("TMPDIR", folder.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("is there in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }

  @Test
  void php_putsTheFragmentIn() throws Exception {
    assume("php");

    assertThat(php()).isEqualTo(fragment);
  }

  @Test
  void php_keepsTheCopyWhereAnAnswerBreaksOff() throws Exception {
    assume("php");
    assertThat(php()).isEqualTo(fragment);

    answer(fragment.replace("волонтёрства", "садоводства"));
    sverka.cut(PATH);
    assertThat(php()).isEqualTo(fragment);

    answer(fragment.replace("волонтёрства", "садоводства"));
    assertThat(php()).contains("садоводства");
  }

  @Test
  void php_showsTheCopyWhereNobodyAnswers() throws Exception {
    assume("php");
    assertThat(php()).isEqualTo(fragment);

    sverka.silence(PATH);

    assertThat(php()).isEqualTo(fragment);
  }

  @Test
  void php_showsNothingWhereThereNeverWasAnything() throws Exception {
    assume("php");
    sverka.fail(PATH);

    assertThat(php()).isEmpty();
  }

  @Test
  void nginx_putsTheFragmentInAndShowsItsCopyWhereNobodyAnswers() throws Exception {
    assume("nginx");
    try (Nginx nginx = new Nginx()) {
      assertThat(nginx.page("7")).isEqualTo("<p>" + fragment + "</p>");

      sverka.silence(PATH);

      Served.eventually(
          () -> {
            assertThat(nginx.page("7")).isEqualTo("<p>" + fragment + "</p>");
            return sverka.asked(PATH).size() > 1;
          });
    }
  }

  @Test
  void nginx_putsNothingInWhereThereNeverWasAnything() throws Exception {
    assume("nginx");
    sverka.fail(PATH);
    try (Nginx nginx = new Nginx()) {
      assertThat(nginx.page("8")).isEqualTo("<p></p>");
    }
  }

  /** A site with one page a section. */
  private final class Nginx implements AutoCloseable {
    private final int port;

    Nginx() throws Exception {
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      String[] parts = example("nginx").split("\n\n", 2);
      String temporary =
          Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
              .map(name -> name + "_temp_path " + folder.resolve(name) + ";\n")
              .reduce("", String::concat);
      Files.writeString(
          folder.resolve("nginx.conf"),
          """
          master_process off;
          pid %1$s/pid;
          events {}
          http {
          default_type text/html;
          access_log off;
          %2$s
          %3$s
          server {
          listen 127.0.0.1:%4$d;
          root %1$s/html;
          %5$s
          }
          }
          """
              .formatted(
                  folder,
                  temporary,
                  parts[0].replace("/var/cache/nginx", folder.toString()),
                  port,
                  parts[1]));
      Files.createDirectories(folder.resolve("html"));
      for (String section : new String[] {"7", "8"}) {
        Files.writeString(
            folder.resolve("html").resolve(section),
            "<p>" + example("html").strip().replace("=7", "=" + section) + "</p>");
      }
      run();
    }

    /** nginx comes back as soon as it listens. */
    private void run(String... more) throws IOException {
      Path log = folder.resolve("log");
      Process process =
          new ProcessBuilder(
                  Stream.concat(
                          Stream.of("nginx", "-e", log.toString(), "-c", folder + "/nginx.conf"),
                          Stream.of(more))
                      .toList())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      int exit = process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join().exitValue();
      assertThat(exit).as(Files.readString(folder.resolve("output"))).isZero();
    }

    String page(String section) throws Exception {
      URI address = URI.create("http://127.0.0.1:" + port + "/" + section);
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(SECONDS)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }

    @Override
    public void close() throws IOException {
      run("-s", "stop");
    }
  }
}
