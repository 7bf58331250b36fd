package org.sverka.web;

import org.sverka.feed.FeedView;
import org.sverka.web.page.EmbedOptions;
import org.sverka.web.page.EmbedWriter;

/** What other sites put on their pages, and the page that helps them to. */
final class Embedding {
  private final EmbedWriter writer;
  private final Components components;
  private final String pageScript;
  private final Policy policy;

  /**
   * @param pageScript where the script of the page is
   */
  Embedding(EmbedWriter writer, Components components, String pageScript) {
    this.writer = writer;
    this.components = components;
    this.pageScript = pageScript;
    this.policy = Policy.fragment(Components.styleSource(writer.style()));
  }

  /** The scripts. */
  Components components() {
    return components;
  }

  /** Of fragments. */
  Policy policy() {
    return policy;
  }

  void fragment(Site site, Exchange exchange) {
    send(site, exchange, "fragment\n", policy, writer::fragment);
  }

  void frame(Site site, Exchange exchange) {
    send(site, exchange, "frame\n", policy, writer::frame);
  }

  void page(Site site, Exchange exchange) {
    send(
        site,
        exchange,
        "embed page\n",
        Policy.SCRIPTED_PAGE,
        (view, options) -> writer.page(view, options, components.script(), pageScript));
  }

  private static void send(
      Site site, Exchange exchange, String kind, Policy policy, Writing writing) {
    EmbedOptions options =
        EmbedOptions.parse(Pages.allow(exchange, EmbedOptions.NAMES), site.view());
    site.send(
        exchange,
        kind + options.canonical(),
        view -> site.ready(policy, Pages.HTML, view, writing.write(view, options)));
  }

  /** Writes one of them. */
  private interface Writing {
    byte[] write(FeedView view, EmbedOptions options);
  }
}
