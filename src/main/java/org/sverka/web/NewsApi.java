package org.sverka.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedView;
import org.sverka.feed.News;
import org.sverka.feed.NewsAtom;
import org.sverka.feed.NewsJson;
import org.sverka.feed.QueryException;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.text.Messages;

/** The newest entries of the log for programs that people read news with. */
final class NewsApi {
  private final String publicUrl;
  private final Messages words;

  /**
   * @param words how types and verdicts of entries are called
   */
  NewsApi(String publicUrl, Messages words) {
    this.publicUrl = publicUrl;
    this.words = words;
  }

  void atom(Site site, Exchange exchange) {
    send(site, exchange, NewsAtom.TYPE, NewsAtom::write);
  }

  void json(Site site, Exchange exchange) {
    send(site, exchange, NewsJson.TYPE, NewsJson::write);
  }

  private void send(Site site, Exchange exchange, String type, Function<News, byte[]> write) {
    Map<String, String> query = exchange.query();
    for (String name : query.keySet()) {
      if (!ChangesQuery.FILTERS.contains(name)) {
        throw QueryException.unknownFilter(name, ChangesQuery.FILTERS);
      }
    }
    LogFilter filter = ChangesQuery.filter(query, site.view());
    String self = publicUrl + exchange.path() + Query.write(query, ChangesQuery.FILTERS);
    site.send(
        exchange,
        "news\n" + self,
        view ->
            site.ready(
                Policy.API,
                type,
                view,
                write.apply(news(site, view, filter, self)),
                Links.ofNews(site.id()).header()));
  }

  private News news(Site site, FeedView view, LogFilter filter, String self) {
    List<SealedEntry> newest = site.log().before(Long.MAX_VALUE, News.LENGTH, filter);
    return News.of(view, newest, words, publicUrl + "/" + site.id(), self);
  }
}
