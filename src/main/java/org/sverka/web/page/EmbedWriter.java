package org.sverka.web.page;

import java.util.List;
import java.util.Map;
import org.sverka.feed.FeedView;
import org.sverka.text.Messages;

/** Writes what other sites take from us as HTML, and the page that tells them how. */
public final class EmbedWriter {
  private static final String STYLE = "part/fragmentStyle.jte";
  private static final String OPEN_STYLE = "<style>";
  private static final int TOP = 1;

  private final Templates templates;
  private final Messages messages;

  public EmbedWriter(Templates templates) {
    this.templates = templates;
    this.messages = templates.messages();
  }

  /** The content of the style element that {@link #fragment} and {@link #frame} bring along. */
  public String style() {
    String element = templates.text(STYLE);
    return element.substring(
        element.indexOf(OPEN_STYLE) + OPEN_STYLE.length(), element.indexOf("</style>"));
  }

  /** Part of a page, to be put into another. */
  public byte[] fragment(FeedView view, EmbedOptions options) {
    return templates.write(
        "part/fragment.jte", Map.of("page", fragment(view, options, options.heading())));
  }

  /** A page of its own, to be shown in a frame. */
  public byte[] frame(FeedView view, EmbedOptions options) {
    return templates.write("frame.jte", Map.of("page", fragment(view, options, TOP)));
  }

  private FragmentPage fragment(FeedView view, EmbedOptions options, int heading) {
    return FragmentPage.of(view, options, heading, templates, new Words(messages, view));
  }

  /**
   * The page on which it is clicked together.
   *
   * @param pageScript where the script of the page is
   */
  public byte[] page(FeedView view, EmbedOptions options, EmbedScript script, String pageScript) {
    Words words = new Words(messages, view);
    String path = "/" + view.roadmap().id();
    Shell shell =
        templates
            .shell(
                messages.text("embed.title"),
                List.of(
                    new Shell.Crumb(path, messages.text("crumb.roadmap")),
                    new Shell.Crumb(path + "/embed", messages.text("embed.title"))),
                templates.stale(view, words),
                new Forms(messages).roadmap(view.roadmap().id()))
            .in(words.zone());
    EmbedPage page = EmbedPage.of(view, options, script, pageScript, templates, words);
    return templates.write("embed.jte", shell, page);
  }
}
