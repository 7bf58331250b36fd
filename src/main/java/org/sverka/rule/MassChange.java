package org.sverka.rule;

/** No more than a fifth of the measures change at one blow; else it waits for a second look. */
public final class MassChange implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  /** Whether so many of so many are a mass change. A few never are, however small the roadmap. */
  public static boolean is(int changed, int all) {
    return changed > 3 && changed * 5L > all;
  }

  /** The finding for such a change. */
  public Finding check(int changed, int all) {
    return finding("", changed, all);
  }

  /** The finding for one that was not there any more at the second look. */
  public Finding gone() {
    return variant("gone", Severity.NOTE, "");
  }
}
