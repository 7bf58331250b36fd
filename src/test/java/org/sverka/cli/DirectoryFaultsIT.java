package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory that does not let itself be used. */
class DirectoryFaultsIT {
  private static final String PORTS = " --http-port=0 --management-port=0 --local-sheet-port=0";
  private static final int NOBODY = 65534;

  @TempDir private static Path temp;
  private static Path good;

  @BeforeAll
  static void run() throws IOException {
    good = temp.resolve("good");
    Running.on(good, InstantSource.system()).service().stop();
    assertThat(good.resolve("sverka.db")).isNotEmptyFile();
    assertThat(good.resolve("sheet.db")).isNotEmptyFile();
  }

  /** Something that is wrong with a directory, and words that say so. */
  private record Case(Path directory, String command, List<String> said) {
    static Case of(String name, Spoiling spoiling, String... said) throws IOException {
      Path directory = copy(name);
      spoiling.spoil(directory);
      return new Case(directory, "serve --data-dir=" + directory + PORTS, List.of(said));
    }

    void holds(Several.Answer answer, Map<String, String> before) throws IOException {
      assertThat(answer.exit())
          .as("%s: %s", directory.getFileName(), answer.said())
          .isEqualTo(Exit.UNAVAILABLE);
      assertThat(answer.said())
          .contains(said)
          .contains(directory.toString())
          .doesNotContain("Exception", "|");
      assertThat(content(directory)).isEqualTo(before);
    }
  }

  private interface Spoiling {
    void spoil(Path directory) throws IOException;
  }

  private static Path copy(String name) throws IOException {
    Path directory = Files.createDirectory(temp.resolve(name));
    try (Stream<Path> files = Files.list(good)) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return directory;
  }

  private static Map<String, String> content(Path directory) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        content.put(
            file.getFileName().toString(),
            Files.isDirectory(file)
                ? "directory"
                : Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
      }
    }
    return content;
  }

  private static void permit(Path path, String modes) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes));
  }

  private static void replaceByADirectory(Path file) throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
  }

  private static void replaceByGarbage(Path file) throws IOException {
    Files.writeString(file, "not a database ".repeat(1000));
  }

  private static boolean isRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(temp, "unix:uid"));
  }

  /** Root as well must obey what a file permits. */
  private static List<String> withoutPrivileges() throws IOException {
    List<String> by =
        List.of(
            "setpriv",
            "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-dac_override,-dac_read_search");
    if (!isRoot()) {
      return List.of();
    }
    assumeTrue(works(by), "root needs setpriv to give up its privileges");
    return by;
  }

  private static boolean works(List<String> by, String... command) {
    List<String> all = new ArrayList<>(by);
    all.addAll(command.length == 0 ? List.of("true") : List.of(command));
    try {
      return new ProcessBuilder(all).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void areRefused(List<String> by, List<Case> cases) throws IOException {
    List<Map<String, String>> before = new ArrayList<>();
    for (Case each : cases) {
      before.add(content(each.directory()));
    }
    List<Several.Answer> answers = Several.run(by, cases.stream().map(Case::command).toList());
    for (int i = 0; i < cases.size(); i++) {
      cases.get(i).holds(answers.get(i), before.get(i));
    }
  }

  @Test
  void f59_directoryThatCanNotBeUsed_isRefusedClearlyAndLeftAlone() throws IOException {
    List<String> by = withoutPrivileges();
    List<Case> cases = new ArrayList<>();
    cases.add(Case.of("closed", d -> permit(d, "r-x------"), "cannot be written (access denied)"));
    if (isRoot()) {
      cases.add(
          Case.of("other", d -> Files.setAttribute(d, "unix:uid", NOBODY), "cannot be written"));
    }
    cases.add(
        Case.of(
            "store-read-only",
            d -> permit(d.resolve("sverka.db"), "r--------"),
            "sverka.db cannot be opened for writing (access denied)"));
    cases.add(
        Case.of(
            "store-folder",
            d -> replaceByADirectory(d.resolve("sverka.db")),
            "sverka.db cannot be opened for writing"));
    cases.add(
        Case.of(
            "store-garbage",
            d -> replaceByGarbage(d.resolve("sverka.db")),
            "sverka.db is damaged or not a database of Sverka"));
    cases.add(
        Case.of(
            "sheet-read-only",
            d -> permit(d.resolve("sheet.db"), "r--------"),
            "The embedded sheet ",
            "sheet.db cannot be opened (access denied)"));
    cases.add(
        Case.of(
            "sheet-folder",
            d -> replaceByADirectory(d.resolve("sheet.db")),
            "sheet.db cannot be opened (",
            "unable to open database file"));
    cases.add(
        Case.of(
            "sheet-garbage",
            d -> replaceByGarbage(d.resolve("sheet.db")),
            "sheet.db cannot be opened (",
            "file is not a database"));
    areRefused(by, cases);

    Path closed = cases.get(0).directory();
    permit(closed.resolve("sverka.db"), "r--------");
    assertThat(Several.run(by, List.of("verify-log " + closed)).get(0).exit()).isEqualTo(Exit.FINE);
  }

  @Test
  void f59_fileSystemThatIsReadOnly_isRefusedButItsLogCanBeVerified() throws IOException {
    Path directory = copy("mounted");
    List<String> by =
        List.of(
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount --bind $0 $0 && mount -o remount,ro,bind $0 && exec \"$@\"",
            directory.toString());
    assumeTrue(works(by, "true"), "only who may mount can have a file system that is read-only");

    List<Several.Answer> answers =
        Several.run(
            by, List.of("serve --data-dir=" + directory + PORTS, "verify-log " + directory));

    assertThat(answers.get(0).exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(answers.get(0).said())
        .contains(directory + " cannot be written (", "Read-only file system");
    assertThat(answers.get(1).exit()).as(answers.get(1).said()).isEqualTo(Exit.FINE);
  }
}
