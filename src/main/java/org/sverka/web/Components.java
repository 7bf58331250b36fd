package org.sverka.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sverka.feed.Representation;
import org.sverka.text.Sha256;
import org.sverka.web.page.EmbedScript;

/**
 * The web component for other sites, in every version that ever went out: a page that names one by
 * its digest is answered for good, so a file of a version is never changed or taken away.
 */
final class Components {
  private static final int DIGEST_DIGITS = 16;

  /** Oldest first. A change to what has gone out is a new file. */
  private static final List<String> VERSIONS = List.of("1", "2");

  private static final String FOLDER = "/embed/";

  private final Map<String, Ready> byPath = new LinkedHashMap<>();
  private final EmbedScript newest;
  private final Ready newestReady;

  /**
   * @param publicUrl how the world reaches us, without a slash at its end
   * @param builtAt what their last change is said to be: the start of the program
   */
  Components(String publicUrl, Instant builtAt) {
    byte[] bytes = {};
    for (String version : VERSIONS) {
      bytes = Documents.read("embed/" + version + ".js");
      byPath.put(path(bytes), ready(Policy.SCRIPT, builtAt, bytes));
    }
    newest = new EmbedScript(path(bytes), publicUrl + path(bytes), integrity(bytes));
    newestReady = ready(Policy.NEWEST_SCRIPT, builtAt, bytes);
  }

  private static Ready ready(Policy policy, Instant builtAt, byte[] bytes) {
    return Ready.of(policy, Representation.of("text/javascript; charset=utf-8", 0, builtAt, bytes));
  }

  private static String path(byte[] bytes) {
    return FOLDER + Sha256.hex(bytes).substring(0, DIGEST_DIGITS) + ".js";
  }

  /** {@code sha384-} and the digest, see <a href="https://www.w3.org/TR/SRI/">SRI</a>. */
  static String integrity(byte[] bytes) {
    return "sha384-" + digest("SHA-384", bytes);
  }

  /** A source of a Content-Security-Policy that stands for a style element with this content. */
  static String styleSource(String style) {
    return "'sha256-" + digest("SHA-256", style.getBytes(StandardCharsets.UTF_8)) + "'";
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }

  /** What a page that is made today should name. */
  EmbedScript script() {
    return newest;
  }

  /** Whatever the query: site builders append one to every script. */
  void newest(Exchange exchange) {
    exchange.send(newestReady);
  }

  /** Whatever the query, likewise. */
  void version(Exchange exchange) {
    Ready ready = byPath.get(exchange.path());
    if (ready == null) {
      throw ProblemException.notFound();
    }
    exchange.send(ready);
  }
}
