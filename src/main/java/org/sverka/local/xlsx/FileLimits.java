package org.sverka.local.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.opc.PackagePart;

/**
 * How large a file may be once it is unpacked. Asked before anything is kept of it, by the very
 * class that POI unpacks with; POI's own limits for each part stay on besides.
 */
final class FileLimits {
  /** A table of 10,000 rows comes to about a fifth of it. */
  static final long MOST_UNPACKED = 64L << 20;

  /** Cells that hold anything, in all tabs. */
  static final int MOST_CELLS = 1_000_000;

  private static final int MOST_PARTS = 1000;
  private static final int LARGEST_TREE = 4 << 20;
  // As POI has it for each part, which it then calls damaged.
  private static final long MOST_PACKED = 100;
  private static final long GRACE = 100 << 10;
  private static final int CHUNK = 65_536;

  private FileLimits() {}

  static void require(byte[] zip) throws IOException {
    long total = 0;
    int parts = 0;
    byte[] chunk = new byte[CHUNK];
    try (ZipArchiveInputStream in = new ZipArchiveInputStream(new ByteArrayInputStream(zip))) {
      while (in.getNextEntry() != null) {
        parts++;
        require(parts <= MOST_PARTS);
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          total += read;
          require(total <= MOST_UNPACKED);
        }
      }
    }
    require(total <= GRACE || total / zip.length < MOST_PACKED);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw Words.refusal("too-large");
    }
  }

  /** Refuses a part that is read as a tree, which takes many times its size, and is large. */
  static void requireSmall(PackagePart part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      require(in.readNBytes(LARGEST_TREE + 1).length <= LARGEST_TREE);
    }
  }
}
