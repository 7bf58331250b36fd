package org.sverka.feed;

import java.time.Instant;
import org.sverka.text.Sha256;

/**
 * Bytes ready to be sent, plain and compressed, each with an entity tag of its own. The tag carries
 * the revision and a digest of the bytes, so it is the same after a restart.
 */
public final class Representation {
  private static final int DIGEST_DIGITS = 12;

  private final String contentType;
  private final String tag;
  private final Instant modifiedAt;
  private final byte[] plain;
  private final byte[] gzip;
  private final byte[] brotli;

  private Representation(
      String contentType,
      String tag,
      Instant modifiedAt,
      byte[] plain,
      byte[] gzip,
      byte[] brotli) {
    this.contentType = contentType;
    this.tag = tag;
    this.modifiedAt = modifiedAt;
    this.plain = plain;
    this.gzip = gzip;
    this.brotli = brotli;
  }

  /**
   * Makes all forms.
   *
   * @param bytes must not be changed afterwards
   */
  public static Representation of(
      String contentType, long revision, Instant modifiedAt, byte[] bytes) {
    String tag = revision + "-" + Sha256.hex(bytes).substring(0, DIGEST_DIGITS);
    return new Representation(
        contentType, tag, modifiedAt, bytes, Compression.gzip(bytes), Compression.brotli(bytes));
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

  /** The entity tag of the bytes in Brotli, quoted. */
  public String brotliEtag() {
    return '"' + tag + "-br\"";
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

  /** The bytes in Brotli themselves, not a copy; none if there is no such form. */
  public byte[] brotli() {
    return brotli;
  }
}
