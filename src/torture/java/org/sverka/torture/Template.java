package org.sverka.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Store;

/**
 * A data directory to begin with.
 *
 * @param path of it; copied for each case; nothing is there if the case begins with nothing
 * @param hashes of its entries, by number
 */
record Template(Path path, Map<Long, String> hashes) {
  /** One with that many entries, closed in order. */
  static Template of(Path path, int entries) {
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory)) {
      for (int i = 0; i < entries; i++) {
        Entries.Entered unused = Entries.add(store, "before " + i);
      }
    }
    return new Template(path, Checker.look(path, Optional.empty()).hashes());
  }

  /** None: the turn makes it. */
  static Template none(Path path) {
    return new Template(path, Map.of());
  }

  Path copy(Path work, String name) throws IOException {
    return hashes.isEmpty() ? Folders.fresh(work, name) : Folders.copy(path, work, name);
  }
}
