package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.sheet.Cell;

/**
 * What Sverka knows of one measure.
 *
 * @param present whether the sheet has its row
 * @param seen what stood in the row when it was last judged: canonical and working columns, by key;
 *     empty cells are left out
 * @param published for each working column the last value that passed, by key, in its public form:
 *     of a choice the option's key, of a date ISO 8601, of links one a line; empty ones are left
 *     out
 * @param held columns whose value in the sheet is not the published one, by key
 * @param rebuffs canonical columns that were put right lately, by key
 * @param changedAt when what the site shows of it last changed
 * @param check the text that belongs into the column «Проверка»
 * @param site the text that belongs into the column «На сайте»
 */
public record MeasureState(
    boolean present,
    Map<String, Cell> seen,
    Map<String, String> published,
    Map<String, Hold> held,
    Map<String, Rebuff> rebuffs,
    Instant changedAt,
    String check,
    String site) {
  public MeasureState {
    seen = Map.copyOf(seen);
    published = Map.copyOf(published);
    held = Map.copyOf(held);
    rebuffs = Map.copyOf(rebuffs);
  }

  /** What a column shows on the site, in its public form. */
  public String published(String column) {
    return published.getOrDefault(column, "");
  }

  /** What stood in a column when the row was last judged. */
  public Cell seen(String column) {
    return seen.getOrDefault(column, Cell.EMPTY);
  }

  /** The times of the last repairs of a column. */
  List<Instant> repairs(String column) {
    Rebuff rebuff = rebuffs.get(column);
    return rebuff == null ? List.of() : rebuff.at();
  }

  /** How a canonical column that was put right lately differed from the signed text. */
  String redline(String column) {
    Rebuff rebuff = rebuffs.get(column);
    return rebuff == null ? "" : rebuff.redline();
  }

  boolean isPending(String column) {
    Rebuff rebuff = rebuffs.get(column);
    return rebuff != null && rebuff.pending();
  }

  MeasureState withCheck(String text) {
    return new MeasureState(present, seen, published, held, rebuffs, changedAt, text, site);
  }

  MeasureState withSite(String text) {
    return new MeasureState(present, seen, published, held, rebuffs, changedAt, check, text);
  }

  MeasureState withChangedAt(Instant moment) {
    return new MeasureState(present, seen, published, held, rebuffs, moment, check, site);
  }

  MeasureState withPresent(boolean isPresent) {
    return new MeasureState(isPresent, seen, published, held, rebuffs, changedAt, check, site);
  }

  MeasureState withSeen(Map<String, Cell> cells, Map<String, Rebuff> repairs) {
    return new MeasureState(present, cells, published, held, repairs, changedAt, check, site);
  }
}
