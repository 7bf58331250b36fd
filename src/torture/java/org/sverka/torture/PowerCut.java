package org.sverka.torture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a power cut after each call of a turn may leave. */
final class PowerCut {
  private static final int DAMAGES = 7;

  private final Settings settings;
  private final Turns turns;
  private final Lanes lanes;

  PowerCut(Settings settings, Turns turns, Lanes lanes) {
    this.settings = settings;
    this.turns = turns;
    this.lanes = lanes;
  }

  /** A turn, recorded with all its bytes. */
  record Recorded(Path directory, Template template, List<Call> calls) {}

  Recorded record(Template template, String what, int entries, List<String> faults)
      throws Exception {
    Path directory = template.copy(settings.work(), "recorded");
    List<String> options = new ArrayList<>(faults);
    options.addAll(List.of("-s", "200000"));
    Turns.Made made = turns.torture(what, directory, entries, options);
    if (!made.said().hasEnded()) {
      throw new IllegalStateException("The turn was not made: " + made.said().lines());
    }
    return new Recorded(directory, template, made.calls());
  }

  /** Cuts the power after each call that changes something, in each of some ways. */
  void cut(Case line, Recorded recorded, int inShort) throws Exception {
    Disk counting = disk(recorded);
    long points = recorded.calls().stream().filter(counting::apply).count();
    double step = settings.quick() ? Math.max(1, points / (double) inShort) : 1;
    Disk disk = disk(recorded);
    List<String> lines = new ArrayList<>();
    double next = 0;
    int point = 0;
    for (Call call : recorded.calls()) {
      boolean acknowledges = !said(call).isEmpty();
      if (acknowledges) {
        lines.add(said(call));
      }
      boolean changes = disk.apply(call);
      if (changes && point++ >= next
          || said(call).startsWith("signed")
          || said(call).startsWith("ack")) {
        next += changes ? step : 0;
        for (int damage = 0; damage < DAMAGES; damage++) {
          one(
              line,
              recorded,
              disk,
              Said.of(lines),
              "after " + point + " calls, damage " + damage,
              damage,
              point);
        }
      }
    }
    lanes.join();
  }

  private void one(
      Case line, Recorded recorded, Disk disk, Said said, String what, int damage, int point)
      throws Exception {
    Path target = Folders.fresh(settings.work(), "cut");
    disk.cutPower(target, choice(damage, new Random(settings.seed() + point * 31L + damage)));
    lanes.add(
        () -> {
          if (!Files.exists(target)) {
            line.require(said.acknowledged().isEmpty(), what, "the folder is gone");
            return;
          }
          line.tried(what, Checker.faults(target, recorded.template().hashes(), said));
          Folders.delete(target);
        });
  }

  /** Nothing of what was not synced, all of it, or by chance little to much of it. */
  private static Disk.Choice choice(int damage, Random random) {
    double share = (damage - 1) / (double) (DAMAGES - 1);
    return switch (damage) {
      case 0 -> Disk.Choice.NONE;
      case 1 -> Disk.Choice.ALL;
      default -> () -> random.nextDouble() < share;
    };
  }

  /** Looks whether all that a turn wrote was synced whenever it acknowledged something. */
  void requireSynced(Case line, Recorded recorded) throws Exception {
    Disk disk = disk(recorded);
    boolean synced = false;
    for (Call call : recorded.calls()) {
      boolean changed = disk.apply(call);
      synced |=
          changed && call.name().matches("fsync|fdatasync") && call.openFile().endsWith("-wal");
      if (said(call).startsWith("ack") || said(call).startsWith("signed")) {
        Set<String> unsafe = disk.unsafe();
        boolean counts = said(call).startsWith("ack");
        line.require(
            unsafe.isEmpty() && (synced || !counts),
            said(call),
            unsafe.isEmpty() ? "nothing was synced before it" : "not synced before it: " + unsafe);
        synced &= !counts;
      }
    }
  }

  /** The disk as it was before the turn. */
  private static Disk disk(Recorded recorded) throws java.io.IOException {
    return new Disk(recorded.template().path(), recorded.directory());
  }

  /** What a call says to whoever waits for acknowledgements; empty if it is another call. */
  static String said(Call call) {
    return call.name().equals("write") && call.arguments().startsWith("1<")
        ? new String(call.texts().get(0), StandardCharsets.UTF_8).strip()
        : "";
  }
}
