package org.sverka.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which address is answered by what. An address is known whole, or by everything up to its last
 * slash, or by how it begins; nothing is ever looked up in a file system.
 */
final class Routes {
  private final Map<String, Route> whole = new HashMap<>();
  private final Map<String, Route> byFolder = new HashMap<>();
  private final Map<String, Route> byStart = new HashMap<>();

  /** What programs ask for, by kind. */
  record Apis(Api feed, OpenDataApi tables, NewsApi news) {}

  /**
   * The table.
   *
   * @param oldest when the sheet that was read longest ago was read
   */
  static Routes of(
      List<Site> sites,
      Apis apis,
      Pages pages,
      Statements statements,
      Documents documents,
      Embedding embedding,
      Route.Freshness oldest) {
    Routes routes = new Routes();
    Api api = apis.feed();
    routes.add("/embed.js", Policy.NEWEST_SCRIPT, oldest, embedding.components()::newest);
    routes.add("/embed/*", Policy.SCRIPT, oldest, embedding.components()::version);
    routes.add("/", Policy.PAGE, oldest, pages::home);
    routes.add("/api/v1/roadmaps", Policy.API, oldest, api::roadmaps);
    routes.add("/openapi.json", Policy.API, oldest, documents::send);
    routes.add("/schemas/*", Policy.API, oldest, documents::send);
    routes.add("/assets/*", Policy.ASSET, oldest, documents::send);
    for (Site site : sites) {
      String page = "/" + site.id();
      routes.add(page, Policy.PAGE, site, pages::roadmap);
      routes.add(page + "/", Policy.PAGE, site, pages::slash);
      routes.add(page + "/measures/*", Policy.PAGE, site, pages::measure);
      routes.add(page + "/progress.png", Policy.PICTURE, site, pages::picture);
      routes.add(page + "/rules", Policy.PAGE, site, pages::rules);
      routes.add(page + "/embed", Policy.SCRIPTED_PAGE, site, embedding::page);
      routes.add(page + "/fragment", embedding.policy(), site, embedding::fragment);
      routes.add(page + "/frame", embedding.policy(), site, embedding::frame);
      routes.add(page + "/log", Policy.PAGE, site, pages::log);
      routes.add(page + "/log/compare", Policy.PAGE, site, statements::page);
      routes.add(page + "/log/compare.csv", Policy.API, site, statements::table);
      routes.add(page + "/log/check", Policy.SCRIPTED_PAGE, site, statements::check);
      routes.add(page + "/log/*", Policy.PAGE, site, pages::entry);
      routes.add(page + "/log/checkpoint", Policy.API, site, TreeApi::checkpoint);
      routes.add(page + "/log/key", Policy.API, site, TreeApi::key);
      routes.add(page + "/log/tile/**", Policy.API, site, TreeApi::tile);
      String data = "/api/v1/roadmaps/" + site.id();
      routes.add(data, Policy.API, site, api::feed);
      routes.add(data + "/measures/*", Policy.API, site, api::measure);
      routes.add(data + "/changes", Policy.API, site, api::changes);
      routes.add(data + "/changes/*", Policy.API, site, api::entry);
      routes.add(data + "/summary", Policy.API, site, api::summary);
      routes.add(data + "/events", Policy.EVENTS, site, (of, exchange) -> exchange.stream(of));
      routes.add(data + ".csv", Policy.API, site, apis.tables()::measures);
      routes.add(data + "/changes.csv", Policy.API, site, apis.tables()::changes);
      routes.add(data + "/changes.xlsx", Policy.API, site, apis.tables()::changesForExcel);
      routes.add(data + "/datapackage.json", Policy.API, site, apis.tables()::dataPackage);
      routes.add(data + "/meta.csv", Policy.API, site, apis.tables()::passport);
      routes.add(data + "/structure.csv", Policy.API, site, apis.tables()::structure);
      routes.add(page + "/changes.atom", Policy.API, site, apis.news()::atom);
      routes.add(page + "/changes.json", Policy.API, site, apis.news()::json);
    }
    return routes;
  }

  private void add(String path, Policy policy, Site site, BiConsumer<Site, Exchange> action) {
    add(
        path,
        policy,
        site::checkedAt,
        exchange -> {
          if (!site.sendKnown(exchange)) {
            action.accept(site, exchange);
          }
        });
  }

  private void add(String path, Policy policy, Route.Freshness freshness, Route.Action action) {
    Route route = new Route(policy, freshness, action);
    Route before = put(path, route);
    if (before != null) {
      throw new IllegalArgumentException("Two things at " + path);
    }
  }

  private @Nullable Route put(String path, Route route) {
    if (path.endsWith("/**")) {
      return byStart.put(path.substring(0, path.length() - 2), route);
    }
    return path.endsWith("/*")
        ? byFolder.put(path.substring(0, path.length() - 1), route)
        : whole.put(path, route);
  }

  /** What answers a path whose escapes are resolved. */
  Optional<Route> find(String path) {
    Route route = whole.get(path);
    if (route == null) {
      int tail = path.lastIndexOf('/') + 1;
      route = tail < path.length() ? byFolder.get(path.substring(0, tail)) : null;
    }
    return route == null ? below(path) : Optional.of(route);
  }

  private Optional<Route> below(String path) {
    return byStart.entrySet().stream()
        .filter(each -> path.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
