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
    if (!span.isAll()) {
      query.bind("since", span.from()).bind("until", span.to());
    }
    wanted().forEach(query::bind);
    return query;
  }

  String sql() {
    StringBuilder sql = new StringBuilder("SELECT seq FROM ");
    sql.append(filter.rule().isEmpty() ? "entry" : "entry_rule");
    sql.append(" WHERE roadmap = :roadmap AND seq BETWEEN :from AND :to");
    wanted().keySet().forEach(c -> sql.append(" AND ").append(c).append(" = :").append(c));
    if (!filter.review().isEmpty()) {
      sql.append(" AND seq IN (SELECT seq FROM entry_waiting WHERE roadmap = :roadmap)");
    }
    if (!span.isAll()) {
      sql.append(" AND at_millis BETWEEN :since AND :until");
    }
    return sql.append(page.newestFirst() ? " ORDER BY seq DESC" : " ORDER BY seq")
        .append(" LIMIT :limit")
        .toString();
  }

  /** Column of the table to the value it has to have. */
  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("rule", filter.rule());
    wanted.put("measure", filter.measure());
    wanted.put("section", filter.section());
    wanted.put("column_key", filter.column());
    wanted.put("type", filter.type());
    wanted.put("verdict", filter.verdict());
    wanted.put("severity", filter.severity());
    wanted.put("party", filter.party());
    wanted.values().removeIf(String::isEmpty);
    return wanted;
  }
}
