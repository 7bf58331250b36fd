package org.sverka.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.sverka.text.Sha256;

/**
 * Bytes ready to be sent, plain and compressed, each with an entity tag of its own. The tag carries
 * the revision and a digest of the bytes, so it is the same after a restart.
 */
public final class Representation {
  private static final int WORTH_COMPRESSING = 512;
  private static final int DIGEST_DIGITS = 12;

  private final String contentType;
  private final String tag;
  private final Instant modifiedAt;
  private final byte[] plain;
  private final byte[] gzip;

  private Representation(
      String contentType, String tag, Instant modifiedAt, byte[] plain, byte[] gzip) {
    this.contentType = contentType;
    this.tag = tag;
    this.modifiedAt = modifiedAt;
    this.plain = plain;
    this.gzip = gzip;
  }

  /**
   * Makes both forms.
   *
   * @param bytes must not be changed afterwards
   */
  public static Representation of(
      String contentType, long revision, Instant modifiedAt, byte[] bytes) {
    String tag = revision + "-" + Sha256.hex(bytes).substring(0, DIGEST_DIGITS);
    byte[] gzip = bytes.length < WORTH_COMPRESSING ? new byte[0] : gzip(bytes);
    return new Representation(contentType, tag, modifiedAt, bytes, gzip);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4);
    try (Best stream = new Best(compressed)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return compressed.toByteArray();
  }

  /** Made once and sent often: worth the most effort. */
  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream target) throws IOException {
      super(target);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  /** Its media type, with the character set where one belongs. */
  public String contentType() {
    return contentType;
  }

  /** The entity tag of the plain bytes, quoted. */
  public String etag() {
    return '"' + tag + '"';
  }

  /** The entity tag of the compressed bytes, quoted. */
  public String gzipEtag() {
    return '"' + tag + "-gzip\"";
  }

  /** Since when these are the bytes. */
  public Instant modifiedAt() {
    return modifiedAt;
  }

  /** Whether there is a compressed form: small ones are not worth it. */
  public boolean hasGzip() {
    return gzip.length > 0;
  }

  /** The bytes themselves, not a copy. */
  public byte[] plain() {
    return plain;
  }

  /** The compressed bytes themselves, not a copy. */
  public byte[] gzip() {
    return gzip;
  }
}
