package org.sverka.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each call of one turn that has to do with the data directory, with a fault in it. */
final class InjectedFaults {
  private static final int ENTRIES = 2;
  private static final Set<String> SYNCS = Set.of("fsync", "fdatasync");
  private static final Set<String> GROWING =
      Set.of(
          "openat",
          "open",
          "mkdir",
          "write",
          "pwrite64",
          "ftruncate",
          "fallocate",
          "rename",
          "fsync",
          "fdatasync");

  private final Settings settings;
  private final Turns turns;
  private final Lanes lanes;

  InjectedFaults(Settings settings, Turns turns, Lanes lanes) {
    this.settings = settings;
    this.turns = turns;
    this.lanes = lanes;
  }

  /** A call of a turn, by its name and its ordinal among those of its name and thread. */
  record Place(String name, int ordinal) {}

  /** The places of a turn that has nothing wrong. */
  List<Place> places(Template template, boolean byPath) throws Exception {
    Path directory = template.copy(settings.work(), "count");
    Turns.Made made =
        byPath
            ? turns.torture("turn", directory, ENTRIES, paths(directory))
            : turns.record("turn", directory, ENTRIES);
    Set<Place> places = new LinkedHashSet<>();
    for (Call call : made.calls()) {
      if (call.touches(directory.toString())) {
        places.add(new Place(call.name(), call.ordinal()));
      }
    }
    Folders.delete(directory);
    return List.copyOf(places);
  }

  /** Each place once, or so many of them, evenly, and each sync. */
  private List<Place> chosen(List<Place> all, int inShort) {
    if (!settings.quick()) {
      return all;
    }
    List<Place> chosen = new ArrayList<>();
    double step = Math.max(1, all.size() / (double) inShort);
    double next = 0;
    for (int i = 0; i < all.size(); i++) {
      if (i >= next) {
        chosen.add(all.get(i));
        next += step;
      }
    }
    return chosen;
  }

  /** Kills the process at each. */
  void kill(Case line, Template template, int inShort) throws Exception {
    run(line, template, chosen(places(template, false), inShort), "signal=SIGKILL", false);
  }

  /** Lets each fail once. */
  void failOnce(Case line, Template template, String error, int inShort) throws Exception {
    List<Place> all =
        places(template, false).stream()
            .filter(place -> !error.equals("ENOSPC") || GROWING.contains(place.name()))
            .toList();
    run(line, template, chosen(all, inShort), "error=" + error, false);
  }

  /** Lets each fail, and all of its name after it. */
  void failForEver(Case line, Template template, String error, int inShort) throws Exception {
    run(line, template, chosen(places(template, true), inShort), "error=" + error, true);
  }

  /** Lets each sync fail once. */
  void failSyncs(Case line, Template template, int inShort) throws Exception {
    List<Place> all =
        places(template, false).stream().filter(place -> SYNCS.contains(place.name())).toList();
    run(line, template, chosen(all, inShort), "error=EIO", false);
  }

  private void run(Case line, Template template, List<Place> places, String fault, boolean forEver)
      throws Exception {
    AtomicInteger missed = new AtomicInteger();
    AtomicInteger astray = new AtomicInteger();
    for (Place place : places) {
      lanes.add(
          () -> {
            Path directory = template.copy(settings.work(), "case");
            List<String> options = new ArrayList<>();
            options.add("-e");
            options.add(
                "inject="
                    + place.name()
                    + ":"
                    + fault
                    + ":when="
                    + place.ordinal()
                    + (forEver ? "+" : ""));
            if (forEver) {
              options.addAll(paths(directory));
            }
            Turns.Made made = turns.torture("turn", directory, ENTRIES, options);
            if (made.isAstray(directory)) {
              astray.incrementAndGet();
            } else if (made.hits(directory).isEmpty() && made.said().hasEnded()) {
              missed.incrementAndGet();
            }
            String what = place.name() + " " + place.ordinal() + " " + fault;
            line.tried(what, judge(made, directory, template, fault));
            Folders.delete(directory);
          });
    }
    lanes.join();
    line.note(
        Stream.of(told(missed, "did not strike"), told(astray, "struck Java alone"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private static String told(AtomicInteger count, String what) {
    return count.get() == 0 ? "" : count + " " + what;
  }

  /** A process whose own memory or pipe fails may end, but not lie. */
  private static Optional<String> judge(
      Turns.Made made, Path directory, Template template, String fault) {
    if (fault.startsWith("error") && !made.isAstray(directory) && !made.said().hasEnded()) {
      return Optional.of("the process has ended: " + made.said().lines());
    }
    return acknowledgedAfterFailedSync(made)
        .or(() -> Checker.faults(directory, template.hashes(), made.said()));
  }

  private static Optional<String> acknowledgedAfterFailedSync(Turns.Made made) {
    boolean failed = false;
    for (Call call : made.calls()) {
      failed |=
          call.isInjected()
              && call.hasFailed()
              && SYNCS.contains(call.name())
              && call.openFile().endsWith("-wal");
      if (failed && PowerCut.said(call).startsWith("ack ")) {
        return Optional.of("entries are acknowledged after a failed sync: " + made.said().lines());
      }
    }
    return Optional.empty();
  }

  /** Filters of strace for the files of a data directory. */
  private static List<String> paths(Path directory) {
    List<String> options = new ArrayList<>();
    for (String name :
        List.of(
            "",
            "sverka.db",
            "sverka.db-wal",
            "sverka.db-shm",
            "sverka.db-journal",
            "lock",
            "log-key",
            "log-signed")) {
      options.add("-P");
      options.add(name.isEmpty() ? directory.toString() : directory.resolve(name).toString());
    }
    return options;
  }
}
