package org.sverka.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import org.sverka.log.EntryJson;
import org.sverka.log.SealedEntry;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Charter;
import org.sverka.sync.Store;

/** {@code export}: the change log of the store, one entry a line. */
final class ExportCommand extends Command {
  private static final JsonFactory JSON = new JsonFactory();

  ExportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("export.summary");
  }

  @Override
  public Integer call() throws IOException {
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
