package org.sverka.cli;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.SealedEntry;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Charter;
import org.sverka.sync.Erasure;
import org.sverka.sync.Remains;
import org.sverka.sync.Salt;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code erase --entry N --reason TEXT}: takes the texts of one entry out of the log, by law;
 * offline.
 */
final class EraseCommand extends Command {
  private static final String ENTRY = "--entry";
  private static final String REASON = "--reason";

  EraseCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("erase.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    spec.addOption(
        OptionSpec.builder(ENTRY)
            .paramLabel("N")
            .type(Long.class)
            .required(true)
            .description(Words.text("erase.entry"))
            .build());
    spec.addOption(
        OptionSpec.builder(REASON)
            .paramLabel("TEXT")
            .type(String.class)
            .required(true)
            .description(Words.text("erase.reason"))
            .build());
  }

  @Override
  public Integer call() {
    long seq = arguments().matchedOptionValue(ENTRY, 0L);
    if (reason().codePoints().noneMatch(Character::isLetterOrDigit)) {
      surroundings().err().println(Words.text("erase.unreasoned", REASON));
      return Exit.BAD_INPUT;
    }
    Settings settings = settingsWithoutSheet();
    Charter charter = Roadmaps.charter(settings.roadmap());
    String roadmap = charter.roadmap().id();
    KeptStore.require(settings.dataDir());
    try (DataDirectory data = DataDirectory.open(settings.dataDir());
        Store store = Stores.open(settings.store(), data, settings.logHost())) {
      Optional<State> state = store.load(roadmap);
      Optional<SealedEntry> found = store.log(roadmap).entry(seq);
      if (state.isEmpty() || found.isEmpty()) {
        surroundings().err().println(Words.text("erase.none", String.valueOf(seq)));
        return Exit.BAD_INPUT;
      }
      return found.get().isErased()
          ? again(store, roadmap, found.get().entry())
          : erase(store, charter, state.get(), found.get().entry());
    }
  }

  private String reason() {
    return arguments().matchedOptionValue(REASON, "").strip();
  }

  /** Of what was erased by a process that was killed, remains may still be on the disk. */
  private int again(Store store, String roadmap, Entry entry) {
    store.compact();
    print(Words.text("erase.already", String.valueOf(entry.seq()), roadmap));
    return Exit.FINE;
  }

  private int erase(Store store, Charter charter, State state, Entry entry) {
    String roadmap = charter.roadmap().id();
    Erasure erasure =
        Erasure.of(
            charter,
            state,
            entry,
            reason(),
            InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS));
    List<SealedEntry> sealed =
        Chain.seal(store.head(roadmap), List.of(erasure.entry()), new Salt()::next);
    Erasure.Traces traces = store.erase(roadmap, entry, erasure, sealed);
    store.compact();
    print(
        Words.text(
            "erase.done", String.valueOf(entry.seq()), String.valueOf(erasure.entry().seq())));
    print(Words.text("erase.revisions", traces.revisions()));
    if (!traces.entries().isEmpty()) {
      print(
          Words.text(
              traces.more() ? "erase.others.more" : "erase.others",
              traces.entries().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    Remains remains = Remains.of(charter, erasure.next(), erasure.texts());
    if (!remains.isNothing()) {
      print(Words.text("erase.stands", places(remains)));
    }
    print(Words.text("erase.copies"));
    return Exit.FINE;
  }

  /** Where texts still stand, for a sentence. */
  static String places(Remains remains) {
    List<String> places = new ArrayList<>();
    remains.measures().forEach(number -> places.add(Words.text("erase.in.measure", number)));
    remains.headings().forEach(number -> places.add(Words.text("erase.in.heading", number)));
    if (remains.strangers()) {
      places.add(Words.text("erase.in.strangers"));
    }
    if (remains.journal()) {
      places.add(Words.text("erase.in.journal"));
    }
    if (remains.around()) {
      places.add(Words.text("erase.in.around"));
    }
    return String.join("; ", places);
  }
}
