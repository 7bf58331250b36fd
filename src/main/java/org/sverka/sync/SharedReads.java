package org.sverka.sync;

import java.util.concurrent.atomic.AtomicInteger;

/** The reads that the sheets of one credential share, and how many share them. Thread-safe. */
public final class SharedReads {
  private final double perMinute;
  private final AtomicInteger sheets = new AtomicInteger();
  private final AtomicInteger underEdit = new AtomicInteger();

  /**
   * @param perMinute how many there are; infinite if there is no limit
   */
  public SharedReads(double perMinute) {
    this.perMinute = perMinute;
  }

  /** For a server without a quota. */
  public static SharedReads unlimited() {
    return new SharedReads(Double.POSITIVE_INFINITY);
  }

  /** One more sheet wants its share. */
  Seat join() {
    int unused = sheets.incrementAndGet();
    return new Seat();
  }

  /** How they are shared at present. */
  Share share() {
    return new Share(sheets.get(), underEdit.get(), perMinute);
  }

  /**
   * How reads are shared.
   *
   * @param sheets how many share them
   * @param underEdit how many of these are under edit
   * @param readsPerMinute how many there are; infinite if there is no limit
   */
  record Share(int sheets, int underEdit, double readsPerMinute) {}

  /** The place of one sheet. */
  final class Seat {
    private boolean busy;

    /** Says whether the sheet is under edit. */
    synchronized void underEdit(boolean is) {
      if (is != busy) {
        busy = is;
        int unused = underEdit.addAndGet(is ? 1 : -1);
      }
    }
  }
}
