package org.sverka.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.sverka.store.Backup;
import org.sverka.store.DataDirectory;
import picocli.CommandLine.Model.CommandSpec;

/** {@code restore DIR}: puts a backup in the place of the database; offline. */
final class RestoreCommand extends Command {
  private static final DateTimeFormatter MARK =
      DateTimeFormatter.ofPattern("'.replaced-'uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  RestoreCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("restore.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    addPositional(spec, "DIR", Path.class, Words.text("restore.from"));
  }

  @Override
  public Integer call() {
    Path backup = arguments().matchedPositionalValue(0, Path.of(""));
    Path directory = settingsWithoutSheet().dataDir();
    try (DataDirectory data = DataDirectory.open(directory)) {
      Backup.Restored restored =
          Backup.restore(backup, data, MARK.format(InstantSource.system().instant()));
      print(Words.text("restore.done", data.path().toString()));
      if (restored.lacking().isEmpty()) {
        print(Words.text(restored.knowsBetter() ? "restore.own" : "restore.alone"));
      }
      restored
          .lacking()
          .forEach(
              log ->
                  print(
                      Words.text(
                          "restore.behind",
                          log.name(),
                          String.valueOf(log.entries()),
                          String.valueOf(log.signed()),
                          data.path().toString())));
      restored.kept().ifPresent(path -> print(Words.text("restore.kept", path.toString())));
    }
    return Exit.FINE;
  }
}
