package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sverka.testing.FakePublished;
import org.sverka.testing.HostSite;

/** Runs the clients of {@code docs/feed.md} as they stand there. */
class FeedExamplesIT {
  private static final String ADDRESS =
      "https://sverka.example/api/v1/roadmaps/spb-kaliningrad-2023-2026";

  @TempDir private Path folder;
  private final FakePublished roadmap = FakePublished.sample("one");
  private Served served;
  private boolean closed;

  /** A language: what its blocks are marked with, how one is run, where it keeps its copy. */
  enum Language {
    SH("sh", "curl", "bash", "client.sh", "roadmap.json"),
    JS("js", "node", "node", "client.mjs", "roadmap.js.json"),
    PHP("php", "php", "php", "client.php", "roadmap.php.json"),
    PYTHON("python", "python3", "python3", "client.py", "roadmap.py.json");

    private final String mark;
    private final String needs;
    private final String program;
    private final String file;
    private final String copy;

    Language(String mark, String needs, String program, String file, String copy) {
      this.mark = mark;
      this.needs = needs;
      this.program = program;
      this.file = file;
      this.copy = copy;
    }

    private boolean isThere() {
      return Stream.of(System.getenv("PATH").split(":"))
          .anyMatch(path -> Files.isExecutable(Path.of(path, needs)));
    }
  }

  @BeforeEach
  void start() {
    served = new Served(roadmap);
  }

  @AfterEach
  void stop() {
    if (!closed) {
      served.close();
    }
  }

  private static String example(Language language) throws IOException {
    String doc = Files.readString(Path.of("docs", "feed.md"));
    String section = doc.substring(doc.indexOf("## A client that lasts"));
    Matcher block = Pattern.compile("(?ms)^```" + language.mark + "\\n(.*?)^```$").matcher(section);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  /** What it prints. */
  private String run(Language language) throws Exception {
    return run(language, served.url());
  }

  private String run(Language language, String root) throws Exception {
    Path file = folder.resolve(language.file);
    String client = example(language).replace(ADDRESS, root + "/api/v1/roadmaps/one");
    Files.writeString(file, client);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(List.of(language.program, file.toString()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void client_followsTheRoadmapAndOutlivesUs(Language language) throws Exception {
    assumeTrue(language.isThere(), language.needs + " is not installed");

    assertThat(run(language)).contains("7.6").contains("9.10");
    String known = run(language);
    assertThat(known).contains("7.6");
    roadmap.accept("7.6", "status", "", "Исполнено", "done");
    roadmap.accept("7.6", "progress.spb", "", "Проведён форум", "Проведён форум");
    assertThat(run(language)).isNotEqualTo(language == Language.SH ? "" : known).contains("7.6");
    String root = served.url();
    served.close();
    closed = true;
    assertThat(run(language, root)).contains("7.6").contains("9.10");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void client_takesACopyThatCannotBeReadForNone(Language language) throws Exception {
    assumeTrue(language.isThere(), language.needs + " is not installed");
    Path copy = folder.resolve(language.copy);
    String whole = run(language);

    for (String damaged : List.of("", "{\"etag\":\"", "null", "[]", "7", "\0")) {
      Files.writeString(copy, damaged);
      assertThat(run(language)).as(damaged).isEqualTo(whole);
    }
    Files.delete(copy);
    assertThat(run(language)).isEqualTo(whole);
  }

  /** Whoever reads the old copy meanwhile has the whole of it. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void client_writesToANewFile(Language language) throws Exception {
    assumeTrue(language.isThere(), language.needs + " is not installed");
    assertThat(run(language)).contains("7.6");
    Path old = Files.createLink(folder.resolve("old"), folder.resolve(language.copy));
    String before = Files.readString(old);
    roadmap.accept("7.6", "status", "", "Исполнено", "done");
    Served.eventually(() -> served.get("/api/v1/roadmaps/one").body().contains("\"done\":2"));

    assertThat(run(language)).contains("7.6");

    assertThat(Files.readString(old)).isEqualTo(before);
    assertThat(Files.readString(folder.resolve(language.copy))).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void client_outlivesAnAnswerThatBreaksOff(Language language) throws Exception {
    assumeTrue(language.isThere(), language.needs + " is not installed");
    String path = "/api/v1/roadmaps/one";
    String feed = served.get(path).body();
    String next = feed.replace("\"number\":\"7.6\"", "\"number\":\"7.66\"");

    try (HostSite host = new HostSite()) {
      host.data(path, feed, "\"1\"");
      assertThat(run(language, host.url())).contains("7.6").contains("9.10");

      host.data(path, next, "\"2\"").cut(path);
      assertThat(run(language, host.url()))
          .as("the copy")
          .contains("7.6")
          .contains("9.10")
          .doesNotContain("7.66");

      host.data(path, next, "\"2\"");
      assertThat(run(language, host.url())).as("the next run").contains("7.66").contains("9.10");
    }
  }
}
