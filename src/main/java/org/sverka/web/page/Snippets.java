package org.sverka.web.page;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.Map;

/** What a webmaster copies into a page. */
final class Snippets {
  private static final int FRAME_HEIGHT = 640;

  /** Where a site that takes the fragment by SSI has it; {@link #NGINX} passes it on to us. */
  private static final String INCLUDED = "/sverka/fragment";

  /**
   * A function, so that no variable of the page around it is touched. The copy is touched before we
   * are asked: while that lasts, other visitors have the copy.
   */
  private static final String PHP =
      """
      <?php (function (string $url): void {
          $copy = sys_get_temp_dir() . '/sverka-' . md5($url) . '.html';
          if (!is_file($copy) || filemtime($copy) < time() - 60) {
              touch($copy);
              $limits = stream_context_create(['http' => ['timeout' => 3]]);
              $html = (string) @file_get_contents($url, false, $limits);
              if (preg_match('~</p>\\s*</div>\\s*$~', $html)) {
                  file_put_contents("$copy.new", $html) && rename("$copy.new", $copy);
              }
          }
          readfile($copy);
      })('%s'); ?>
      """;

  private static final String NGINX =
      """
      proxy_cache_path /var/cache/nginx/sverka keys_zone=sverka:1m inactive=7d;

      location / {
          ssi on;
      }
      location = /sverka/fragment {
          internal;
          proxy_pass %s;
          proxy_ssl_server_name on;
          proxy_set_header Accept-Encoding "";
          proxy_connect_timeout 3s;
          proxy_read_timeout 3s;
          proxy_cache sverka;
          proxy_cache_valid 200 1m;
          proxy_cache_use_stale error timeout updating http_500 http_502 http_503 http_504;
          proxy_intercept_errors on;
          error_page 500 502 503 504 = @sverka-away;
      }
      location @sverka-away {
          return 204;
      }
      """;

  private Snippets() {}

  /**
   * The component, with a link for readers without scripts.
   *
   * @param page where the link leads
   */
  static String component(
      String roadmap, EmbedOptions options, EmbedScript script, String page, String title) {
    StringBuilder tag = new StringBuilder("<sverka-roadmap");
    attribute(tag, "roadmap", roadmap);
    options.given().forEach((name, value) -> attribute(tag, name, value));
    tag.append(">\n  <a");
    attribute(tag, "href", page);
    tag.append('>').append(escaped(title)).append("</a>\n</sverka-roadmap>\n<script");
    attribute(tag, "src", script.url());
    attribute(tag, "integrity", script.integrity());
    return tag.append(" crossorigin=\"anonymous\" async></script>").toString();
  }

  /** A frame. */
  static String frame(String address, String title) {
    StringBuilder tag = new StringBuilder("<iframe");
    attribute(tag, "src", address);
    attribute(tag, "title", title);
    attribute(tag, "width", "100%");
    attribute(tag, "height", Integer.toString(FRAME_HEIGHT));
    return tag.append(" loading=\"lazy\"></iframe>").toString();
  }

  /** A few lines of PHP; what an address holds is escaped so that no quote is among it. */
  static String php(String address) {
    return PHP.formatted(address.replace("'", "%27")).strip();
  }

  /** A directive of nginx's SSI, for the location of {@link #nginx}. */
  static String include(Map<String, String> query) {
    return "<!--#include virtual=\"" + INCLUDED + Addresses.query(query) + "\" -->";
  }

  /** The part of nginx's configuration that goes with {@link #include}. */
  static String nginx(String address) {
    return NGINX.formatted(address).strip();
  }

  private static void attribute(StringBuilder tag, String name, String value) {
    StringOutput escaped = new StringOutput();
    Escape.htmlAttribute(value, escaped);
    tag.append(' ').append(name).append("=\"").append(escaped).append('"');
  }

  private static String escaped(String text) {
    StringOutput escaped = new StringOutput();
    Escape.htmlContent(text, escaped);
    return escaped.toString();
  }
}
