package org.sverka.web.page;

import java.util.List;
import org.sverka.feed.Tables;
import org.sverka.text.Messages;

/** The other forms in which a page is there, for programs and for those who read news. */
final class Forms {
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";
  private static final String DATA = "/api/v1/roadmaps/";

  private final Messages messages;

  Forms(Messages messages) {
    this.messages = messages;
  }

  List<Shell.Form> home() {
    return List.of(form("list", "/api/v1/roadmaps", JSON));
  }

  List<Shell.Form> roadmap(String id) {
    return List.of(
        form("feed", DATA + id, JSON),
        form("table", DATA + id + ".csv", CSV),
        atom(id, ""),
        jsonFeed(id, ""),
        form("events", DATA + id + "/events", "text/event-stream"),
        form("openapi", "/openapi.json", ""));
  }

  List<Shell.Form> measure(String id, String number) {
    String own = "?measure=" + number;
    return List.of(
        form("measure", DATA + id + "/measures/" + number, JSON), atom(id, own), jsonFeed(id, own));
  }

  /**
   * Of the log.
   *
   * @param query the same choice in the words of the API
   */
  List<Shell.Form> log(String id, String query) {
    return List.of(
        form("changes", DATA + id + "/changes" + query, JSON),
        form("changestable", DATA + id + "/changes.csv" + query, CSV),
        form("changesworkbook", DATA + id + "/changes.xlsx" + query, Tables.EXCEL),
        atom(id, query),
        jsonFeed(id, query));
  }

  List<Shell.Form> statement(String csv) {
    return List.of(form("statement", csv, CSV));
  }

  List<Shell.Form> entry(String id, long seq) {
    return List.of(form("entry", DATA + id + "/changes/" + seq, JSON));
  }

  /** The newest entries for news readers. */
  private Shell.Form atom(String id, String query) {
    return form("atom", "/" + id + "/changes.atom" + query, "application/atom+xml");
  }

  private Shell.Form jsonFeed(String id, String query) {
    return form("jsonfeed", "/" + id + "/changes.json" + query, "application/feed+json");
  }

  private Shell.Form form(String name, String href, String type) {
    return new Shell.Form(href, messages.text("data." + name), type);
  }
}
