package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The groups of rows or columns of a tab, as the API lists them: outer ones first. */
final class LineGroups {
  private LineGroups() {}

  static ArrayNode json(Tab tab, Dimension dimension) {
    ArrayNode groups = Json.array();
    List<Line> lines = tab.lines(dimension);
    for (int i = 0; i < lines.size(); i++) {
      int before = i == 0 ? 0 : lines.get(i - 1).grouping().depth();
      for (int level = before + 1; level <= lines.get(i).grouping().depth(); level++) {
        groups.add(json(tab.id(), dimension, i, end(lines, i, level), level, lines.get(i)));
      }
    }
    return groups;
  }

  private static int end(List<Line> lines, int start, int level) {
    int end = start;
    while (end < lines.size() && lines.get(end).grouping().depth() >= level) {
      end++;
    }
    return end;
  }

  private static ObjectNode json(
      int sheetId, Dimension dimension, int start, int end, int level, Line first) {
    ObjectNode json = Json.object();
    json.set("range", Ranges.Lines.json(sheetId, dimension, start, end));
    json.put("depth", level);
    if (first.grouping().isCollapsed(level)) {
      json.put("collapsed", true);
    }
    return json;
  }

  /** Whether a group has exactly these lines and this depth. */
  static boolean isGroup(List<Line> lines, int start, int end, int level) {
    boolean begins = start == 0 || lines.get(start - 1).grouping().depth() < level;
    return level > 0 && begins && end(lines, start, level) == end;
  }
}
