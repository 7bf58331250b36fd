package org.sverka.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import org.sverka.local.LocalSheetFile;
import org.sverka.log.EntryJson;
import org.sverka.log.SealedEntry;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Charter;
import org.sverka.sync.Store;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code export}: the change log of the store, one entry a line; with {@code --xlsx FILE} the
 * embedded sheet as a file instead.
 */
final class ExportCommand extends Command {
  private static final String XLSX = "--xlsx";
  private static final JsonFactory JSON = new JsonFactory();

  ExportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("export.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    spec.addOption(
        OptionSpec.builder(XLSX)
            .paramLabel("FILE")
            .type(Path.class)
            .description(Words.text("export.xlsx"))
            .build());
  }

  @Override
  public Integer call() throws IOException {
    Path file = arguments().matchedOptionValue(XLSX, Path.of(""));
    return file.toString().isEmpty() ? log() : sheet(file.toAbsolutePath());
  }

  private int sheet(Path file) {
    Settings settings = settings();
    if (!settings.embedded()) {
      throw new UnavailableException(Words.text("export.not-embedded"));
    }
    KeptStore.require(settings.dataDir());
    try (DataDirectory data = DataDirectory.open(settings.dataDir())) {
      write(file, settings, data);
      return Exit.FINE;
    } catch (IOException e) {
      throw new UnavailableException(Words.text("export.unwritable", file, e.toString()), e);
    }
  }

  /** Writes beside the file and moves it there, so that no half of one is ever mailed. */
  private static void write(Path file, Settings settings, DataDirectory data) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      boolean found;
      try (OutputStream out = Files.newOutputStream(draft)) {
        found = LocalSheetFile.export(Sheets.file(data), settings.spreadsheetId(), out);
      }
      if (!found) {
        throw new UnavailableException(
            Words.text("export.no-sheet", settings.spreadsheetId(), data.path()));
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private int log() throws IOException {
    Settings settings = settings();
    Charter charter = Roadmaps.charter(settings.roadmap());
    KeptStore.require(settings.dataDir());
    try (DataDirectory data = DataDirectory.open(settings.dataDir());
        Store store = Stores.open(settings.store(), data)) {
      Iterator<SealedEntry> entries = LogPages.of(store.log(charter.roadmap().id()));
      while (entries.hasNext()) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
          EntryJson.write(json, entries.next());
        }
        print(line.toString());
      }
    }
    return Exit.FINE;
  }
}
