package org.sverka.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sverka.disk.OwnFile;

/**
 * What a process that ended in the middle of a write left in the write-ahead log of SQLite. SQLite
 * itself leaves it out without a word (https://sqlite.org/fileformat2.html#the_write_ahead_log).
 */
final class WriteAheadLog {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;

  private static final int LEAST_PAGE = 512;
  private static final int LARGEST_PAGE = 65_536;

  /** Where header and frame say of which round of the file they are, in eight bytes. */
  private static final int ROUND = 16;

  private static final int ROUND_OF_FRAME = 8;
  private static final int SUMS_OF_FRAME = 16;

  private final InputStream frames;
  private final ByteBuffer header;
  private final ByteOrder order;
  private final int pageSize;
  private int first;
  private int second;

  private WriteAheadLog(InputStream frames, ByteBuffer header) {
    this.frames = frames;
    this.header = header;
    this.order = (header.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.pageSize = header.getInt(8);
  }

  /**
   * How many bytes at the end belong to no whole transaction. Frames of earlier rounds, which are
   * yet to be written over, do not count, nor does one whose round is damaged.
   *
   * @param file need not be there
   * @throws IOException if it can't be read
   */
  static long unfinished(Path file) throws IOException {
    if (!OwnFile.isThere(file)) {
      return 0;
    }
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] header = stream.readNBytes(HEADER);
      if (header.length < HEADER) {
        return header.length;
      }
      WriteAheadLog log = new WriteAheadLog(stream, ByteBuffer.wrap(header));
      return log.pageSize < LEAST_PAGE || log.pageSize > LARGEST_PAGE ? HEADER : log.unfinished();
    }
  }

  private long unfinished() throws IOException {
    add(header.slice(0, FRAME_HEADER));
    boolean whole = true;
    long since = 0;
    for (ByteBuffer frame = next(); isOfThisRound(frame); frame = next()) {
      whole = whole && isWhole(frame);
      boolean ends = whole && frame.getInt(4) != 0;
      since = ends ? 0 : since + frame.limit();
    }
    return since;
  }

  private ByteBuffer next() throws IOException {
    return ByteBuffer.wrap(frames.readNBytes(FRAME_HEADER + pageSize));
  }

  /** A piece too short to say so counts as one. */
  private boolean isOfThisRound(ByteBuffer frame) {
    return frame.hasRemaining()
        && (frame.limit() < SUMS_OF_FRAME
            || frame.getLong(ROUND_OF_FRAME) == header.getLong(ROUND));
  }

  private boolean isWhole(ByteBuffer frame) {
    if (frame.limit() < FRAME_HEADER + pageSize) {
      return false;
    }
    add(frame.slice(0, ROUND_OF_FRAME));
    add(frame.slice(FRAME_HEADER, pageSize));
    return first == frame.getInt(SUMS_OF_FRAME) && second == frame.getInt(SUMS_OF_FRAME + 4);
  }

  /** The sums go on from frame to frame. */
  private void add(ByteBuffer bytes) {
    ByteBuffer words = bytes.order(order);
    while (words.hasRemaining()) {
      first += words.getInt() + second;
      second += words.getInt() + first;
    }
  }
}
