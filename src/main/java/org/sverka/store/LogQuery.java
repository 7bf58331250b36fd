package org.sverka.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.sverka.log.LogFilter;

/** The statement that finds the numbers of the entries on a page. */
record LogQuery(String roadmap, LogPage page, LogFilter filter, TimeSpan span) {
  List<Long> seqs(Handle handle) {
    return bound(handle.createQuery(sql())).mapTo(Long.class).list();
  }

  Query bound(Query query) {
    query
        .bind("roadmap", roadmap)
        .bind("from", page.from())
        .bind("to", page.to())
        .bind("limit", page.limit());
    if (!filter.rule().isEmpty()) {
      query.bind("rule", filter.rule());
    }
    if (!span.isAll()) {
      query.bind("since", span.from()).bind("until", span.to());
    }
    wanted().forEach(query::bind);
    return query;
  }

  String sql() {
    return (filter.rule().isEmpty() ? fromEntries() : fromFindings())
        + " ORDER BY seq"
        + (page.newestFirst() ? " DESC" : "")
        + " LIMIT :limit";
  }

  private String fromEntries() {
    return "SELECT e.seq AS seq FROM entry e"
        + " WHERE e.roadmap = :roadmap AND e.seq BETWEEN :from AND :to"
        + conditions();
  }

  // Walks the findings of the rule, and looks at their entries only if there is more to ask. One
  // entry may have several findings of a rule.
  private String fromFindings() {
    String conditions = conditions();
    return "SELECT DISTINCT f.seq AS seq FROM entry_finding f"
        + (conditions.isEmpty() ? "" : " JOIN entry e ON e.roadmap = f.roadmap AND e.seq = f.seq")
        + " WHERE f.roadmap = :roadmap AND f.rule = :rule AND f.seq BETWEEN :from AND :to"
        + conditions;
  }

  private String conditions() {
    StringBuilder conditions = new StringBuilder();
    wanted().keySet().forEach(c -> conditions.append(" AND e.").append(c).append(" = :").append(c));
    if (!span.isAll()) {
      conditions.append(" AND e.at_millis BETWEEN :since AND :until");
    }
    return conditions.toString();
  }

  /** Column of the table to the value it has to have. */
  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("measure", filter.measure());
    wanted.put("column_key", filter.column());
    wanted.put("verdict", filter.verdict());
    wanted.put("party", filter.party());
    wanted.values().removeIf(String::isEmpty);
    return wanted;
  }
}
