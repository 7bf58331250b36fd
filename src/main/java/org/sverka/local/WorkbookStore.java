package org.sverka.local;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where workbooks are kept. */
interface WorkbookStore extends AutoCloseable {

  /** The workbook as it was last saved; nothing if there is none, or it was removed. */
  Optional<Workbook> load(String id);

  /**
   * Saves a workbook. MUST return only once the change will outlive a crash of the process.
   *
   * @param before what is saved of it now, if anything; only what differs is written
   * @param editor who made the change
   */
  void save(@Nullable Workbook before, Workbook after, Editor editor);

  /** Removes a workbook for good. */
  void remove(String id, Editor editor, Instant now);

  /** The same workbooks as Drive's files. */
  FileStore files();

  @Override
  void close();
}
