package org.sverka.web.page;

import java.util.ArrayList;
import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.text.Messages;
import org.sverka.text.Visible;

/**
 * The page on which a webmaster clicks together what to put on their own.
 *
 * @param action its own address
 * @param choices which measures, and how they are shown
 * @param filters what the filters are set to, by {@code section}, {@code party} and so on
 * @param heading level of the title
 * @param script the component
 * @param pageScript what makes the page follow each click
 * @param main what to copy first
 * @param others what to copy where that will not do
 */
public record EmbedPage(
    String id,
    String title,
    String action,
    List<Choice> choices,
    Filters filters,
    String view,
    int heading,
    EmbedScript script,
    String pageScript,
    Snippet main,
    List<Snippet> others) {

  /** What the filters are set to; empty texts for those that are not. */
  public record Filters(
      String section, String party, String body, String status, String year, String q) {}

  /**
   * Something to copy.
   *
   * @param name of its texts
   */
  public record Snippet(String name, String title, String about, String code, int lines) {
    static Snippet of(String name, String code, Messages words) {
      return new Snippet(
          name,
          words.text("embed." + name + ".title"),
          words.text("embed." + name + ".about"),
          code,
          (int) code.lines().count());
    }
  }

  static EmbedPage of(
      FeedView view,
      EmbedOptions options,
      EmbedScript script,
      String pageScript,
      Templates templates,
      Words words) {
    String id = view.roadmap().id();
    String path = "/" + id;
    String home = templates.assets().publicUrl();
    String query = Addresses.query(options.given());
    String title = Visible.of(view.roadmap().title());
    String page = home + path + Addresses.query(options.filters());
    Messages messages = templates.messages();
    return new EmbedPage(
        id,
        title,
        path + "/embed",
        choices(view, options, words),
        new Filters(
            options.filter().section(),
            options.filter().party(),
            options.filter().body(),
            options.filter().status(),
            options.filter().year(),
            options.search()),
        options.view(),
        options.heading(),
        script,
        pageScript,
        Snippet.of(
            "component",
            Snippets.component(id, options, script, page, messages.text("embed.link")),
            messages),
        List.of(
            Snippet.of(
                "frame",
                Snippets.frame(home + path + "/frame" + query, messages.text("embed.link")),
                messages),
            Snippet.of("php", Snippets.php(home + path + "/fragment" + query), messages),
            Snippet.of("include", Snippets.include(options.given()), messages),
            Snippet.of("nginx", Snippets.nginx(home + path + "/fragment"), messages)));
  }

  private static List<Choice> choices(FeedView view, EmbedOptions options, Words words) {
    List<Choice> choices = new ArrayList<>(FilterChoices.of(view, options.filter(), words));
    choices.add(
        Choice.required(
            "view",
            words.text("embed.view"),
            EmbedOptions.VIEWS.stream()
                .map(key -> option(key, words.of("embed.view", key), options.view()))
                .toList()));
    choices.add(
        Choice.required(
            "heading",
            words.text("embed.heading"),
            EmbedOptions.HEADINGS.stream()
                .map(level -> option(level, "h" + level, Integer.toString(options.heading())))
                .toList()));
    return List.copyOf(choices);
  }

  private static Choice.Option option(String value, String label, String chosen) {
    return new Choice.Option(value, label, value.equals(chosen));
  }
}
