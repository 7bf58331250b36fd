package org.sverka.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sverka.verify.Seen;

/** Defects that are put in to see whether they are found. */
final class Planted {
  private final Settings settings;
  private final Turns turns;
  private final PowerCut power;

  Planted(Settings settings, Turns turns, PowerCut power) {
    this.settings = settings;
    this.turns = turns;
    this.power = power;
  }

  /** Syncs of files do nothing. */
  void noSync(Case line, Template template) throws Exception {
    PowerCut.Recorded recorded =
        power.record(template, "turn", 2, List.of("-e", "inject=fsync,fdatasync:retval=0"));
    requireCaught(line, recorded);
  }

  /** A file is renamed, and its folder is not synced. */
  void noFolderSync(Case line, Template template) throws Exception {
    PowerCut.Recorded sound = power.record(template, "turn", 1, List.of());
    String folder = sound.directory().toString();
    List<Integer> syncs =
        sound.calls().stream()
            .filter(call -> call.name().equals("fsync") && call.openFile().equals(folder))
            .map(Call::ordinal)
            .toList();
    int last = syncs.get(syncs.size() - 1);
    PowerCut.Recorded recorded =
        power.record(template, "turn", 1, List.of("-e", "inject=fsync:retval=0:when=" + last));
    requireCaught(line, recorded);
  }

  private void requireCaught(Case line, PowerCut.Recorded recorded) throws Exception {
    Case traced = Case.silent();
    power.requireSynced(traced, recorded);
    line.require(traced.violations() > 0, "the trace", "does not show it");
    Case cut = Case.silent();
    power.cut(cut, recorded, 1);
    line.require(cut.violations() > 0, "a power cut", "does not show it");
    line.note(
        "caught: "
            + traced.violations()
            + " times in the trace, "
            + cut.violations()
            + " by power cuts");
  }

  /** An entry is acknowledged before it is committed. */
  void early(Case line, Template template) throws Exception {
    PowerCut.Recorded recorded = power.record(template, "early", 1, List.of());
    Case traced = Case.silent();
    power.requireSynced(traced, recorded);
    line.require(traced.violations() > 0, "the trace", "does not show it");
    String wal = recorded.directory() + "/sverka.db-wal";
    Call first =
        recorded.calls().stream()
            .filter(call -> call.name().equals("pwrite64") && call.openFile().equals(wal))
            .findFirst()
            .orElseThrow();
    Path directory = template.copy(settings.work(), "early");
    Turns.Made made =
        turns.torture(
            "early",
            directory,
            1,
            List.of("-e", "inject=pwrite64:signal=SIGKILL:when=" + first.ordinal()));
    Optional<String> fault = Checker.faults(directory, template.hashes(), made.said());
    line.require(fault.isPresent(), "a kill", "does not show it: " + made.said().lines());
    line.note("caught: by the trace, by a kill");
  }

  /** A text of an entry is another one, and a hash of another, and one is left out. */
  void rewritten(Case line, Template template) throws Exception {
    for (String change :
        List.of(
            "UPDATE entry SET text_after = 'Исполнено' WHERE seq = 2",
            "UPDATE entry SET verdict = 'accepted' WHERE seq = 2",
            "UPDATE entry SET hash = lower(hex(randomblob(32))) WHERE seq = 3",
            "DELETE FROM entry WHERE seq = 2",
            "UPDATE entry_finding SET message = '' WHERE seq = 3")) {
      Path directory = template.copy(settings.work(), "rewritten");
      try (Connection connection =
              DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("sverka.db"));
          Statement statement = connection.createStatement()) {
        int unused = statement.executeUpdate(change);
      }
      line.require(
          Checker.faults(directory, template.hashes(), Said.of(List.of())).isPresent(),
          change,
          "is not caught");
    }
    line.note("caught: " + 5 + " ways");
  }

  /** Two histories, each in order, signed with one key: who saw the one does not take the other. */
  void fork(Case line, Template template) throws Exception {
    Path one = template.copy(settings.work(), "one");
    Path other = template.copy(settings.work(), "other");
    Said first = turns.plain("turn", one, 1);
    Said second = turns.plain("large", other, 2);
    line.require(
        first.acknowledged().size() == 1 && second.acknowledged().size() == 2,
        "the histories",
        "were not made: " + first.lines() + second.lines());
    Seen seen = Checker.look(one, Optional.empty()).seen();
    line.require(Checker.look(other, Optional.empty()).isRight(), "the other", "is not in order");
    line.require(
        !Checker.look(other, Optional.of(seen)).isRight(), "verify-log --seen", "takes it");
    Files.copy(
        one.resolve("log-signed"),
        other.resolve("log-signed"),
        StandardCopyOption.REPLACE_EXISTING);
    line.require(!Checker.look(other, Optional.empty()).isRight(), "verify-log", "takes it");
    Said refused = turns.plain("turn", other, 1);
    line.require(
        refused.acknowledged().isEmpty(),
        "the store",
        "goes on: " + refused.lines().stream().collect(Collectors.joining(", ")));
    line.note("caught: by verify-log, by the store");
  }
}
