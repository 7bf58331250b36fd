package org.sverka.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedQuery;
import org.sverka.feed.FeedView;
import org.sverka.feed.OpenDataFiles;
import org.sverka.feed.Tables;
import org.sverka.log.SealedEntry;

/** The roadmap as tables, and what describes them. */
final class OpenDataApi {
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final String JSON = "application/json";

  private final Tables tables = new Tables();
  private final OpenDataFiles files;
  private final Paging paging;

  OpenDataApi(String publicUrl, Paging paging) {
    this.files = new OpenDataFiles(tables, publicUrl + "/api/v1/roadmaps");
    this.paging = paging;
  }

  void measures(Site site, Exchange exchange) {
    FeedQuery query = FeedQuery.parse(exchange.query(), site.view(), site.now());
    site.send(
        exchange,
        "csv\n" + query.canonical(),
        view -> {
          var cut = site.cut(view, query);
          Links links = Links.ofTable(view, query);
          return site.ready(Policy.API, CSV, cut.view(), tables.measures(cut), links.header());
        });
  }

  void changes(Site site, Exchange exchange) {
    ChangesQuery query = ChangesQuery.parseLong(exchange.query(), site.view());
    String path = exchange.path();
    site.send(
        exchange, "changes csv\n" + query.canonical(), view -> changes(site, view, query, path));
  }

  void changesForExcel(Site site, Exchange exchange) {
    ChangesQuery query = ChangesQuery.parseLong(exchange.query(), site.view());
    String path = exchange.path();
    site.send(
        exchange,
        "changes xlsx\n" + query.canonical(),
        view -> {
          Paging.Page page = paging.read(site.log(), query, path);
          byte[] file = tables.changesForExcel(page.entries());
          Links links = Links.ofChangesTable(site.id(), query, page);
          return site.ready(Policy.API, Tables.EXCEL, view, file, links.header());
        });
  }

  private Ready changes(Site site, FeedView view, ChangesQuery query, String path) {
    Paging.Page page = paging.read(site.log(), query, path);
    List<SealedEntry> entries = page.entries();
    Links links = Links.ofChangesTable(site.id(), query, page);
    return site.ready(Policy.API, CSV, view, tables.changes(entries), links.header());
  }

  void dataPackage(Site site, Exchange exchange) {
    file(
        site,
        exchange,
        JSON,
        Links.ofDataPackage(site.id()).header(),
        view -> files.dataPackage(view, site.openData()));
  }

  void passport(Site site, Exchange exchange) {
    file(
        site,
        exchange,
        CSV,
        Map.of(),
        view -> {
          Instant firstAt =
              site.log().entry(1).map(line -> line.entry().at()).orElse(view.changedAt());
          return files.passport(view, site.openData(), firstAt);
        });
  }

  void structure(Site site, Exchange exchange) {
    file(site, exchange, CSV, Map.of(), files::structure);
  }

  private static void file(
      Site site,
      Exchange exchange,
      String type,
      Map<String, String> more,
      Function<FeedView, byte[]> write) {
    exchange.refuseQuery();
    site.send(
        exchange,
        "file\n" + exchange.path(),
        view -> site.ready(Policy.API, type, view, write.apply(view), more));
  }
}
