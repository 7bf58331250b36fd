package org.sverka.local;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sverka.text.Sha256;

/** Files below one folder of the class path, kept in memory once they were read. */
final class ClasspathFiles {
  private static final int TAG_DIGITS = 32;
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z0-9_@][A-Za-z0-9_@.-]*(/[A-Za-z0-9_@][A-Za-z0-9_@.-]*)*");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=UTF-8",
          "css", "text/css; charset=UTF-8",
          "js", "text/javascript; charset=UTF-8",
          "mjs", "text/javascript; charset=UTF-8",
          "json", "application/json; charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private final String folder;
  private final Map<String, Found> known = new ConcurrentHashMap<>();

  ClasspathFiles(String folder) {
    this.folder = folder;
  }

  /** A file with its type and strong tag. */
  record Found(Buffer content, Buffer compressed, String type, String tag) {}

  /** Finds a file of a known type. Blocks when it is asked for the first time. */
  Optional<Found> find(String path) {
    Found found = known.get(path);
    String ending = path.substring(path.lastIndexOf('.') + 1);
    if (found != null || !SAFE.matcher(path).matches() || !TYPES.containsKey(ending)) {
      return Optional.ofNullable(found);
    }
    try (InputStream stream = ClasspathFiles.class.getResourceAsStream(folder + path)) {
      if (stream == null) {
        return Optional.empty();
      }
      byte[] bytes = stream.readAllBytes();
      Found read =
          new Found(
              Buffer.buffer(bytes),
              Gzip.compress(bytes),
              TYPES.getOrDefault(ending, ""),
              "\"" + Sha256.hex(bytes).substring(0, TAG_DIGITS) + "\"");
      known.put(path, read);
      return Optional.of(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
