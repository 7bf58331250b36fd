package org.sverka.store;

import java.util.Locale;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;

/** Opens the store that the settings ask for. */
public final class Stores {
  /** Name of the database in the data directory. */
  public static final String FILE = "sverka.db";

  /** What the origin of a log begins with if no public address is known when its key is made. */
  public static final String NO_HOST = "sverka.internal";

  private Stores() {}

  /** The same where it is not known how the world reaches the log. */
  public static Store open(String url, DataDirectory directory) {
    return open(url, directory, NO_HOST);
  }

  /**
   * Opens the store and brings its tables up to date. The caller closes it, before the directory.
   *
   * @param url the setting {@code SVERKA_STORE}: empty for a database in the directory. A {@code
   *     jdbc:postgresql:} URL is refused in this version
   * @param host how the world reaches the logs, such as {@code sverka.example}: the origin of a log
   *     whose key is yet to be made begins with it
   * @throws StoreException if it cannot be opened; the message is for the operator and repeats
   *     nothing of the URL, which may hold a password
   */
  public static Store open(String url, DataDirectory directory, String host) {
    String asked = url.strip().toLowerCase(Locale.ROOT);
    if (asked.isEmpty()) {
      Database database = SqliteDatabase.open(directory.file(FILE));
      try {
        SqliteSchema.requireWhole(database);
        SqliteSchema.requireNumbered(database);
        Facets.mend(database);
        TreeCatchUp.run(database);
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
      return new SqlStore(database, new Notary(directory, host));
    }
    boolean postgresql = asked.startsWith("jdbc:postgresql:");
    throw new StoreException(Words.text(postgresql ? "store-postgresql" : "store-unknown"));
  }
}
