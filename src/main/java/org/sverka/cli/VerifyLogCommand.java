package org.sverka.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import org.sverka.log.LogVerifier;
import org.sverka.log.SealedEntry;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Charter;
import org.sverka.sync.Store;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code verify-log URL-or-DIR}: whether anybody has rewritten the log. */
final class VerifyLogCommand extends Command {
  VerifyLogCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("verify.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("URL-or-DIR")
            .type(String.class)
            .required(true)
            .index("0")
            .description(Words.text("verify.from"))
            .build());
  }

  @Override
  public Integer call() {
    String from = arguments().matchedPositionalValue(0, "");
    return from.startsWith("http://") || from.startsWith("https://")
        ? remote(new RemoteLog(from))
        : local(Path.of(from));
  }

  private int remote(RemoteLog log) {
    int worst = Exit.FINE;
    for (String roadmap : log.roadmaps()) {
      print(roadmap);
      worst = Math.max(worst, verify(new LogPages(after -> log.after(roadmap, after))));
    }
    return worst;
  }

  private int local(Path directory) {
    Settings settings = settings();
    Charter charter = Roadmaps.charter(settings.roadmap());
    KeptStore.require(directory);
    try (DataDirectory data = DataDirectory.open(directory);
        Store store = Stores.open("", data)) {
      return verify(LogPages.of(store.log(charter.roadmap().id())));
    }
  }

  private int verify(Iterator<SealedEntry> entries) {
    if (!entries.hasNext()) {
      print(Words.text("verify.empty"));
      return Exit.NO;
    }
    return LogVerifier.verify(entries).match(this::intact, this::broken);
  }

  private int intact(LogVerifier.Intact intact) {
    print(Words.text("verify.fine", intact.count(), intact.head()));
    return Exit.FINE;
  }

  private int broken(LogVerifier.Broken broken) {
    String fault = broken.fault().name().toLowerCase(Locale.ROOT);
    print(Words.text("verify.wrong", String.valueOf(broken.seq()), Words.text("fault." + fault)));
    return Exit.NO;
  }
}
