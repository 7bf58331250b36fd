package org.sverka.web.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.sverka.feed.FeedView;
import org.sverka.log.EntryType;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.JournalLayout;
import org.sverka.text.Messages;
import org.sverka.text.Moments;
import org.sverka.text.Visible;

/** How the things of one roadmap are called on its pages, and how times are written there. */
final class Words {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private final Messages messages;
  private final FeedView view;
  private final ZoneId zone;

  Words(Messages messages, FeedView view) {
    this.messages = messages;
    this.view = view;
    this.zone = view.zone();
  }

  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** The word for one of a family, such as a verdict; where there is none, the key itself. */
  String of(String family, String key) {
    String full = family + "." + key;
    return messages.has(full) ? messages.text(full) : key;
  }

  /** The name of the zone of all these times, whole. */
  String zone() {
    return named(of("zone", zone.getId()));
  }

  /** The same, short, to stand after a time. */
  String zoneMark() {
    return named(of("zone-mark", zone.getId()));
  }

  /** For zones without a Russian name, such as «UTC+05:00». */
  private String named(String name) {
    return name.equals(zone.getId())
        ? "UTC" + zone.getRules().getOffset(view.changedAt()).getId().replace("Z", "")
        : name;
  }

  /** A moment, for people and for programs. */
  Moment moment(Instant instant) {
    return new Moment(instant.toString(), Moments.minute(instant, zone));
  }

  /** The end of a span: the day only if it is another one than that of its beginning. */
  Moment momentAfter(Instant begin, Instant end) {
    boolean sameDay = DATE.format(begin.atZone(zone)).equals(DATE.format(end.atZone(zone)));
    return sameDay ? new Moment(end.toString(), HOUR.format(end.atZone(zone))) : moment(end);
  }

  /** A day of ISO 8601 as «01.03.2026»; what is not one stays as it is. */
  String date(String iso) {
    try {
      return iso.isEmpty() ? "" : DATE.format(LocalDate.parse(iso));
    } catch (DateTimeException e) {
      return Visible.of(iso);
    }
  }

  /** The header of a column; where there is none, the key itself. */
  String column(String key) {
    return Stream.concat(view.layout().columns().stream(), JournalLayout.reviews().stream())
        .filter(column -> column.key().equals(key))
        .map(Column::header)
        .findFirst()
        .orElseGet(() -> of("column", key));
  }

  /** Whose doing an entry is; empty where it is nobody's in particular. */
  String side(EntryType type, String party) {
    return party.isEmpty() && type.isSomebodysDoing() ? text("entry.party.unknown") : party(party);
  }

  String party(String key) {
    return view.roadmap().party(key).map(party -> party.name()).orElse(key);
  }

  String status(String key) {
    return view.statuses().stream()
        .filter(option -> option.key().equals(key))
        .map(ColumnType.Option::label)
        .findFirst()
        .orElse(key);
  }
}
