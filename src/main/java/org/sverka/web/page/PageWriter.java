package org.sverka.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.log.EntryType;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.RuleBook;
import org.sverka.text.Messages;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;

/** Writes the pages as HTML in UTF-8. */
public final class PageWriter {
  /** Of these there are too many to list: what stands in their place shows the form. */
  private static final Set<String> EXAMPLES = Set.of("from", "to", "before");

  private final Templates templates;
  private final Messages messages;
  private final Forms forms;

  public PageWriter(Templates templates) {
    this.templates = templates;
    this.messages = templates.messages();
    this.forms = new Forms(messages);
  }

  /** The first page. */
  public byte[] home(List<FeedView> views) {
    List<HomePage.Card> cards = views.stream().map(this::card).toList();
    Shell shell =
        templates
            .shell(messages.text("home.title"), List.of(), "", forms.home())
            .describedAs(messages.text("home.lead"), "/", "");
    return templates.write("home.jte", shell, new HomePage(cards));
  }

  private HomePage.Card card(FeedView view) {
    Roadmap roadmap = view.roadmap();
    Words words = new Words(messages, view);
    return new HomePage.Card(
        "/" + roadmap.id(),
        Visible.of(roadmap.title()),
        messages.text(
            "period",
            Integer.toString(roadmap.period().from()),
            Integer.toString(roadmap.period().to())),
        roadmap.parties().stream().map(Party::name).collect(Collectors.joining(", ")),
        words.moment(view.changedAt()),
        words.zoneMark(),
        Progress.of(view.measures(), view));
  }

  /**
   * The page of a roadmap.
   *
   * @param search the search as it was typed
   */
  public byte[] roadmap(FeedView view, FeedFilter filter, String search) {
    Words words = new Words(messages, view);
    String id = view.roadmap().id();
    RoadmapPage page = RoadmapPage.of(view, filter, search, words);
    Progress progress = page.progress();
    Shell shell =
        templates
            .shell(
                page.title(),
                List.of(new Shell.Crumb("/" + id, messages.text("crumb.roadmap"))),
                templates.stale(view, words),
                forms.roadmap(id))
            .describedAs(
                messages.text("roadmap.description", progress.total(), progress.spoken()),
                "/" + id,
                picture(id))
            .in(words.zone());
    return templates.write("roadmap.jte", shell, page);
  }

  private static String picture(String id) {
    return "/" + id + "/progress.png";
  }

  /** How far a roadmap is, as a PNG. */
  public byte[] picture(FeedView view) {
    return ProgressPicture.of(view);
  }

  /**
   * The page of a measure.
   *
   * @param history newest first
   * @param more whether there is more of it than this
   */
  public byte[] measure(
      FeedView view,
      MeasureView measure,
      List<SealedEntry> history,
      List<SealedEntry> reviews,
      boolean more) {
    Words words = new Words(messages, view);
    String number = measure.measure().number().value();
    String id = view.roadmap().id();
    String path = "/" + id + "/measures/" + number;
    MeasureRow row = MeasureRow.of(measure, view, words);
    Shell shell =
        templates
            .shell(
                messages.text("measure.title", number),
                List.of(
                    new Shell.Crumb("/" + id, messages.text("crumb.roadmap")),
                    new Shell.Crumb(path, messages.text("measure.title", number))),
                templates.stale(view, words),
                forms.measure(id, number))
            .describedAs(
                messages.text("measure.description", row.status(), WordDiff.cut(row.text(), 200)),
                path,
                picture(id))
            .in(words.zone());
    MeasurePage page =
        new MeasurePage(
            Visible.of(measure.section().number() + ". " + measure.section().title()),
            row,
            history.stream()
                .map(
                    line ->
                        EntryView.brief(
                            line,
                            EntryView.LINE,
                            LogLines.Length.LONG,
                            reviews,
                            EntryView.top(view),
                            view,
                            words))
                .toList(),
            more ? "/" + id + "/log?measure=" + number : "",
            neighbour(view, number, -1),
            neighbour(view, number, 1));
    return templates.write("measure.jte", shell, page);
  }

  /** The page of the measure before or after; empty if there is none. */
  private static String neighbour(FeedView view, String number, int step) {
    List<String> numbers = view.measures().stream().map(m -> m.measure().number().value()).toList();
    int at = numbers.indexOf(number) + step;
    return at < 0 || at >= numbers.size()
        ? ""
        : "/" + view.roadmap().id() + "/measures/" + numbers.get(at);
  }

  /**
   * A page of the log.
   *
   * @param now the moment by which it is told how long something has lasted
   */
  public byte[] log(FeedView view, LogCut cut, RuleBook book, Instant now) {
    Words words = new Words(messages, view);
    String id = view.roadmap().id();
    String path = "/" + id + "/log";
    Shell shell =
        templates
            .shell(
                messages.text("log.title"),
                List.of(
                    new Shell.Crumb("/" + id, messages.text("crumb.roadmap")),
                    new Shell.Crumb(path, messages.text("log.title"))),
                templates.stale(view, words),
                forms.log(id, Addresses.query(cut.data())))
            .in(words.zone());
    LogNow standing = LogNow.of(view, cut, now, words);
    return LogLines.fitting(
        cut,
        view,
        words,
        lines ->
            templates.write("log.jte", shell, LogPage.of(view, cut, lines, book, standing, words)));
  }

  /**
   * How a choice of entries is called, such as «Решение — Отклонено»; empty for all of them.
   *
   * @param query parameters of the page of the log
   */
  public String chosen(FeedView view, RuleBook book, Map<String, String> query) {
    return LogPage.chosen(query, view, book, new Words(messages, view)).stream()
        .map(condition -> messages.text("log.condition", condition.label(), condition.value()))
        .collect(Collectors.joining("; "));
  }

  /** The page of the rules. */
  public byte[] rules(FeedView view, RuleBook book) {
    Words words = new Words(messages, view);
    String path = "/" + view.roadmap().id() + "/rules";
    Shell shell =
        templates.shell(
            messages.text("rules.title"),
            List.of(
                new Shell.Crumb("/" + view.roadmap().id(), messages.text("crumb.roadmap")),
                new Shell.Crumb(path, messages.text("rules.title"))),
            templates.stale(view, words),
            List.of());
    return templates.write("rules.jte", shell, RulesPage.of(book, view, words));
  }

  /**
   * The page of an entry.
   *
   * @param reviews of it, oldest first
   * @param revision that it came with
   */
  public byte[] entry(FeedView view, SealedEntry line, List<SealedEntry> reviews, long revision) {
    Words words = new Words(messages, view);
    String log = "/" + view.roadmap().id() + "/log";
    long seq = line.entry().seq();
    String title = messages.text("entry.title", Long.toString(seq));
    Shell shell =
        templates
            .shell(
                title,
                List.of(
                    new Shell.Crumb("/" + view.roadmap().id(), messages.text("crumb.roadmap")),
                    new Shell.Crumb(log, messages.text("log.title")),
                    new Shell.Crumb(log + "/" + seq, title)),
                templates.stale(view, words),
                forms.entry(view.roadmap().id(), seq))
            .in(words.zone());
    EntryPage page =
        new EntryPage(
            EntryView.whole(line, reviews, view, words),
            line.entry().type() == EntryType.EDITION && seq > 1
                ? log + "/compare?since=" + (seq - 1) + "&revision=" + revision
                : "",
            seq > 1 ? log + "/" + (seq - 1) : "",
            seq < view.revision() ? log + "/" + (seq + 1) : "");
    return templates.write("entry.jte", shell, page);
  }

  /**
   * The page for what went wrong.
   *
   * @param code of the problem; its texts are {@code failure.CODE.title} and {@code .detail}, and
   *     {@code .allowed} if it says in its own words what the values are
   * @param parameter whose values these are, as the address spells it; empty if they are of none
   */
  public byte[] failure(String code, String parameter, List<String> allowed) {
    String title = messages.text("failure." + code + ".title");
    FailurePage page =
        new FailurePage(
            title, messages.text("failure." + code + ".detail"), choice(code, parameter), allowed);
    return templates.write("failure.jte", templates.shell(title, List.of(), "", List.of()), page);
  }

  private String choice(String code, String parameter) {
    String own = "failure." + code + ".allowed";
    if (messages.has(own)) {
      return messages.text(own);
    }
    if (parameter.isEmpty()) {
      return messages.text("failure.allowed");
    }
    return EXAMPLES.contains(parameter)
        ? messages.text("failure.allowed.like", parameter)
        : messages.text("failure.allowed.of", parameter);
  }
}
