package org.sverka.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.feed.CheckCode;
import org.sverka.feed.FeedView;
import org.sverka.feed.Statement;
import org.sverka.feed.StatementQuery;
import org.sverka.feed.Tables;
import org.sverka.web.page.CheckPage;
import org.sverka.web.page.StatementWriter;

/** What changed between two days, as a page and as a table, and whether a paper says the same. */
final class Statements {
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final List<String> CHECKED = List.of("code", "sha256");

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
    StatementQuery wanted = StatementQuery.parse(query, site.view());
    site.send(
        exchange,
        "statement\n" + wanted.canonical() + query,
        view -> {
          byte[] page = writer.statement(view, site.statement(view, wanted, tables), query);
          return site.ready(Policy.PAGE, Pages.HTML, view, page);
        });
  }

  void table(Site site, Exchange exchange) {
    Map<String, String> query = Pages.allow(exchange, StatementQuery.NAMES);
    StatementQuery wanted = StatementQuery.parse(query, site.view());
    site.send(
        exchange,
        "statement csv\n" + wanted.canonical(),
        view -> {
          Statement statement = site.statement(view, wanted, tables);
          String name = "%s-%s.csv".formatted(site.id(), statement.code().text());
          return site.ready(
              Policy.API,
              CSV,
              view,
              statement.csv(),
              Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
        });
  }

  void check(Site site, Exchange exchange) {
    Map<String, String> query = Pages.allow(exchange, CHECKED);
    String code = query.getOrDefault("code", "");
    String sha256 = query.getOrDefault("sha256", "");
    Optional<CheckCode> parsed = CheckCode.parse(code);
    site.send(
        exchange,
        "check\n" + parsed.map(CheckCode::text).orElse("?" + code) + "\n" + sha256,
        view -> {
          CheckPage.Outcome outcome = outcome(site, view, code, parsed, sha256);
          byte[] page =
              writer.check(
                  view, new CheckPage(code, outcome, link(site, outcome, parsed), pageScript));
          return site.ready(Policy.SCRIPTED_PAGE, Pages.HTML, view, page);
        });
  }

  private CheckPage.Outcome outcome(
      Site site, FeedView view, String code, Optional<CheckCode> parsed, String sha256) {
    if (code.isEmpty()) {
      return CheckPage.Outcome.ASKED;
    }
    if (parsed.isEmpty()) {
      return CheckPage.Outcome.NO_CODE;
    }
    CheckCode claimed = parsed.get();
    if (claimed.revision() > view.revision() || claimed.since() > claimed.revision()) {
      return CheckPage.Outcome.DIFFERENT;
    }
    Statement statement = site.statement(view, StatementQuery.of(claimed), tables);
    boolean same =
        statement.code().equals(claimed)
            && (sha256.isEmpty() || statement.sha256().equalsIgnoreCase(sha256));
    return same ? CheckPage.Outcome.SAME : CheckPage.Outcome.DIFFERENT;
  }

  private static String link(Site site, CheckPage.Outcome outcome, Optional<CheckCode> code) {
    return outcome == CheckPage.Outcome.SAME
        ? code.map(
                c ->
                    "/%s/log/compare?since=%d&revision=%d"
                        .formatted(site.id(), c.since(), c.revision()))
            .orElse("")
        : "";
  }
}
