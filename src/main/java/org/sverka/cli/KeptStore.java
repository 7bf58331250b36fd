package org.sverka.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.sverka.store.Stores;

/** Keeps a mistyped data directory from being made and found empty. */
final class KeptStore {
  private KeptStore() {}

  /**
   * Makes sure that there is something to read.
   *
   * @throws UnavailableException if the directory holds no store
   */
  static void require(Path directory) {
    if (!Files.exists(directory.resolve(Stores.FILE))) {
      throw new UnavailableException(Words.text("store.none", directory.toString()));
    }
  }
}
