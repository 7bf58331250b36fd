package org.sverka.store;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.sverka.sync.StoreException;

/**
 * A database with Sverka's tables in it, whichever it is: the one place that knows its dialect.
 * Blocking; may be used by several threads.
 */
interface Database extends AutoCloseable {
  /**
   * Reads in one transaction, so that all is of one moment.
   *
   * @throws StoreException if the database fails
   */
  <T> T read(HandleCallback<T, RuntimeException> work);

  /**
   * Writes in one transaction, one writer at a time. When this returns, it is on the disk.
   *
   * @throws StoreException if the database fails; then nothing was written
   */
  void write(HandleConsumer<RuntimeException> work);

  /**
   * Leaves nothing on the disk of what was deleted or overwritten.
   *
   * @throws StoreException if the database fails
   */
  void compact();

  @Override
  void close();
}
