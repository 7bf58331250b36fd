package org.sverka.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.store.Backup;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.ForkedLogException;
import org.sverka.sync.Store;
import org.sverka.verify.Seen;

/** A full disk, a clock that jumps, a second process, an old backup. */
final class Circumstances {
  private static final int BAD_ENVIRONMENT = 3;

  private final Settings settings;
  private final Turns turns;

  Circumstances(Settings settings, Turns turns) {
    this.settings = settings;
    this.turns = turns;
  }

  /** A disk of 1 MiB becomes full, and has room again. */
  void fullDisk(Case line, Template template) throws Exception {
    Path disk = Files.createDirectory(Folders.fresh(settings.work(), "disk"));
    Process mount = mount("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    if (mount.waitFor() != 0) {
      line.skip("needs root, to mount a disk of 1 MiB");
      return;
    }
    try {
      Path directory = template.copy(disk, "data");
      Files.write(directory.resolve("ballast"), new byte[192 * 1024]);
      Path more = Files.write(disk.resolve("more"), new byte[192 * 1024]);
      Said said = turns.plain("full", directory, 40);
      int failed = firstOf(said, "failed");
      long after =
          said.lines().stream().skip(failed).filter(each -> each.startsWith("ack")).count();
      line.require(said.hasEnded(), "the process", "has ended: " + said.lines());
      line.require(
          said.lines().stream().anyMatch(each -> each.contains("is full")),
          "the reason",
          "is not said: " + said.lines());
      line.require(after > 1, "with room again", "nothing is entered: " + said.lines());
      Files.delete(more);
      line.tried("the log", Checker.faults(directory, template.hashes(), said));
    } finally {
      mount("umount", disk.toString()).waitFor();
    }
  }

  private static int firstOf(Said said, String beginning) {
    for (int i = 0; i < said.lines().size(); i++) {
      if (said.lines().get(i).startsWith(beginning)) {
        return i;
      }
    }
    return said.lines().size();
  }

  private static Process mount(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Entries are in the order in which they came, whatever the clock said. */
  void clock(Case line, Template template) throws IOException {
    List<Instant> jumps =
        List.of(
            Instant.parse("2026-11-23T10:00:00Z"),
            Instant.parse("2026-11-22T10:00:00Z"),
            Instant.EPOCH,
            Instant.parse("2100-02-28T23:59:59.999Z"),
            Instant.parse("2016-12-31T23:59:59Z"),
            Instant.parse("2026-10-25T01:30:00Z"),
            Instant.parse("1901-12-13T20:45:52Z"),
            Instant.parse("2026-11-23T10:00:01Z"));
    Path path = template.copy(settings.work(), "clock");
    long first = template.hashes().size();
    List<Instant> read = new ArrayList<>();
    for (int i = 0; i < jumps.size(); i++) {
      try (DataDirectory directory = DataDirectory.open(path);
          Store store = Stores.open("", directory)) {
        Entries.Entered unused = Entries.add(store, first + 1 + i, "Готово " + i, jumps.get(i));
      }
    }
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory)) {
      for (SealedEntry entry : store.log(Entries.ROADMAP).after(first, 100, LogFilter.ALL)) {
        read.add(entry.entry().at());
      }
    }
    line.require(read.equals(jumps), "the order", "is " + read);
    line.tried(
        "the log",
        Checker.faults(path, template.hashes(), Said.of(List.of()))
            .filter(t -> !t.contains("nobody was promised")));
  }

  /**
   * A second program is refused while the first has the directory, and not after that was killed.
   */
  void second(Case line, Template template) throws Exception {
    Path path = template.copy(settings.work(), "second");
    byte[] before = Files.readAllBytes(path.resolve("sverka.db"));
    try (DataDirectory held = DataDirectory.open(path)) {
      List<String> command = new ArrayList<>(settings.java());
      command.addAll(
          List.of(
              "org.sverka.cli.Sverka",
              "serve",
              "--http-port=0",
              "--management-port=0",
              "--local-sheet-port=0",
              "--data-dir=" + held.path()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      line.require(exit == BAD_ENVIRONMENT, "the second", "ends with " + exit + ": " + words);
      line.require(words.contains(path.toString()), "its words", "name no directory: " + words);
    }
    line.require(
        java.util.Arrays.equals(before, Files.readAllBytes(path.resolve("sverka.db"))),
        "the database",
        "was written");
    line.tried("afterwards", Checker.faults(path, template.hashes(), Said.of(List.of())));
  }

  /** Yesterday's backup is known for what it is, and nothing is added to it. */
  void backup(Case line, Template template) throws Exception {
    Path path = template.copy(settings.work(), "today");
    Path yesterday = Folders.fresh(settings.work(), "yesterday");
    Backup.make(path, yesterday);
    Said said = turns.plain("turn", path, 2);
    line.require(said.acknowledged().size() == 2, "today", "was not entered: " + said.lines());
    Seen seen = Checker.look(path, Optional.empty()).seen();
    String signed = Files.readString(path.resolve("log-signed"));
    try (DataDirectory directory = DataDirectory.open(path)) {
      Backup.Restored unused = Backup.restore(yesterday, directory, ".today");
    }
    line.require(refused(path), "a start", "is not refused");
    Said again = turns.plain("turn", path, 1);
    line.require(again.acknowledged().isEmpty(), "an entry", "was entered: " + again.lines());
    line.require(
        Files.readString(path.resolve("log-signed")).equals(signed), "the signature", "is another");
    line.require(!Checker.look(path, Optional.empty()).isRight(), "verify-log", "finds nothing");
    line.require(
        !Checker.look(path, Optional.of(seen)).isRight(), "verify-log --seen", "finds nothing");
    line.require(
        Checker.look(yesterday, Optional.empty()).hashes().equals(template.hashes()),
        "the backup",
        "is not whole");
  }

  private static boolean refused(Path path) {
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory)) {
      var unused = store.load(Entries.ROADMAP);
      return false;
    } catch (ForkedLogException e) {
      return true;
    }
  }
}
