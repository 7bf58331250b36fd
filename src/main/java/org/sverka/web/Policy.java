package org.sverka.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.MultiMap;
import java.util.List;

/**
 * The headers that every answer of a kind has, whatever it says.
 *
 * <p>A revision is fresh for two seconds and may be shown four more while a new one is fetched, so
 * that readers see an edit within ten seconds of it; should we be down, a cache may go on for a
 * week.
 */
final class Policy {
  /** Data for any site. */
  static final Policy API = new Policy(Names.FRESH, Names.OPEN, true);

  /** Streams, which no cache can keep. */
  static final Policy EVENTS = new Policy("no-store", Names.OPEN, true);

  /** Pages for people; nothing in them runs or is loaded from elsewhere. */
  static final Policy PAGE = new Policy(Names.FRESH, Names.SHUT, false);

  /** Files whose address changes with their content. */
  static final Policy ASSET = new Policy("public, max-age=31536000, immutable", Names.SHUT, false);

  /** What went wrong with a request for data. */
  static final Policy API_ERROR = new Policy("no-store", Names.OPEN, true);

  /** What went wrong with a request for a page. */
  static final Policy PAGE_ERROR = new Policy("no-store", Names.SHUT, false);

  /** Header names and values in turn. */
  private final CharSequence[] headers;

  private final boolean api;

  private Policy(String cacheControl, List<String> others, boolean api) {
    this.api = api;
    headers = new CharSequence[others.size() + 2];
    headers[0] = createOptimized("Cache-Control");
    headers[1] = createOptimized(cacheControl);
    for (int i = 0; i < others.size(); i++) {
      headers[i + 2] = createOptimized(others.get(i));
    }
  }

  void addTo(MultiMap target) {
    for (int i = 0; i < headers.length; i += 2) {
      target.add(headers[i], headers[i + 1]);
    }
  }

  /** The same for failures. */
  Policy error() {
    return isApi() ? API_ERROR : PAGE_ERROR;
  }

  /** Whether it is for programs, which get their errors as data. */
  boolean isApi() {
    return api;
  }

  private static final class Names {
    static final String FRESH =
        "public, max-age=2, stale-while-revalidate=4, stale-if-error=604800";

    static final List<String> OPEN =
        List.of(
            "Vary", "Accept-Encoding",
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "ETag, Link, Sverka-Checked-At, Retry-After",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Accept-Ranges", "none");

    static final List<String> SHUT =
        List.of(
            "Vary", "Accept-Encoding",
            "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Accept-Ranges", "none");

    private Names() {}
  }
}
