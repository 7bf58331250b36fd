package org.sverka.google;

import com.google.api.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.sverka.text.Sha256;

/**
 * An answer of the server as it was sent: read to its end, but neither unpacked nor looked into. So
 * it can be told apart from the last one at the price of its packed size.
 */
final class RawAnswer {
  /** What Google's client makes of a first line that it can't read. */
  private static final int NO_STATUS = 0;

  private static final int NO_CONTENT = 204;

  private final int status;
  private final String contentType;
  private final String retryAfter;
  private final boolean packed;
  private final byte[] sent;
  private final int most;

  private RawAnswer(
      int status, String contentType, String retryAfter, boolean packed, byte[] sent, int most) {
    this.status = status;
    this.contentType = contentType;
    this.retryAfter = retryAfter;
    this.packed = packed;
    this.sent = sent;
    this.most = most;
  }

  /**
   * Reads the answer to its end.
   *
   * @throws IOException if it ends early, is too large or takes too long
   */
  static RawAnswer read(HttpResponse response, HttpLimits limits) throws IOException {
    try {
      if (response.getStatusCode() == NO_STATUS) {
        throw new IOException("What came is no answer of HTTP");
      }
      return new RawAnswer(
          response.getStatusCode(),
          Absent.text(response.getContentType()),
          Absent.text(response.getHeaders().getRetryAfter()),
          "gzip".equalsIgnoreCase(response.getContentEncoding()),
          sent(response, limits),
          limits.answerBytes());
    } finally {
      response.disconnect();
    }
  }

  /** Whether it is what was asked for, as far as the status tells. */
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  /** Whether nothing came of it, not even all headers. */
  boolean isBrokenOff() {
    return status != NO_CONTENT && sent.length == 0 && contentType.isEmpty();
  }

  /** Whether it calls itself JSON. */
  boolean isJson() {
    return contentType.startsWith("application/json");
  }

  /** Tells two answers apart: the digest of the bytes that were sent. */
  String digest() {
    return Sha256.hex(sent) + (packed ? "/gzip" : "");
  }

  /**
   * The text of the body, a stretch at a time. Reading it fails if it is damaged, is not UTF-8 or
   * grows over the limit: strict, because a damaged text must not pass for an edit, and a small
   * packed answer must not grow without end.
   */
  Reader content() throws IOException {
    InputStream bytes = new ByteArrayInputStream(sent);
    InputStream unpacked = packed && sent.length > 0 ? new GZIPInputStream(bytes, 8192) : bytes;
    return new InputStreamReader(
        new Bounded(unpacked, most),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The whole answer as text; for answers that are small. */
  Answer text() throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8192];
    try (Reader content = content()) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        text.append(buffer, 0, read);
      }
    }
    return new Answer(status, contentType, retryAfter, text.toString());
  }

  private static byte[] sent(HttpResponse response, HttpLimits limits) throws IOException {
    InputStream content = response.getContent();
    if (content == null) {
      return new byte[0];
    }
    try (InputStream bounded = new Bounded(content, limits.answerBytes())) {
      return whole(bounded, limits.total());
    }
  }

  private static byte[] whole(InputStream content, Duration within) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    long start = System.nanoTime();
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (System.nanoTime() - start > within.toNanos()) {
        throw new IOException("The answer took longer than " + within.toSeconds() + " s");
      }
    }
    return bytes.toByteArray();
  }

  /** Fails as soon as more than so many bytes have been read. */
  private static final class Bounded extends FilterInputStream {
    private final int most;
    private long count;

    Bounded(InputStream in, int most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      counted(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      counted(read);
      return read;
    }

    private void counted(int read) throws IOException {
      count += Math.max(0, read);
      if (count > most) {
        throw new OversizeException(most);
      }
    }
  }
}
