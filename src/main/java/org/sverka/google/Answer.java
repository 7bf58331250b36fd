package org.sverka.google;

import com.google.api.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/**
 * An answer of the server, read whole.
 *
 * @param contentType as sent; empty if it was not
 * @param retryAfter the header of that name; empty if it was not sent
 */
record Answer(int status, String contentType, String retryAfter, String body) {
  /**
   * Reads the answer to its end.
   *
   * @throws IOException if it ends early, is too large, takes too long or is not UTF-8
   */
  static Answer read(HttpResponse response, HttpLimits limits) throws IOException {
    try {
      String type = response.getContentType();
      String retryAfter = response.getHeaders().getRetryAfter();
      return new Answer(
          response.getStatusCode(),
          type == null ? "" : type,
          retryAfter == null ? "" : retryAfter,
          body(response, limits));
    } finally {
      response.disconnect();
    }
  }

  /** Whether it is what was asked for, as far as the status tells. */
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether it calls itself JSON and looks like an object. */
  boolean isJsonObject() {
    String text = body.strip();
    return contentType.startsWith("application/json") && text.startsWith("{") && text.endsWith("}");
  }

  private static String body(HttpResponse response, HttpLimits limits) throws IOException {
    InputStream content = response.getContent();
    if (content == null) {
      return "";
    }
    try (content) {
      byte[] sent = bounded(content, limits.answerBytes(), limits.total());
      byte[] bytes = isGzip(response) ? unpacked(sent, limits) : sent;
      // Strict, because a damaged text must not pass for an edit.
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    }
  }

  private static boolean isGzip(HttpResponse response) {
    return "gzip".equalsIgnoreCase(response.getContentEncoding());
  }

  /** A small packed answer can't grow without end. */
  private static byte[] unpacked(byte[] packed, HttpLimits limits) throws IOException {
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return bounded(content, limits.answerBytes(), limits.total());
    }
  }

  private static byte[] bounded(InputStream content, int most, Duration within) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    long start = System.nanoTime();
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > most) {
        throw new IOException("The answer is larger than " + most + " bytes");
      }
      if (System.nanoTime() - start > within.toNanos()) {
        throw new IOException("The answer took longer than " + within.toSeconds() + " s");
      }
    }
    return bytes.toByteArray();
  }
}
