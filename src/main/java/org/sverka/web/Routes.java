package org.sverka.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which address is answered by what. An address is known whole, or by everything up to its last
 * slash; nothing is ever looked up in a file system.
 */
final class Routes {
  private final Map<String, Route> whole = new HashMap<>();
  private final Map<String, Route> byFolder = new HashMap<>();

  /**
   * The table. Its last column is what a person or a program finds there.
   *
   * @param oldest when the sheet that was read longest ago was read
   */
  static Routes of(
      List<Site> sites, Api api, Pages pages, Documents documents, Route.Freshness oldest) {
    Routes routes = new Routes();
    routes.add("/", Policy.PAGE, oldest, pages::home);
    routes.add("/api/v1/roadmaps", Policy.API, oldest, api::roadmaps);
    routes.add("/openapi.json", Policy.API, oldest, documents::send);
    routes.add("/schemas/*", Policy.API, oldest, documents::send);
    routes.add("/assets/*", Policy.ASSET, oldest, documents::send);
    for (Site site : sites) {
      String page = "/" + site.id();
      routes.add(page, Policy.PAGE, site::checkedAt, to -> pages.roadmap(site, to));
      routes.add(page + "/measures/*", Policy.PAGE, site::checkedAt, to -> pages.measure(site, to));
      routes.add(page + "/log", Policy.PAGE, site::checkedAt, to -> pages.log(site, to));
      routes.add(page + "/log/*", Policy.PAGE, site::checkedAt, to -> pages.entry(site, to));
      String data = "/api/v1/roadmaps/" + site.id();
      routes.add(data, Policy.API, site::checkedAt, to -> api.feed(site, to));
      routes.add(data + "/measures/*", Policy.API, site::checkedAt, to -> api.measure(site, to));
      routes.add(data + "/changes", Policy.API, site::checkedAt, to -> api.changes(site, to));
      routes.add(data + "/changes/*", Policy.API, site::checkedAt, to -> api.entry(site, to));
    }
    return routes;
  }

  private void add(String path, Policy policy, Route.Freshness freshness, Route.Action action) {
    Route route = new Route(policy, freshness, action);
    boolean folder = path.endsWith("/*");
    Route before =
        folder ? byFolder.put(path.substring(0, path.length() - 1), route) : whole.put(path, route);
    if (before != null) {
      throw new IllegalArgumentException("Two things at " + path);
    }
  }

  /** What answers a path whose escapes are resolved. */
  Optional<Route> find(String path) {
    Route route = whole.get(path);
    if (route == null) {
      int tail = path.lastIndexOf('/') + 1;
      route = tail < path.length() ? byFolder.get(path.substring(0, tail)) : null;
    }
    return Optional.ofNullable(route);
  }
}
