package org.sverka.store;

import java.util.Locale;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;

/** Opens the store that the settings ask for. */
public final class Stores {
  /** Name of the database in the data directory. */
  public static final String FILE = "sverka.db";

  private Stores() {}

  /**
   * Opens the store and brings its tables up to date. The caller closes it, before the directory.
   *
   * @param url the setting {@code SVERKA_STORE}: empty for a database in the directory. A {@code
   *     jdbc:postgresql:} URL is refused in this version
   * @throws StoreException if it cannot be opened; the message is for the operator and repeats
   *     nothing of the URL, which may hold a password
   */
  public static Store open(String url, DataDirectory directory) {
    String asked = url.strip().toLowerCase(Locale.ROOT);
    if (asked.isEmpty()) {
      return new SqlStore(SqliteDatabase.open(directory.file(FILE)));
    }
    boolean postgresql = asked.startsWith("jdbc:postgresql:");
    throw new StoreException(Words.text(postgresql ? "store-postgresql" : "store-unknown"));
  }
}
