package org.sverka.local;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses answers; done by the workers, since a large one would hold up the event loop. */
final class Gzip {
  private static final int WORTH_IT = 1024;

  private Gzip() {}

  /** Whether a body of this size should go compressed to a client that accepts this. */
  static boolean wanted(@Nullable String acceptEncoding, int size) {
    return size >= WORTH_IT && acceptEncoding != null && acceptEncoding.contains("gzip");
  }

  static Buffer compress(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
