package org.sverka.google;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;

/**
 * Prints, for each number of measures, the bytes of an answer and what its snapshot takes of the
 * heap.
 */
public final class SnapshotSize {
  private static final int LEAST_CELLS = 2_000_000;

  private SnapshotSize() {}

  /**
   * @param counts numbers of measures
   */
  public static void main(String[] counts) throws IOException {
    for (String count : counts) {
      int measures = Integer.parseInt(count);
      byte[] packed = LargeTab.packed(measures, "В работе");
      long plain = LargeTab.answer(packed).text().body().getBytes("UTF-8").length;
      // Many of the small ones, so that what else happens on the heap does not count.
      int copies = Math.max(1, LEAST_CELLS / (measures * 12));
      List<Snapshot> kept = new ArrayList<>(copies);
      read(packed);
      long before = used();
      for (int i = 0; i < copies; i++) {
        kept.add(read(packed));
      }
      long each = (used() - before) / kept.size();
      System.out.printf("%d,%d,%d,%d%n", measures, plain, packed.length, each);
    }
  }

  private static Snapshot read(byte[] packed) throws IOException {
    return new SnapshotReader(new Failures("roadmap", () -> ""))
        .read(LargeTab.answer(packed), LargeTab.SHEET_ID, SheetGateway.NO_TAB)
        .table()
        .orElseThrow();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
