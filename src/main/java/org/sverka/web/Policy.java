package org.sverka.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The headers that every answer of a kind has, whatever it says.
 *
 * <p>A revision is fresh for two seconds and may be shown four more while a new one is fetched, so
 * that readers see an edit within ten seconds of it; should we be down, a cache may go on for a
 * week.
 */
final class Policy {
  /** Data for any site. */
  static final Policy API = open(Names.FRESH, Names.NO_PAGE);

  /** Pictures that other sites show. */
  static final Policy PICTURE = open(Names.FRESH, Names.NO_PAGE);

  /** Streams, which no cache can keep. */
  static final Policy EVENTS = open("no-store", Names.NO_PAGE);

  /** Pages for people; nothing in them runs or is loaded from elsewhere. */
  static final Policy PAGE = shut(Names.FRESH, Names.INERT);

  /** Pages for people with scripts of our own. */
  static final Policy SCRIPTED_PAGE =
      shut(Names.FRESH, Names.INERT + "; script-src 'self'; connect-src 'self'");

  /** Files whose address changes with their content. */
  static final Policy ASSET = shut(Names.FOREVER, Names.INERT);

  /** Scripts for any site whose address changes with their content. */
  static final Policy SCRIPT = open(Names.FOREVER, Names.NO_PAGE);

  /** Data for any site that never change. */
  static final Policy TILE = open(Names.FOREVER, Names.NO_PAGE);

  /** The newest of these scripts, at an address that stays. */
  static final Policy NEWEST_SCRIPT =
      open(
          "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800",
          Names.NO_PAGE);

  /**
   * Pages that other sites take into theirs; nothing in them runs or is loaded from elsewhere.
   *
   * @param styleSource the one style element that they have, as Content-Security-Policy names it
   */
  static Policy fragment(String styleSource) {
    return open(
        Names.FRESH,
        "default-src 'none'; style-src " + styleSource + "; form-action 'none'; base-uri 'none'");
  }

  /** What went wrong with a request for data. */
  static final Policy API_ERROR = open("no-store", Names.NO_PAGE);

  /** What went wrong with a request for a page. */
  static final Policy PAGE_ERROR = shut("no-store", Names.INERT);

  /** Header names and values in turn. */
  private final CharSequence[] headers;

  private final boolean open;

  /** Any site may read it. */
  private static Policy open(String cacheControl, String contentSecurity) {
    return new Policy(true, cacheControl, contentSecurity, Names.OPEN);
  }

  /** Nobody but us may read or frame it. */
  private static Policy shut(String cacheControl, String contentSecurity) {
    return new Policy(false, cacheControl, contentSecurity, Names.SHUT);
  }

  private Policy(boolean open, String cacheControl, String contentSecurity, List<String> more) {
    this.open = open;
    List<String> others =
        Stream.concat(Stream.of("Content-Security-Policy", contentSecurity), more.stream())
            .toList();
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

  /**
   * Adds those that a 304 has: what a cache must know, and what lets other sites read it. All else
   * it keeps from the answer that it has (RFC 9110, 15.4.5).
   */
  void addToUnchanged(MultiMap target) {
    for (int i = 0; i < headers.length; i += 2) {
      if (Names.OF_UNCHANGED.contains(headers[i].toString())) {
        target.add(headers[i], headers[i + 1]);
      }
    }
  }

  /** The same for failures. */
  Policy error() {
    return isApi() ? API_ERROR : PAGE_ERROR;
  }

  /** Whether it is for programs and other sites, which get their errors as data. */
  boolean isApi() {
    return open;
  }

  private static final class Names {
    static final String FRESH =
        "public, max-age=2, stale-while-revalidate=4, stale-if-error=604800";

    static final String FOREVER = "public, max-age=31536000, immutable";

    static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    static final String INERT =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    static final List<String> OPEN =
        List.of(
            "Vary", "Accept-Encoding",
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "ETag, Link, Sverka-Checked-At, Retry-After",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "X-Content-Type-Options", "nosniff",
            "Accept-Ranges", "none");

    static final Set<String> OF_UNCHANGED =
        Set.of(
            "Cache-Control",
            "Vary",
            "Access-Control-Allow-Origin",
            "Access-Control-Expose-Headers",
            "Cross-Origin-Resource-Policy");

    static final List<String> SHUT =
        List.of(
            "Vary", "Accept-Encoding",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Accept-Ranges", "none");

    private Names() {}
  }
}
