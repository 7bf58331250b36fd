package org.sverka.torture;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** kill -9 while entries are committed without a pause. */
final class Kills {
  private static final int FOR_EVER = 1_000_000;
  private static final int LONGEST_MILLIS = 250;

  /** One of so many is killed while it still opens the store. */
  private static final int EARLY = 8;

  /** So many kills does a directory go through; then it is long, and checking it takes its time. */
  private static final int LIVES = 25;

  private final Settings settings;
  private final Turns turns;
  private final Lanes lanes;

  Kills(Settings settings, Turns turns, Lanes lanes) {
    this.settings = settings;
    this.turns = turns;
    this.lanes = lanes;
  }

  void run(Case line, Template template) throws Exception {
    AtomicLong acknowledged = new AtomicLong();
    int lives = Math.min(LIVES, Math.max(1, settings.kills() / settings.lanes()));
    for (int first = 0; first < settings.kills(); first += lives) {
      int from = first;
      int to = Math.min(settings.kills(), first + lives);
      lanes.add(
          () -> {
            Path directory = template.copy(settings.work(), "killed");
            Map<Long, String> known = new HashMap<>(template.hashes());
            for (int i = from; i < to; i++) {
              Said said = one(directory, new Random(settings.seed() * 1_000 + i));
              acknowledged.addAndGet(said.acknowledged().size());
              line.tried("kill " + i, Checker.faults(directory, known, said));
              known.clear();
              known.putAll(Checker.look(directory, Optional.empty()).hashes());
            }
            Folders.delete(directory);
            System.out.println("  " + to + " of " + settings.kills() + " kills");
          });
    }
    lanes.join();
    line.note(acknowledged + " entries acknowledged");
  }

  private Said one(Path directory, Random random) throws Exception {
    try (Worker worker = turns.take()) {
      Thread killer = new Thread(() -> kill(worker, random.nextInt(LONGEST_MILLIS * 1_000)));
      worker.prepare("turn", directory, FOR_EVER);
      worker.go();
      if (random.nextInt(EARLY) == 0) {
        killer.start();
      }
      Said said =
          Said.of(
              worker.said(
                  line -> {
                    if (line.startsWith("ack") && killer.getState() == Thread.State.NEW) {
                      killer.start();
                    }
                  }));
      killer.join();
      return said;
    }
  }

  private static void kill(Worker worker, int micros) {
    try {
      TimeUnit.MICROSECONDS.sleep(micros);
      worker.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
