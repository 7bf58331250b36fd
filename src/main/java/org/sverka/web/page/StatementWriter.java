package org.sverka.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sverka.feed.FeedView;
import org.sverka.feed.Statement;
import org.sverka.text.Messages;

/** Writes what changed between two days, and what came of a check of it, as pages. */
public final class StatementWriter {
  private final Templates templates;
  private final Messages messages;

  public StatementWriter(Templates templates) {
    this.templates = templates;
    this.messages = templates.messages();
  }

  /**
   * The statement.
   *
   * @param query the days as they were asked for
   */
  public byte[] statement(
      FeedView view, Statement statement, Map<String, String> query, LocalDate today) {
    Words words = new Words(messages, view);
    StatementPage page = StatementPage.of(view, statement, query, today, words);
    Shell shell =
        shell(
            view,
            words,
            "statement.title",
            "/compare",
            new Forms(messages).statement(page.csvHref()));
    return templates.write("statement.jte", shell, page);
  }

  /** What a statement says, for the page that checks its code. */
  public CheckPage.Covered covered(FeedView view, Statement statement) {
    Words words = new Words(messages, view);
    return new CheckPage.Covered(
        statement.before().revision(),
        words.moment(statement.before().changedAt()),
        statement.after().revision(),
        words.moment(statement.after().changedAt()),
        statement.lines().size());
  }

  /** The page that checks. */
  public byte[] check(FeedView view, CheckPage page) {
    Words words = new Words(messages, view);
    return templates.write(
        "check.jte", shell(view, words, "check.title", "/check", List.of()), page);
  }

  private Shell shell(
      FeedView view, Words words, String title, String path, List<Shell.Form> forms) {
    String top = "/" + view.roadmap().id();
    return templates
        .shell(
            messages.text(title),
            List.of(
                new Shell.Crumb(top, messages.text("crumb.roadmap")),
                new Shell.Crumb(top + "/log", messages.text("log.title")),
                new Shell.Crumb(top + "/log" + path, messages.text(title))),
            templates.stale(view, words),
            forms)
        .in(words.zone());
  }
}
