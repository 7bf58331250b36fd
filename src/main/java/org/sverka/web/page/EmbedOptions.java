package org.sverka.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedView;
import org.sverka.feed.QueryException;

/**
 * What another site wants to show of a roadmap, and how.
 *
 * @param filter which measures
 * @param search the search as it was typed
 * @param view how much of them: one of {@link #VIEWS}
 * @param heading level of the title among the headings of the page around it
 */
public record EmbedOptions(FeedFilter filter, String search, String view, int heading) {
  /** All of it; only what the measures are and how they stand; only the figures. */
  public static final List<String> VIEWS = List.of("full", "compact", "summary");

  /** Levels that the title may have: below it there must be one more. */
  public static final List<String> HEADINGS = List.of("2", "3", "4", "5");

  static final String USUAL_VIEW = "full";
  static final String USUAL_HEADING = "3";

  /** The names of the parameters. */
  public static final List<String> NAMES = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>(FeedFilter.NAMES);
    names.add("view");
    names.add("heading");
    return List.copyOf(names);
  }

  /**
   * Reads a query.
   *
   * @throws QueryException if it names a parameter or a value that does not exist
   */
  public static EmbedOptions parse(Map<String, String> query, FeedView view) {
    Map<String, String> filters = new LinkedHashMap<>(query);
    filters.remove("view");
    filters.remove("heading");
    return new EmbedOptions(
        FeedFilter.parse(filters, view),
        query.getOrDefault("q", ""),
        one(query, "view", VIEWS, USUAL_VIEW),
        Integer.parseInt(one(query, "heading", HEADINGS, USUAL_HEADING)));
  }

  private static String one(
      Map<String, String> query, String name, List<String> allowed, String usual) {
    String value = query.getOrDefault(name, usual);
    if (!allowed.contains(value)) {
      throw QueryException.unknownValue(name, allowed);
    }
    return value;
  }

  /** The one spelling of these options: equal options are equal texts. */
  public String canonical() {
    return filter.canonical() + view + heading + "\n" + search;
  }

  /** What has to be said to have it so, in the order of {@link #NAMES}. */
  Map<String, String> given() {
    Map<String, String> given = filters();
    if (!view.equals(USUAL_VIEW)) {
      given.put("view", view);
    }
    if (heading != Integer.parseInt(USUAL_HEADING)) {
      given.put("heading", Integer.toString(heading));
    }
    return given;
  }

  /** The same of the filters alone. */
  Map<String, String> filters() {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : FeedFilter.NAMES) {
      filter.value(name).ifPresent(value -> given.put(name, name.equals("q") ? search : value));
    }
    return given;
  }

  /** Whether the measures are listed. */
  public boolean listed() {
    return !view.equals("summary");
  }

  /** Whether bodies, reports and evidence are shown. */
  public boolean full() {
    return view.equals(USUAL_VIEW);
  }
}
