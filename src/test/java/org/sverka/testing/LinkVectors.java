package org.sverka.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Addresses that must not become links: other schemes, disguises of {@code https}, hosts that are
 * not plain names.
 */
public final class LinkVectors {
  private static final List<String> SCHEMES =
      List.of(
          "javascript",
          "JaVaScRiPt",
          "data",
          "vbscript",
          "file",
          "ftp",
          "http",
          "ws",
          "blob",
          "about",
          "mailto",
          "tel",
          "view-source",
          "intent",
          "chrome",
          "jar",
          "livescript",
          "mocha");

  private static final List<String> TAILS =
      List.of(
          ":alert(1)",
          "://alert(1)",
          "://example.org/",
          ":text/html,<script>alert(1)</script>",
          "\u200B:alert(1)",
          "&colon;alert(1)",
          "%3Aalert(1)",
          "\uFF1Aalert(1)");

  private static final List<String> HOSTS =
      List.of(
          "user@evil.example",
          "user:pw@evil.example",
          "example.org@evil.example",
          "example.org%40evil.example",
          "[::1]",
          "[::ffff:127.0.0.1]",
          "localhost",
          "evil",
          "пример.pф",
          "прuмер.рф",
          "пример.com",
          "аррӏе.рф",
          "рф",
          "пример..рф",
          "user@пример.рф",
          "пример.рф@evil.example",
          "при\u202Eмер.рф",
          "пример\u3002рф",
          "пример.рф\\.evil.example",
          "прим%D0%B5р.рф",
          "приме\u0301р.рф",
          "ПРИМЕР.РФ",
          "exаmple.org",
          "exa mple.org",
          "example.org\\@evil.example",
          "example.org\\.evil.example",
          "a..b",
          ".example.org",
          "example.org:x",
          "example.org:",
          "exam\u202Eple.org",
          "example\u3002org",
          "example.org\u2024evil.example",
          "\u2488com",
          "EXAMPLE.ORG\\x",
          "exa%6dple.org");

  private static final List<String> ODD =
      List.of(
          "//evil.example/",
          "///evil.example/",
          "/\\evil.example/",
          "\\\\evil.example\\",
          "https:evil.example",
          "https:/evil.example",
          "https:///evil.example",
          "https:\\\\evil.example",
          "https//evil.example",
          "HTTPS:evil.example",
          "https://",
          "https:",
          "//",
          "#",
          "?x",
          "evil.example",
          "www.evil.example",
          "\u0001javascript:alert(1)",
          "https\u200B://evil.example/",
          "ht\u00ADtps://evil.example/",
          "https://exa<b>mple.org/",
          "https://\"onmouseover=alert(1)/");

  /** All of them. */
  public static final List<String> HOSTILE = all();

  private LinkVectors() {}

  private static List<String> all() {
    Set<String> all = new LinkedHashSet<>(ODD);
    for (String scheme : SCHEMES) {
      for (String tail : TAILS) {
        all.add(scheme + tail);
      }
    }
    for (String host : HOSTS) {
      all.add("https://" + host + "/");
      all.add(" https://" + host + "/path?a=1#b");
    }
    return List.copyOf(new ArrayList<>(all));
  }
}
