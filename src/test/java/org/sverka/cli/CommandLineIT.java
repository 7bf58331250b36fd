package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineIT {
  private static final String SIGNED = "seeds/000_319fc5bf05c90be2.txt";

  @TempDir private Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Sverka.run(
        new Surroundings(
            Path.of("").toAbsolutePath(),
            Map.of(),
            new PrintWriter(out, true),
            new PrintWriter(err, true)),
        args);
  }

  /** With a data directory and ports of its own. */
  private int runHere(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--data-dir=" + data);
    all.add("--http-port=0");
    all.add("--management-port=0");
    all.add("--local-sheet-port=0");
    return run(all.toArray(String[]::new));
  }

  private static String sha256(String text) {
    try {
      return "sha256:"
          + HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "import",
        "check",
        "provision",
        "authorize",
        "export",
        "verify-log",
        "erase",
        "backup",
        "restore"
      })
  void help_listsEverySetting(String command) {
    assertThat(run(command, "--help")).isEqualTo(Exit.FINE);
    for (Setting setting : Setting.values()) {
      assertThat(out.toString()).contains(setting.option());
    }
  }

  @Test
  void unknownOption_isBadInput() {
    assertThat(run("serve", "--no-such-option")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("--no-such-option");
  }

  @Test
  void noCommand_showsHowItIsUsed() {
    assertThat(run()).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("Usage: sverka");
  }

  @Test
  void importOfSignedDocument_printsCanonicalJson() {
    assertThat(run("import", SIGNED)).isEqualTo(Exit.FINE);
    assertThat(out.toString()).startsWith("{\"bodies\":[").contains("\"number\":\"12.3\"");
    assertThat(err.toString()).contains("41 measures in 12 sections", sha256(out.toString()));
  }

  @Test
  void compareWithAnotherEdition_saysWhatItChangesMeasureByMeasure() throws IOException {
    Path next = data.resolve("next.txt");
    Files.writeString(next, Files.readString(Path.of(SIGNED)).replace("2023 г.", "2023-2024 гг."));

    assertThat(run("import", "--compare", next.toString())).isEqualTo(Exit.FINE);

    assertThat(out.toString()).isEqualTo("~ 8.3 term: «2023 г.» -> «2023-2024 гг.»\n");
    assertThat(err.toString()).contains("1 measure or section title differs: sha256:");
  }

  @Test
  void compareWithATitleThatIsAnother_saysThatToo() throws IOException {
    Path next = data.resolve("next.txt");
    Files.writeString(
        next, Files.readString(Path.of(SIGNED)).replace("науки и высшей школы", "высшей школы"));

    assertThat(run("import", "--compare", next.toString())).isEqualTo(Exit.FINE);

    assertThat(out.toString()).startsWith("~ section 9 title: «").contains("» -> «");
  }

  @Test
  void compareWithTheSameDocument_saysThatNothingDiffers() {
    assertThat(run("import", "--compare", SIGNED)).isEqualTo(Exit.FINE);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Nothing differs");
  }

  @Test
  void importOfBrokenDocument_namesTheLine() throws IOException {
    Path broken = data.resolve("broken.txt");
    Files.writeString(broken, Files.readString(Path.of(SIGNED)).replace("2023 г.", "скоро"));
    assertThat(run("import", broken.toString())).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).containsPattern("broken\\.txt:\\d+: .*8\\.3.*«скоро»");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void importOfMissingFile_saysSo() {
    assertThat(run("import", data.resolve("none.txt").toString())).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("none.txt", "there is no such file");
  }

  @Test
  void importOfFileThatIsNoText_saysSo() throws IOException {
    Path binary = Files.write(data.resolve("binary.txt"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(run("import", binary.toString())).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("is not UTF-8 text");
  }

  @Test
  void brokenDescriptor_isRefusedWithAllThatIsWrong() throws IOException {
    Path descriptor = Files.writeString(data.resolve("roadmap.json"), "{\"id\": \"Два слова\"}");
    assertThat(run("serve", "--roadmap=" + descriptor)).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("\"id\"", "\"title\"", "\"parties\"");
  }

  @Test
  void settingThatMakesNoSense_isBadInput() {
    assertThat(run("serve", "--http-port=x")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("SVERKA_HTTP_PORT");
  }

  @Test
  void dataDirectoryThatIsAFile_isUnavailable() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");
    assertThat(run("serve", "--data-dir=" + file)).isEqualTo(Exit.UNAVAILABLE);
    assertThat(err.toString()).contains(file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--http-port",
        "--management-port",
        "--local-sheet-port",
        "--local-sheet-admin-port"
      })
  void takenPort_isNamedWithItsSetting(String option) throws IOException {
    InetAddress host =
        option.equals("--http-port")
            ? InetAddress.getByName("0.0.0.0")
            : InetAddress.getLoopbackAddress();
    try (ServerSocket taken = new ServerSocket(0, 1, host)) {
      List<String> args = new ArrayList<>(List.of("serve", "--data-dir=" + data));
      for (String each :
          List.of(
              "--http-port",
              "--management-port",
              "--local-sheet-port",
              "--local-sheet-admin-port")) {
        args.add(each + "=" + (each.equals(option) ? taken.getLocalPort() : 0));
      }
      assertThat(run(args.toArray(String[]::new))).isEqualTo(Exit.UNAVAILABLE);
      assertThat(err.toString()).contains("Port " + taken.getLocalPort(), option);
    }
  }

  @Test
  void checkBeforeProvisioning_findsNoTab() {
    assertThat(runHere("check")).isEqualTo(Exit.NO);
    assertThat(out.toString()).contains("provision");
  }

  @Test
  void provisionThenExportThenVerify_agree() {
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    assertThat(runHere("check")).as(out.toString()).isEqualTo(Exit.FINE);
    out.getBuffer().setLength(0);
    assertThat(runHere("export")).isEqualTo(Exit.FINE);
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("\"type\":\"edition\"");
    assertThat(run("verify-log", data.toString())).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("Right: 2 entries");
  }

  @Test
  void f69_verifyAgainstWhatWasSeen_findsALogThatWasBegunAnew() throws IOException {
    Path seen = data.resolve("seen");
    String[] verify = {"verify-log", data.toString(), "--seen=" + seen};
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    assertThat(run(verify)).as(out.toString()).isEqualTo(Exit.FINE);
    assertThat(run(verify)).as(out.toString()).isEqualTo(Exit.FINE);
    assertThat(Files.readString(seen)).contains("sverka.internal/", "\n2\n");
    assertThat(run("verify-log", data.toString(), "--seen=" + data.resolve("no").resolve("no")))
        .isEqualTo(Exit.UNAVAILABLE);
    for (String file : List.of("sverka.db", "log-key", "log-signed")) {
      Files.delete(data.resolve(file));
    }
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    assertThat(run(verify)).isEqualTo(Exit.NO);
    assertThat(out.toString()).contains("Wrong against the checkpoint seen earlier");
  }

  @Test
  void erasedEntry_isStillPartOfALogThatIsRight() {
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    assertThat(runHere("erase", "--entry=2", "--reason=по обращению")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("Erased the texts of entry 2; entry 3 of the log says so");
    assertThat(runHere("erase", "--entry=2", "--reason=ещё раз")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("were erased before");
    out.getBuffer().setLength(0);
    assertThat(runHere("export")).isEqualTo(Exit.FINE);
    assertThat(out.toString().lines().skip(1).findFirst().orElseThrow())
        .contains("\"erased\":true,\"salt\":\"\"");
    assertThat(run("verify-log", data.toString())).as(out.toString()).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("Right: 3 entries", "Of 1 entry the texts were erased");
    assertThat(runHere("check")).as(out.toString()).isEqualTo(Exit.FINE);
  }

  /** What is erased is gone for good, and its reason can't be added later. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--entry=2 | --reason=TEXT",
        "--entry=2 --reason= | says nothing",
        "--entry=2 --reason=\u00a0 | says nothing",
        "--reason=по_обращению | --entry=N",
        "--entry=9 --reason=по_обращению | There is no entry 9",
        "--entry=два --reason=по_обращению | два"
      })
  void erasureThatMakesNoSense_isRefusedAndDoesNothing(String options, String said) {
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    String[] erase = ("erase " + options).split(" ");

    assertThat(runHere(erase)).as(out.toString()).isEqualTo(Exit.BAD_INPUT);

    assertThat(err.toString()).contains(said);
    assertThat(runHere("export")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("\"seq\":2,").doesNotContain("\"erased\":true");
  }

  @Test
  void restoreOfABackupThatIsTooOld_saysThatTheServiceWillNotGoOn() {
    Path backup = data.resolve("backup");
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    assertThat(runHere("backup", backup.toString())).isEqualTo(Exit.FINE);
    assertThat(runHere("erase", "--entry=2", "--reason=по обращению")).isEqualTo(Exit.FINE);

    assertThat(runHere("restore", backup.toString())).isEqualTo(Exit.FINE);

    assertThat(out.toString())
        .contains("it has 2 entries, and 3 were signed", "will refuse to go on")
        .doesNotContain("if the log goes back");
    assertThat(runHere("check")).isEqualTo(Exit.FORK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "check", "provision"})
  void databaseOlderThanWhatWasSigned_isNotGoneOnWith(String command) throws IOException {
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    String signed = Files.readString(data.resolve("log-signed"));
    Files.delete(data.resolve("sverka.db"));

    assertThat(runHere(command)).isEqualTo(Exit.FORK);
    assertThat(err.toString()).contains("has 0 entries here, but 2 were signed");
    assertThat(Files.readString(data.resolve("log-signed"))).isEqualTo(signed);
  }

  @Test
  void exportOfTheSheet_isAFileWithItsRows() throws IOException {
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    Path file = data.resolve("таблица.xlsx");
    assertThat(runHere("export", "--xlsx=" + file)).as(err.toString()).isEqualTo(Exit.FINE);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("№ п/п");
    }
  }

  @Test
  void exportOfASheetThatIsNotThere_leavesNoFile() throws IOException {
    assertThat(runHere("provision")).isEqualTo(Exit.FINE);
    Path file = data.resolve("нет.xlsx");
    assertThat(runHere("export", "--xlsx=" + file, "--spreadsheet-id=nowhere"))
        .isEqualTo(Exit.UNAVAILABLE);
    assertThat(err.toString()).contains("no spreadsheet nowhere");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).noneMatch(path -> path.getFileName().toString().startsWith("нет"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "verify-log"})
  void directoryWithoutStore_isNotMade(String command) {
    Path nowhere = data.resolve("nowhere");
    String[] args =
        command.equals("export")
            ? new String[] {"export", "--data-dir=" + nowhere}
            : new String[] {"verify-log", nowhere.toString()};
    assertThat(run(args)).isEqualTo(Exit.UNAVAILABLE);
    assertThat(err.toString()).contains("There is no store in " + nowhere);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void verifyOfAddressWhereNobodyAnswers_isUnavailable() {
    assertThat(run("verify-log", "http://127.0.0.1:1")).isEqualTo(Exit.UNAVAILABLE);
    assertThat(err.toString()).contains("http://127.0.0.1:1/");
  }
}
