package org.sverka.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sverka.rule.Finding;
import org.sverka.rule.FindingTexts;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.Layout;
import org.sverka.text.Messages;
import org.sverka.text.Moments;

/** What Sverka writes into «Проверка» and «На сайте». */
final class ServiceTexts {
  private static final Messages MESSAGES = Messages.of(ServiceTexts.class, "ru");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);

  private final Layout layout;
  private final ZoneId zone;

  ServiceTexts(Charter charter) {
    this.layout = charter.layout();
    this.zone = charter.zone();
  }

  /** The verdict on a row as it stands once the repairs are done, worst first. */
  String check(boolean heading, List<Finding> findings, Map<String, Rebuff> rebuffs) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(FindingTexts.severity(finding.severity()) + ". " + FindingTexts.message(finding));
    }
    for (Column column : layout.columns(Column.Kind.CANONICAL)) {
      Rebuff rebuff = rebuffs.get(column.key());
      if (rebuff != null && !rebuff.at().isEmpty()) {
        lines.add(restored(column, rebuff));
      }
    }
    if (lines.isEmpty()) {
      return heading ? "" : MESSAGES.text("check.fine");
    }
    return String.join("\n", lines);
  }

  private String restored(Column column, Rebuff rebuff) {
    Instant last = rebuff.at().get(rebuff.at().size() - 1);
    String time = TIME.format(last.atZone(zone));
    return rebuff.redline().isEmpty()
        ? MESSAGES.text("check.restored-spelling", column.header(), time)
        : MESSAGES.text("check.restored", column.header(), time, rebuff.redline());
  }

  /** What the public sees of a measure and since when. */
  String site(MeasureState state, Instant now) {
    List<String> lines = new ArrayList<>();
    for (Column column : layout.columns(Column.Kind.WORKING)) {
      Hold hold = state.held().get(column.key());
      if (hold != null) {
        String since = time(earlier(state.changedAt(), hold.since()), now);
        String value = label(column, state.published(column.key()));
        lines.add(
            value.isEmpty()
                ? MESSAGES.text("site.held-empty", since, column.header())
                : MESSAGES.text("site.held", since, column.header(), value));
      }
    }
    String published = time(state.changedAt(), now);
    lines.add(MESSAGES.text(lines.isEmpty() ? "site.published" : "site.rest", published));
    return String.join("\n", lines);
  }

  /** What is shown of a held column is no younger than its hold, whatever changed beside it. */
  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Of a row that is nobody's. */
  String notOnSite() {
    return MESSAGES.text("site.nothing");
  }

  private String time(Instant at, Instant now) {
    boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
    return thisYear ? TIME.format(at.atZone(zone)) : Moments.minute(at, zone);
  }

  private static String label(Column column, String value) {
    if (column.type() instanceof ColumnType.Choice choice) {
      String key = value.isEmpty() ? choice.options().get(0).key() : value;
      return choice.options().stream()
          .filter(option -> option.key().equals(key))
          .map(ColumnType.Option::label)
          .findFirst()
          .orElse(value);
    }
    String line = value.replace('\n', ' ');
    return line.length() <= 40 ? line : line.substring(0, 40).strip() + "…";
  }
}
