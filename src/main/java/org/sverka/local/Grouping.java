package org.sverka.local;

/**
 * The groups that a line is in. Google describes groups by their ranges, and adding and deleting by
 * the depth of each line, which is what is kept: a group of depth n is a stretch of lines of at
 * least that depth.
 *
 * @param depth in how many groups the line is
 * @param collapsed which of them are collapsed: bit n for the group of depth n
 * @see <a
 *     href="https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request">
 *     AddDimensionGroupRequest, DeleteDimensionGroupRequest</a>
 */
record Grouping(int depth, int collapsed) {
  static final Grouping NONE = new Grouping(0, 0);
  private static final int DEEPEST = 8;

  boolean isCollapsed(int level) {
    return (collapsed >> level & 1) != 0;
  }

  /** Whether a group deeper than this level is collapsed. */
  boolean isCollapsedBelow(int level) {
    return collapsed >> (level + 1) != 0;
  }

  Grouping withCollapsed(int level, boolean value) {
    return new Grouping(depth, value ? collapsed | 1 << level : collapsed & ~(1 << level));
  }

  /** One group more or less. Which group a collapsed one then is, nobody says. */
  Grouping deeper(int by) {
    int next = depth + by;
    if (collapsed != 0) {
      throw ApiException.unsupported("adding or deleting a group where another is collapsed");
    }
    if (next > DEEPEST) {
      throw ApiException.unsupported("groups more than " + DEEPEST + " deep");
    }
    if (next < 0) {
      throw ApiException.unsupported("deleting a group where there is none");
    }
    return new Grouping(next, 0);
  }

  /** Of a line that is put in between two others. */
  static Grouping between(Grouping before, Grouping after) {
    if ((before.collapsed & after.collapsed) != 0) {
      throw ApiException.unsupported("inserting into a collapsed group");
    }
    return new Grouping(Math.min(before.depth, after.depth), 0);
  }
}
