package org.sverka.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.sverka.feed.Representation;

/**
 * The files that the program brings along: schemas, the description of the API, the style sheet.
 */
final class Documents {
  /** The names of the schemas. */
  static final List<String> SCHEMAS =
      List.of(
          "feed",
          "measure",
          "roadmaps",
          "summary",
          "changes",
          "entry",
          "event",
          "news",
          "datapackage",
          "problem");

  private final Map<String, Ready> byPath = new HashMap<>();
  private final String stylePath;
  private final String iconPath;
  private final String embedPageScriptPath;
  private final String checkPageScriptPath;

  /**
   * @param builtAt what their last change is said to be: the start of the program
   */
  Documents(Instant builtAt) {
    for (String schema : SCHEMAS) {
      byte[] bytes = read("schemas/" + schema + ".json");
      put("/schemas/" + schema + ".json", Policy.API, "application/schema+json", builtAt, bytes);
    }
    put("/openapi.json", Policy.API, "application/json", builtAt, read("openapi.json"));
    stylePath = asset("sverka", "css", "text/css; charset=utf-8", builtAt);
    iconPath = asset("icon", "svg", "image/svg+xml", builtAt);
    embedPageScriptPath = asset("embed-page", "js", "text/javascript; charset=utf-8", builtAt);
    checkPageScriptPath = asset("check-page", "js", "text/javascript; charset=utf-8", builtAt);
  }

  private String asset(String name, String ending, String contentType, Instant builtAt) {
    byte[] bytes = read("assets/" + name + "." + ending);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    String path = "/assets/%s-%08x.%s".formatted(name, sum.getValue(), ending);
    put(path, Policy.ASSET, contentType, builtAt, bytes);
    return path;
  }

  private void put(String path, Policy policy, String contentType, Instant builtAt, byte[] bytes) {
    byPath.put(path, Ready.of(policy, Representation.of(contentType, 0, builtAt, bytes)));
  }

  /** A file beside the classes of this package. */
  static byte[] read(String name) {
    try (InputStream stream = Documents.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The program is incomplete: no " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The program is incomplete: " + name, e);
    }
  }

  /** Where the style sheet is; the address changes with its content. */
  String stylePath() {
    return stylePath;
  }

  /** Where the icon is; the address changes with its content. */
  String iconPath() {
    return iconPath;
  }

  /** Where the script of the page is that checks statements. */
  String checkPageScriptPath() {
    return checkPageScriptPath;
  }

  /** Where the script of the page for webmasters is; the address changes with its content. */
  String embedPageScriptPath() {
    return embedPageScriptPath;
  }

  /** Whatever the query: none of them depends on one. */
  void send(Exchange exchange) {
    Ready ready = byPath.get(exchange.path());
    if (ready == null) {
      throw ProblemException.notFound();
    }
    exchange.send(ready);
  }
}
