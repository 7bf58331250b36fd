package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.google.HttpLimits;
import org.sverka.google.KeyFiles;
import org.sverka.google.SteadyClock;
import org.sverka.sync.Alarms;

/** The live checklist, against a sheet that is as strict as we know Google to be. */
class LiveCheckIT {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private GuardedSheet sheet;

  @BeforeEach
  void begin() throws Exception {
    sheet = new GuardedSheet(folder);
    KeyFiles.save(folder.resolve("key.json"), sheet.key("svc@example.com"));
  }

  @AfterEach
  void end() {
    sheet.close();
  }

  @Test
  void provisionedSheet_isFineInEveryPointThatReads() {
    assertThat(run("provision")).as(err.toString()).isEqualTo(Exit.FINE);

    assertThat(run("check", "--live")).as(out.toString()).isEqualTo(Exit.FINE);

    assertThat(lines("ok")).hasSizeGreaterThanOrEqualTo(9);
    assertThat(lines("-")).noneMatch(line -> line.contains("needs access"));
    assertThat(out.toString()).contains("for svc@example.com");
  }

  @Test
  void sheetWithoutATab_isNotFineAndSaysWhatToDo() {
    assertThat(run("check", "--live")).isEqualTo(Exit.NO);

    assertThat(lines("NOT OK")).singleElement().asString().contains("scripts/sverka provision");
  }

  @Test
  void sheetThatIsNotShared_isNotFineAndNamesTheAddressToShareWith() {
    sheet.tell("PUT", "accounts/svc@example.com", Map.of("roles", Map.of("roadmap", "NONE")));

    assertThat(run("check", "--live")).isEqualTo(Exit.NO);

    assertThat(lines("NOT OK")).anyMatch(line -> line.contains("add svc@example.com as an editor"));
  }

  @Test
  void accountThatIsGone_leavesTheRestUntried() {
    sheet.tell("DELETE", "accounts/svc@example.com", Map.of());

    assertThat(run("check", "--live")).isEqualTo(Exit.NO);

    assertThat(lines("NOT OK")).singleElement().asString().contains("does not exist any more");
    assertThat(out.toString()).contains("needs access first");
  }

  @Test
  void credentialsThatCanNotBeUsed_areAPointLikeOthers() throws Exception {
    KeyFiles.save(folder.resolve("key.json"), "{}");

    assertThat(run("check", "--live")).isEqualTo(Exit.NO);

    assertThat(lines("NOT OK")).singleElement().asString().contains("credentials.example.json");
  }

  @Test
  void scratchSpreadsheet_isWrittenToAndLeftAsItWas() {
    assertThat(run("provision")).as(err.toString()).isEqualTo(Exit.FINE);
    sheet.tell("POST", "tokens", Map.of("email", "svc@example.com", "token", "t"));
    String scratch = sheet.spreadsheet("t");
    String before = sheet.tabs(scratch, "t");

    assertThat(run("check", "--live", "--write=" + scratch))
        .as(out.toString())
        .isEqualTo(Exit.FINE);

    assertThat(lines("-")).noneMatch(line -> line.contains("--write"));
    assertThat(lines("ok")).hasSizeGreaterThanOrEqualTo(25);
    assertThat(sheet.tabs(scratch, "t")).isEqualTo(before);
  }

  @Test
  void spreadsheetOfTheRoadmap_isNoScratch() {
    assertThat(run("check", "--live", "--write=roadmap")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("Make a scratch spreadsheet");
  }

  @Test
  void scratchWithoutLive_isRefused() {
    assertThat(run("check", "--write=other")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("--live");
  }

  @Test
  void channel_isTriedOnlyWhereGoogleCanReachUs() {
    assertThat(run("provision")).as(err.toString()).isEqualTo(Exit.FINE);
    sheet.tell("POST", "tokens", Map.of("email", "svc@example.com", "token", "t"));
    String scratch = sheet.spreadsheet("t");

    run("check", "--live", "--write=" + scratch);
    assertThat(lines("-"))
        .anyMatch(line -> line.contains("push channel") && line.contains("SVERKA_PUBLIC_URL"));
    run("check", "--live", "--write=" + scratch, "--public-url=https://localhost:1");
    assertThat(lines("ok")).anyMatch(line -> line.contains("push channel"));
  }

  @Test
  void everyPoint_isInTheChecklistOfTheDocs() throws Exception {
    assertThat(run("check", "--live")).isEqualTo(Exit.NO);

    String docs = Files.readString(Path.of("docs/google.md"));
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(docs).contains(line.split("\t")[1].split(": ")[0]));
  }

  @Test
  void pointsByHand_areThoseOfTheDocsAndTriedApartFromTheRealLog() throws Exception {
    run("check", "--live");

    String docs = Files.readString(Path.of("docs/google.md"));
    List<String> items = List.of(docs.split("\n- \\[ ] "));
    items = items.subList(1, items.size());
    assertThat(items)
        .extracting(item -> item.replaceAll("(?s)^\\*\\*(.*?)\\*\\*.*", "$1"))
        .containsExactlyElementsOf(
            lines("-").stream()
                .filter(line -> line.contains("by hand"))
                .map(LiveCheckIT::title)
                .toList());
    assertThat(items).allMatch(item -> item.contains("SVERKA_DATA_DIR=trial "));
  }

  private static String title(String byHand) {
    return byHand.split("\t")[1].replaceFirst(": by hand, see .*", "");
  }

  private List<String> lines(String outcome) {
    return out.toString().lines().filter(line -> line.startsWith(outcome + "\t")).toList();
  }

  /** Time in which nobody has to wait for the quota. */
  private static final class Skipping implements SteadyClock {
    private final AtomicLong skipped = new AtomicLong();

    @Override
    public long nanos() {
      return System.nanoTime() + skipped.get();
    }

    @Override
    public void pause(Duration length) {
      skipped.addAndGet(length.toNanos());
    }
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--credentials=" + folder.resolve("key.json"));
    all.add("--spreadsheet-id=roadmap");
    all.add("--sheets-root-url=" + sheet.root());
    all.add("--drive-root-url=" + sheet.root());
    all.add("--data-dir=" + folder.resolve("data"));
    return Sverka.run(
        new Surroundings(
            Path.of("").toAbsolutePath(),
            Map.of(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new Tempo(InstantSource.system(), new Skipping(), Alarms::of, HttpLimits.standard())),
        all.toArray(String[]::new));
  }
}
