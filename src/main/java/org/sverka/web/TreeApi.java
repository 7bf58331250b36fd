package org.sverka.web;

import java.nio.charset.StandardCharsets;
import org.sverka.feed.FeedView;
import org.sverka.tlog.TileAddress;

/** The log as a transparency log (c2sp.org/tlog-tiles). */
final class TreeApi {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BYTES = "application/octet-stream";
  private static final String TILES = "/log/tile/";

  private TreeApi() {}

  /** What the whole log is at the revision that is shown. */
  static void checkpoint(Site site, Exchange exchange) {
    exchange.refuseQuery();
    site.send(
        exchange,
        "checkpoint",
        view -> text(site, view, site.transparency().checkpoint(view.revision())));
  }

  /** What checkpoints are checked with. */
  static void key(Site site, Exchange exchange) {
    exchange.refuseQuery();
    site.send(exchange, "key", view -> text(site, view, site.transparency().key().text() + "\n"));
  }

  private static Ready text(Site site, FeedView view, String text) {
    return site.ready(Policy.API, TEXT, view, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hashes or entries. A tile that is not there yet may be there soon, so that is not kept. */
  static void tile(Site site, Exchange exchange) {
    exchange.refuseQuery();
    String path = exchange.path().substring(1 + site.id().length() + TILES.length());
    TileAddress tile =
        TileAddress.parse(path)
            .filter(address -> address.isIn(site.view().revision()))
            .orElseThrow(ProblemException::notFound);
    site.send(exchange, "tile\n" + path, view -> tile(site, view, tile));
  }

  private static Ready tile(Site site, FeedView view, TileAddress tile) {
    byte[] bytes = site.transparency().tile(tile).orElseThrow(ProblemException::notFound);
    return site.ready(Policy.TILE, BYTES, view, bytes);
  }
}
