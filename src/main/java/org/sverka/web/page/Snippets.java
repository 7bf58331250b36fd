package org.sverka.web.page;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.Map;

/** What a webmaster copies into a page. */
final class Snippets {
  private static final int FRAME_HEIGHT = 640;

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

  /** A line of PHP; what an address holds is escaped so that no quote is among it. */
  static String php(String address) {
    return "<?php echo @file_get_contents('" + address.replace("'", "%27") + "') ?: ''; ?>";
  }

  /** A directive of nginx's SSI, for a location that passes on to us. */
  static String include(String path, Map<String, String> query) {
    return "<!--#include virtual=\"" + path + Addresses.query(query) + "\" -->";
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
