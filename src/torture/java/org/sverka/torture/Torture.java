package org.sverka.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the cases and prints what came of them. */
public final class Torture {
  private static final int ENTRIES_BEFORE = 3;

  private final Settings settings;
  private final List<Case> lines = new ArrayList<>();

  private Torture(Settings settings) {
    this.settings = settings;
  }

  /** Something to be tried. */
  private interface Trial {
    void run(Case line) throws Exception;
  }

  /**
   * @param arguments quick or long, kills, seed, bytes, part of a name or "", a folder to work in,
   *     and how a child is started
   */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    Settings settings =
        new Settings(
            words.get(0).equals("quick"),
            Integer.parseInt(words.get(1)),
            Long.parseLong(words.get(2)),
            Integer.parseInt(words.get(3)),
            words.get(4),
            Path.of(words.get(5)),
            words.subList(6, words.size()));
    Torture torture = new Torture(settings);
    torture.run();
    System.exit(torture.report() ? 0 : 1);
  }

  private void run() throws Exception {
    Path work = Files.createDirectories(settings.work());
    Template template = Template.of(work.resolve("template"), ENTRIES_BEFORE);
    Template none = Template.none(work.resolve("none"));
    try (Turns turns = new Turns(settings, template);
        Lanes lanes = new Lanes(settings)) {
      InjectedFaults faults = new InjectedFaults(settings, turns, lanes);
      PowerCut power = new PowerCut(settings, turns, lanes);
      Planted planted = new Planted(settings, turns, power);
      Circumstances others = new Circumstances(settings, turns);

      line("f53_sigkill_at_every_file_call", c -> faults.kill(c, template, 3));
      line("f53_sigkill_at_every_file_call_of_the_first_turn", c -> faults.kill(c, none, 1));
      line("f54_eio_once_at_every_file_call", c -> faults.failOnce(c, template, "EIO", 4));
      line("f54_eio_for_ever_from_every_file_call", c -> faults.failForEver(c, template, "EIO", 1));
      line(
          "f55_enospc_once_at_every_call_that_grows",
          c -> faults.failOnce(c, template, "ENOSPC", 3));
      line("f55_full_disk_of_1_mib", c -> others.fullDisk(c, template));
      line("f56_eio_at_every_sync", c -> faults.failSyncs(c, template, 3));
      line(
          "f57_power_cut_after_every_call",
          c -> power.cut(c, power.record(template, "turn", 2, List.of()), 1));
      line(
          "f57_power_cut_after_every_call_of_the_first_turn",
          c -> power.cut(c, power.record(none, "turn", 1, List.of()), 1));
      line(
          "f57_sync_before_every_acknowledgement",
          c -> {
            power.requireSynced(
                c, power.record(template, "turn", settings.choose(5, 20), List.of()));
            power.requireSynced(c, power.record(none, "turn", 2, List.of()));
          });
      line(
          "f58_rename_without_sync_of_the_folder_is_caught",
          c -> planted.noFolderSync(c, template));
      line("planted_no_sync_is_caught", c -> planted.noSync(c, template));
      line("planted_early_acknowledgement_is_caught", c -> planted.early(c, template));
      line("planted_rewritten_entry_is_caught", c -> planted.rewritten(c, template));
      line("planted_fork_is_caught", c -> planted.fork(c, template));
      DamagedBytes bytes = new DamagedBytes(settings, lanes, template);
      line("f60_last_entry_cut_at_bytes", c -> bytes.cutSigned(c, 5));
      line("f60_last_entry_unacknowledged_cut_at_bytes", c -> bytes.cutUnsigned(c, 3));
      line("f60_bytes_of_the_last_three_flipped_in_the_wal", c -> bytes.flipInLog(c, 5));
      line("f60_bytes_of_the_last_three_flipped", c -> bytes.flipInDatabase(c, 15));
      line("clock_that_jumps", c -> others.clock(c, template));
      line("second_instance_is_refused", c -> others.second(c, template));
      line("yesterdays_backup_is_refused", c -> others.backup(c, template));
      line("kill_9_under_load", c -> new Kills(settings, turns, lanes).run(c, template));
    }
  }

  private void line(String name, Trial trial) throws Exception {
    if (!name.contains(settings.only())) {
      return;
    }
    System.out.println(name);
    Case line = new Case(name);
    lines.add(line);
    trial.run(line);
    line.end();
    System.out.println(line.row());
  }

  private boolean report() {
    System.out.printf("%n| %-52s | %6s | %10s | %7s |%n", "case", "tried", "violations", "seconds");
    System.out.println("|---|---|---|---|---|");
    lines.forEach(line -> System.out.println(line.row()));
    int violations = lines.stream().mapToInt(Case::violations).sum();
    int tried = lines.stream().mapToInt(Case::count).sum();
    long skipped = lines.stream().filter(Case::isSkipped).count();
    System.out.printf("%n%d tried, %d violations, %d skipped.%n", tried, violations, skipped);
    return violations == 0 && tried > 0;
  }
}
