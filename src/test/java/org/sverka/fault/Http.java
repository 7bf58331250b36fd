package org.sverka.fault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A request or an answer as bytes: as much of HTTP/1.1 as a proxy needs that damages it.
 *
 * @param lines the first line and the headers
 * @param body without its chunks
 */
record Http(List<String> lines, byte[] body) {
  /** Reads one; fails if it is not whole. */
  static Http read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    if (lines.isEmpty()) {
      throw new EOFException("nothing came");
    }
    Http head = new Http(lines, new byte[0]);
    if (head.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      return new Http(lines, chunks(in));
    }
    String length = head.header("Content-Length");
    if (length.isEmpty() && head.start()[1].equals("200")) {
      throw new EOFException("nobody can tell where it ends");
    }
    return length.isEmpty() ? head : new Http(lines, exactly(in, Integer.parseInt(length)));
  }

  /** Whether the bytes are one that is whole. */
  static boolean isWhole(byte[] bytes) {
    try {
      return read(new ByteArrayInputStream(bytes)) != null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  String header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }

  /** The words of the first line. */
  String[] start() {
    return lines.get(0).split(" ", 3);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Without some headers. */
  Http without(String... names) {
    List<String> kept = new ArrayList<>(lines);
    for (String name : names) {
      kept.removeIf(
          line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"));
    }
    return new Http(kept, body);
  }

  Http with(String header) {
    List<String> more = new ArrayList<>(lines);
    more.add(header);
    return new Http(more, body);
  }

  Http withBody(byte[] other) {
    return new Http(lines, other);
  }

  /** Not packed any more. */
  Http unpacked() throws IOException {
    if (!header("Content-Encoding").equals("gzip")) {
      return this;
    }
    try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return without("Content-Encoding").withBody(gzip.readAllBytes());
    }
  }

  static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  /** The head as it is sent, for a body of that length. */
  byte[] head(long length) {
    return head("Content-Length: " + length);
  }

  /** The head as it is sent, with one more header. */
  byte[] head(String framing) {
    Http plain = without("Content-Length", "Transfer-Encoding", "Connection");
    String head =
        String.join("\r\n", plain.with(framing).with("Connection: close").lines) + "\r\n\r\n";
    return head.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the body breaks off");
    }
    return bytes;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(exactly(in, size));
      String unused = line(in);
    }
    String unused = line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (bytes.size() == 0) {
          return "";
        }
        throw new EOFException("a line breaks off");
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
