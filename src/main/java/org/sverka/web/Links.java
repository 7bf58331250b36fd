package org.sverka.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedQuery;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.feed.NewsAtom;
import org.sverka.feed.NewsJson;
import org.sverka.feed.StatementQuery;
import org.sverka.feed.Tables;

/**
 * Where an answer leads on to, as the header {@code Link} says it (RFC 8288). The addresses have no
 * host, but for the next page of the log, which programs follow from afar.
 *
 * @param text what the header says
 */
record Links(String text) {
  private static final String ROADMAPS = "/api/v1/roadmaps";
  private static final String HTML = "text/html";
  private static final String CSV = "text/csv";
  private static final String JSON = "application/json";

  /** A proxy may have 4,096 bytes for all headers; a longer query is not repeated in them. */
  private static final int LONGEST_QUERY = 300;

  /** The header. */
  Map<String, String> header() {
    return Map.of("Link", text);
  }

  private static Links described(String schema) {
    return new Links("</schemas/" + schema + ".json>; rel=\"describedby\"")
        .and("service-desc", "/openapi.json");
  }

  /** One more. */
  Links and(String rel, String address) {
    return new Links(text + ", <" + address + ">; rel=\"" + rel + "\"");
  }

  private Links alternate(String type, String address) {
    Links links = and("alternate", address);
    return new Links(links.text + "; type=\"" + type + "\"");
  }

  static Links ofRoadmaps(List<String> ids) {
    Links links = described("roadmaps");
    for (String id : ids) {
      links = links.and("item", ROADMAPS + "/" + id);
    }
    return links;
  }

  /**
   * @param now what is shown now
   */
  static Links ofFeed(FeedView now, FeedQuery query) {
    String id = now.roadmap().id();
    Links links = described("feed").and("collection", ROADMAPS);
    String asked = write(query.parameters());
    if (asked.length() > LONGEST_QUERY) {
      return links;
    }
    links = links.alternate(CSV, ROADMAPS + "/" + id + ".csv" + asked);
    if (query.since().isEmpty() && query.then().isEmpty()) {
      links = links.alternate(HTML, "/" + id + asked);
    }
    return links.latest(ROADMAPS + "/" + id, query, now);
  }

  /**
   * @param now what is shown now
   */
  static Links ofTable(FeedView now, FeedQuery query) {
    String id = now.roadmap().id();
    Links links = ofTables(id);
    String asked = write(query.parameters());
    return asked.length() > LONGEST_QUERY
        ? links
        : links
            .alternate(JSON, ROADMAPS + "/" + id + asked)
            .latest(ROADMAPS + "/" + id + ".csv", query, now);
  }

  private static Links ofTables(String id) {
    return new Links("<" + ROADMAPS + "/" + id + "/datapackage.json>; rel=\"describedby\"");
  }

  private Links latest(String address, FeedQuery query, FeedView now) {
    if (query.then().isEmpty()) {
      return this;
    }
    return query
        .parametersNow(now)
        .map(parameters -> and("latest-version", address + write(parameters)))
        .orElse(this);
  }

  private static String write(Map<String, String> parameters) {
    return Query.write(parameters, FeedQuery.NAMES);
  }

  static Links ofSummary(String id) {
    return described("summary").and("collection", ROADMAPS).alternate(HTML, "/" + id);
  }

  static Links ofMeasure(FeedView view, MeasureView measure) {
    String id = view.roadmap().id();
    String feed = ROADMAPS + "/" + id;
    String number = measure.measure().number().value();
    List<String> numbers = new ArrayList<>();
    view.measures().forEach(each -> numbers.add(each.measure().number().value()));
    int at = numbers.indexOf(number);
    Links links =
        described("measure")
            .and("collection", feed)
            .alternate(HTML, "/" + id + "/measures/" + number);
    if (at > 0) {
      links = links.and("prev", feed + "/measures/" + numbers.get(at - 1));
    }
    return at + 1 < numbers.size()
        ? links.and("next", feed + "/measures/" + numbers.get(at + 1))
        : links;
  }

  static Links ofChanges(String id, ChangesQuery query, Paging.Page page) {
    Links links = described("changes").next(page);
    String asked = Query.write(query.given(), ChangesQuery.FILTERS);
    String changes = ROADMAPS + "/" + id + "/changes";
    return asked.length() > LONGEST_QUERY
        ? links
        : links
            .alternate(CSV, changes + ".csv" + asked)
            .alternate(Tables.EXCEL, changes + ".xlsx" + asked);
  }

  static Links ofChangesTable(String id, ChangesQuery query, Paging.Page page) {
    Links links = ofTables(id).next(page);
    String asked = Query.write(query.given(), ChangesQuery.FILTERS);
    return asked.length() > LONGEST_QUERY
        ? links
        : links.alternate(JSON, ROADMAPS + "/" + id + "/changes" + asked);
  }

  /**
   * Of what became different between two states.
   *
   * @param query which, as it was asked
   */
  static Links ofStatement(String id, Map<String, String> query) {
    String all = Query.write(query, StatementQuery.NAMES);
    String asked = all.length() > LONGEST_QUERY ? "" : all;
    return new Links(
        "</" + id + "/log/compare" + asked + ">; rel=\"alternate\"; type=\"" + HTML + "\"");
  }

  private Links next(Paging.Page page) {
    return page.following().isEmpty() ? this : and("next", page.following());
  }

  static Links ofEntry(FeedView view, long seq) {
    String id = view.roadmap().id();
    String changes = ROADMAPS + "/" + id + "/changes";
    Links links =
        described("entry").and("collection", changes).alternate(HTML, "/" + id + "/log/" + seq);
    if (seq > 1) {
      links = links.and("prev", changes + "/" + (seq - 1));
    }
    return seq < view.revision() ? links.and("next", changes + "/" + (seq + 1)) : links;
  }

  static Links ofDataPackage(String id) {
    String data = ROADMAPS + "/" + id;
    return described("datapackage").and("item", data + ".csv").and("item", data + "/changes.csv");
  }

  /**
   * Of news.
   *
   * @param data which entries, as the query of the API
   * @param page the same as the query of the page of the log
   */
  static Links ofNews(String id, String data, String page) {
    boolean isLong = data.length() > LONGEST_QUERY;
    String asked = isLong ? "" : data;
    String shown = isLong ? "" : page;
    return new Links("</" + id + "/log" + shown + ">; rel=\"alternate\"; type=\"" + HTML + "\"")
        .alternate(NewsAtom.TYPE, "/" + id + "/changes.atom" + asked)
        .alternate(NewsJson.TYPE, "/" + id + "/changes.json" + asked);
  }
}
