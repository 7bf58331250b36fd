package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.local.DriveSettings;
import org.sverka.rule.RuleBook;
import org.sverka.rule.RuleBook.Example;
import org.sverka.rule.RuleSet;

/** A sheet whose editors are known by their accounts: whose column it is matters. */
class ForeignColumnIT {
  /** Whom the page of the embedded sheet stands for. */
  private static final String OFFICIAL = DriveSettings.usual().person().emailAddress();

  /** A little less than from one look to the next. */
  private static final Duration USUAL = Duration.ofMillis(900);

  private final Example example =
      RuleBook.of(RuleSet.standard(List.of())).chapters().stream()
          .filter(chapter -> chapter.rule().equals("foreign-column"))
          .flatMap(chapter -> chapter.examples().stream())
          .findFirst()
          .orElseThrow();

  private Service service;
  private Editor editor;
  private Webmaster webmaster;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    Running running =
        Running.on(
            folder.resolve("data"),
            Instant::now,
            Map.of("--roadmap", withAccounts(folder).toString()));
    service = running.service();
    editor = running.editor().atThePage();
    webmaster = running.webmaster();
  }

  /** The same roadmap, with the accounts of the party that the example names. */
  private Path withAccounts(Path folder) throws IOException {
    Path seeds = Path.of("seeds");
    JsonMapper json = new JsonMapper();
    JsonNode descriptor = json.readTree(seeds.resolve("roadmap.json").toFile());
    String document = descriptor.path("document").asText();
    Files.copy(seeds.resolve(document), folder.resolve(document));
    Files.writeString(
        folder.resolve(descriptor.path("accounts").asText()),
        json.writeValueAsString(Map.of(example.deed().by(), List.of(OFFICIAL))));
    return Files.writeString(folder.resolve("roadmap.json"), descriptor.toString());
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private void type(Map<String, String> cells) {
    cells.forEach((key, text) -> editor.type(example.measure(), Headers.byKey().get(key), text));
  }

  /**
   * Until looks follow each other at the usual distance, as they do when Sverka has written all
   * that it writes when it begins: whose edit it was is not known of one that is made during a
   * look.
   */
  private void awaitCalm() {
    Eventually.holds(() -> assertThat(checkedAt()).isNotEqualTo(Instant.EPOCH));
    Instant last = checkedAt();
    int calm = 0;
    while (calm < 2) {
      Instant before = last;
      Eventually.holds(() -> assertThat(checkedAt()).isAfter(before));
      last = checkedAt();
      calm = Duration.between(before, last).compareTo(USUAL) < 0 ? 0 : calm + 1;
    }
  }

  private Instant checkedAt() {
    return webmaster
        .get("")
        .headers()
        .firstValue("Sverka-Checked-At")
        .map(Instant::parse)
        .orElse(Instant.EPOCH);
  }

  @Test
  void columnOfTheOtherParty_isPublishedWithAWarningAndTheOwnOneWithout() {
    awaitCalm();
    long before = webmaster.revision();
    type(example.wrong());
    Eventually.holds(() -> assertThat(webmaster.types(before)).containsExactly("edit"));
    JsonNode wrong = webmaster.entries(before).get(0);
    assertThat(wrong.findValuesAsText("rule")).containsExactly("foreign-column");
    assertThat(wrong.path("verdict").asText()).isEqualTo("accepted-with-warnings");
    assertThat(wrong.toString()).doesNotContain(OFFICIAL);
    assertThat(webmaster.measure(example.measure()).at("/progress/spb").asText())
        .isEqualTo(example.wrong().get("progress.spb"));
    Eventually.holds(
        () ->
            assertThat(editor.cell(example.measure(), "Проверка")).startsWith("Предупреждение. "));

    long after = webmaster.revision();
    type(example.right());
    Eventually.holds(() -> assertThat(webmaster.types(after)).containsExactly("edit"));
    assertThat(webmaster.entries(after).get(0).findValuesAsText("rule")).isEmpty();
    Eventually.holds(
        () ->
            assertThat(editor.cell(example.measure(), "Проверка"))
                .isEqualTo("Проверено, замечаний нет."));
  }
}
