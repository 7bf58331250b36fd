package org.sverka.feed;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses bodies that are made once and sent often. Brotli needs a native library; where there
 * is none for the platform, its form is empty and readers are given gzip.
 */
final class Compression {
  private static final int WORTH_IT = 512;
  private static final int LARGE = 1 << 20;

  // A quality of 11 saves another tenth and takes a hundred times as long: readers see a new
  // revision before that is done.
  private static final Encoder.Parameters BROTLI = Encoder.Parameters.create(5);

  private Compression() {}

  /** The bytes compressed; empty if they are too few to be worth it. */
  static byte[] gzip(byte[] bytes) {
    if (bytes.length < WORTH_IT) {
      return new byte[0];
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4);
    try (Gzip stream = new Gzip(compressed, bytes.length < LARGE)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return compressed.toByteArray();
  }

  /** The bytes compressed; empty if they are too few, or there is no library. */
  static byte[] brotli(byte[] bytes) {
    if (bytes.length < WORTH_IT || !Brotli4jLoader.isAvailable()) {
      return new byte[0];
    }
    try {
      return Encoder.compress(bytes, BROTLI);
    } catch (IOException e) {
      throw new UncheckedIOException("Compressing in memory does not fail", e);
    }
  }

  private static final class Gzip extends GZIPOutputStream {
    Gzip(ByteArrayOutputStream target, boolean best) throws IOException {
      super(target);
      def.setLevel(best ? Deflater.BEST_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
    }
  }
}
