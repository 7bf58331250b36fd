package org.sverka.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.sverka.sync.Erasure;
import org.sverka.text.Messages;
import org.sverka.web.page.PageWriter;

/** The newest entries of the log for programs that people read news with. */
final class NewsApi {
  private static final int MOST_ERASURES = 500;

  private final String publicUrl;
  private final Messages words;
  private final PageWriter pages;

  /**
   * @param words how types and verdicts of entries are called
   * @param pages knows how the filters are called
   */
  NewsApi(String publicUrl, Messages words, PageWriter pages) {
    this.publicUrl = publicUrl;
    this.words = words;
    this.pages = pages;
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
    String data = Query.write(query, ChangesQuery.FILTERS);
    Map<String, String> page = LogQuery.ofPage(query, filter, site.view());
    String self = publicUrl + exchange.path() + data;
    site.send(
        exchange,
        "news\n" + self,
        view ->
            site.ready(
                Policy.API,
                type,
                view,
                write.apply(news(site, view, filter, choice(site, view, page, data), self)),
                Links.ofNews(site.id(), data, LogQuery.write(page)).header()));
  }

  private News.Choice choice(Site site, FeedView view, Map<String, String> page, String data) {
    Map<String, String> others = new LinkedHashMap<>(page);
    boolean waiting = others.remove("review") != null;
    String named = pages.chosen(view, site.rules(), others);
    return new News.Choice(data, LogQuery.write(page), waiting, named);
  }

  private News news(Site site, FeedView view, LogFilter filter, News.Choice choice, String self) {
    List<SealedEntry> newest = site.log().before(Long.MAX_VALUE, News.LENGTH, filter);
    return News.of(
        view, newest, erasedAt(site, newest), choice, words, publicUrl + "/" + site.id(), self);
  }

  private static Map<Long, Instant> erasedAt(Site site, List<SealedEntry> entries) {
    Map<Long, Instant> moments = new HashMap<>();
    if (entries.stream().anyMatch(SealedEntry::isErased)) {
      LogFilter erasures = LogFilter.ALL.ofColumn(Erasure.COLUMN);
      for (SealedEntry line : site.log().before(Long.MAX_VALUE, MOST_ERASURES, erasures)) {
        moments.putIfAbsent(line.entry().about(), line.entry().at());
      }
    }
    return moments;
  }
}
