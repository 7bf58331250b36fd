package org.sverka.cli;

import java.nio.file.Path;
import org.sverka.store.Backup;
import picocli.CommandLine.Model.CommandSpec;

/** {@code backup DIR}: a copy of the data directory, also while the service runs. */
final class BackupCommand extends Command {
  BackupCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("backup.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    addPositional(spec, "DIR", Path.class, Words.text("backup.to"));
  }

  @Override
  public Integer call() {
    Path target = arguments().matchedPositionalValue(0, Path.of(""));
    Path directory = settingsWithoutSheet().dataDir();
    KeptStore.require(directory);
    Backup.make(directory, target);
    print(Words.text("backup.done", target.toAbsolutePath().normalize().toString()));
    return Exit.FINE;
  }
}
