package org.sverka.local;

import java.util.List;
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
   */
  void save(@Nullable Workbook before, Workbook after);

  /** Removes a workbook for good. */
  void remove(String id);

  /** The number that the next change of any workbook will get. */
  long nextChange();

  /** Workbooks that changed since, oldest first, each with its last change only. */
  List<Change> changesFrom(long number, int limit);

  /** The last change of one workbook. */
  record Change(long number, String workbookId, boolean removed, String at) {}

  @Override
  void close();
}
