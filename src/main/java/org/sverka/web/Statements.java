package org.sverka.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sverka.feed.CheckCode;
import org.sverka.feed.FeedView;
import org.sverka.feed.QueryException;
import org.sverka.feed.Statement;
import org.sverka.feed.StatementQuery;
import org.sverka.feed.Tables;
import org.sverka.log.Entry;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.sync.Erasure;
import org.sverka.web.page.CheckPage;
import org.sverka.web.page.StatementWriter;

/** What changed between two days, as a page and as a table, and whether a paper says the same. */
final class Statements {
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final List<String> CHECKED = List.of("code", "sha256");

  private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

  /** So many erased entries are named. */
  private static final int MOST_ERASED = 5;

  private final StatementWriter writer;
  private final Tables tables = new Tables();
  private final String pageScript;

  /**
   * @param pageScript where the script of the page that checks is
   */
  Statements(StatementWriter writer, String pageScript) {
    this.writer = writer;
    this.pageScript = pageScript;
  }

  void page(Site site, Exchange exchange) {
    Map<String, String> query = Pages.allow(exchange, StatementQuery.NAMES);
    LocalDate today = today(site);
    StatementQuery wanted = StatementQuery.parse(query, site.view(), today);
    site.send(
        exchange,
        "statement\n" + wanted.canonical() + query + today,
        view -> {
          byte[] page = writer.statement(view, site.statement(view, wanted, tables), query, today);
          return site.ready(Policy.PAGE, Pages.HTML, view, page);
        });
  }

  private static LocalDate today(Site site) {
    return LocalDate.ofInstant(site.now(), site.view().zone());
  }

  void table(Site site, Exchange exchange) {
    Map<String, String> query = Pages.allow(exchange, StatementQuery.NAMES);
    StatementQuery wanted = StatementQuery.parse(query, site.view(), today(site));
    site.send(
        exchange,
        "statement csv\n" + wanted.canonical() + query,
        view -> {
          Statement statement = site.statement(view, wanted, tables);
          String name = "%s-%s.csv".formatted(site.id(), statement.code().text());
          return site.ready(
              Policy.API,
              CSV,
              view,
              statement.csv(),
              Map.of(
                  "Content-Disposition",
                  "attachment; filename=\"" + name + "\"",
                  "Link",
                  Links.ofStatement(site.id(), query).text()));
        });
  }

  void check(Site site, Exchange exchange) {
    Map<String, String> query = Pages.allow(exchange, CHECKED);
    String typed = query.getOrDefault("code", "");
    String sha256 = query.getOrDefault("sha256", "");
    if (!sha256.isEmpty() && !SHA256.matcher(sha256).matches()) {
      throw QueryException.unknownValue("sha256", List.of("64 hexadecimal digits"));
    }
    site.send(
        exchange,
        "check\n" + typed + "\n" + sha256,
        view -> {
          byte[] page = writer.check(view, checked(site, view, typed, sha256));
          return site.ready(Policy.SCRIPTED_PAGE, Pages.HTML, view, page);
        });
  }

  private CheckPage checked(Site site, FeedView view, String typed, String sha256) {
    return CheckCode.parse(typed)
        .map(code -> compared(site, view, code, sha256))
        .orElseGet(
            () ->
                CheckPage.unanswered(
                    typed,
                    typed.isEmpty() ? CheckPage.Outcome.ASKED : CheckPage.Outcome.NO_CODE,
                    sha256,
                    afresh(site),
                    pageScript));
  }

  private static String afresh(Site site) {
    return "/" + site.id() + "/log/check";
  }

  private CheckPage compared(Site site, FeedView view, CheckCode code, String sha256) {
    Optional<Statement> ours = ours(site, view, code);
    Optional<Statement> same = ours.filter(statement -> isSame(statement, code, sha256));
    String log = "/" + site.id() + "/log";
    return new CheckPage(
        code.text(),
        same.isPresent() ? CheckPage.Outcome.SAME : CheckPage.Outcome.DIFFERENT,
        sha256,
        afresh(site),
        same.map(statement -> writer.covered(view, statement)),
        ours.isPresent()
            ? log + "/compare?since=" + code.since() + "&revision=" + code.revision()
            : "",
        ours.isPresent() ? erasedAfter(site, code.revision()) : List.of(),
        log + "?column=" + Erasure.COLUMN,
        pageScript);
  }

  /** The statement with these revisions, made anew; empty if there can be none. */
  private Optional<Statement> ours(Site site, FeedView view, CheckCode code) {
    if (code.revision() > view.revision() || code.since() > code.revision()) {
      return Optional.empty();
    }
    try {
      return Optional.of(site.statement(view, StatementQuery.of(code), tables));
    } catch (QueryException e) {
      return Optional.empty();
    }
  }

  /** A statement that was made before an erasure may show what was erased. */
  private static List<Long> erasedAfter(Site site, long revision) {
    return site
        .log()
        .before(Long.MAX_VALUE, MOST_ERASED, LogFilter.ALL.ofColumn(Erasure.COLUMN))
        .stream()
        .map(SealedEntry::entry)
        .filter(erasure -> erasure.seq() > revision)
        .map(Entry::about)
        .toList();
  }

  private static boolean isSame(Statement statement, CheckCode code, String sha256) {
    return statement.code().equals(code)
        && (sha256.isEmpty() || statement.sha256().equalsIgnoreCase(sha256));
  }
}
