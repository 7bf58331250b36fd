package org.sverka.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sverka.disk.OwnFile;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.HttpSource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.LogSource;
import org.sverka.verify.Outcome;
import org.sverka.verify.Seen;
import org.sverka.verify.UnreadableLogException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code verify-log URL-or-DIR}: whether anybody has rewritten the log. */
final class VerifyLogCommand extends Command {
  private static final String SEEN = "--seen";

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
    spec.addOption(
        OptionSpec.builder(SEEN)
            .paramLabel("FILE")
            .type(Path.class)
            .description(Words.text("verify.seen"))
            .build());
    addPositional(spec, "URL-or-DIR", String.class, Words.text("verify.from"));
  }

  @Override
  public Integer call() {
    String from = arguments().matchedPositionalValue(0, "");
    try {
      return from.startsWith("http://") || from.startsWith("https://")
          ? remote(from)
          : local(Path.of(from));
    } catch (UnreadableLogException e) {
      String reason = String.valueOf(e.getMessage());
      throw new UnavailableException(Words.text("verify.unreadable", reason), e);
    }
  }

  private int remote(String address) {
    int worst = Exit.FINE;
    List<HttpSource.Named> logs = HttpSource.open(address);
    refuseOneFileForSeveral(logs.size());
    for (HttpSource.Named log : logs) {
      worst = Math.max(worst, verify(log.roadmap(), log.source()));
    }
    return worst;
  }

  private int local(Path directory) {
    KeptStore.require(directory);
    int worst = Exit.FINE;
    try (DirectorySource.Logs logs = DirectorySource.open(directory)) {
      if (logs.all().isEmpty()) {
        print(Words.text("verify.empty"));
        worst = Exit.NO;
      }
      refuseOneFileForSeveral(logs.all().size());
      for (DirectorySource.Named log : logs.all()) {
        worst = Math.max(worst, verify(log.roadmap(), log.source()));
      }
    }
    return worst;
  }

  private void refuseOneFileForSeveral(int logs) {
    if (logs > 1 && arguments().hasMatchedOption(SEEN)) {
      throw new UnavailableException(Words.text("verify.several", SEEN));
    }
  }

  private int verify(String roadmap, LogSource source) {
    print(roadmap);
    Path file = arguments().matchedOptionValue(SEEN, Path.of(""));
    if (file.toString().isEmpty()) {
      return LogCheck.run(source, Optional.empty()).match(this::right, this::wrong);
    }
    Outcome outcome = LogCheck.run(source, seen(file));
    int exit = outcome.match(this::right, this::wrong);
    if (outcome instanceof Outcome.Right right) {
      try {
        OwnFile.replace(file, right.seen().text());
      } catch (IOException e) {
        throw unusable(file, e);
      }
    }
    return exit;
  }

  private static Optional<Seen> seen(Path file) {
    try {
      return Optional.of(Seen.parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static UnavailableException unusable(Path file, IOException e) {
    return new UnavailableException(
        Words.text("verify.seen-unusable", file.toString(), e.toString()), e);
  }

  private int right(Outcome.Right right) {
    if (right.entries() == 0) {
      print(Words.text("verify.empty"));
      return Exit.NO;
    }
    print(Words.text("verify.fine", right.entries(), right.head()));
    print(Words.text("verify.key", right.seen().key()));
    if (right.erased() > 0) {
      print(Words.text("verify.erased", right.erased()));
    }
    return Exit.FINE;
  }

  private int wrong(Outcome.Wrong wrong) {
    String fault = wrong.fault().name().toLowerCase(Locale.ROOT);
    print(Words.text("wrong." + fault, wrong.where()));
    return Exit.NO;
  }
}
