package org.sverka.sheet;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sverka.text.Texts;

/**
 * What the site shows for a cell: of a choice the option's key, of a date ISO 8601, of links one a
 * line, of a text the text without white space at its ends.
 */
public final class PublicForm {
  /** Day 0 of serial dates in a spreadsheet. */
  public static final LocalDate SERIAL_EPOCH = LocalDate.of(1899, 12, 30);

  private static final int LONGEST_CHOICE = 200;
  private static final long LAST_SERIAL =
      LocalDate.of(9999, 12, 31).toEpochDay() - SERIAL_EPOCH.toEpochDay();
  private static final DateTimeFormatter RUSSIAN =
      DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter IN_WORDS =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMMM uuuu")
          .toFormatter(Locale.forLanguageTag("ru"))
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern TIME_OF_DAY = Pattern.compile("\\.\\d+$");
  private static final Pattern YEAR = Pattern.compile(" ?(?:г\\.?|года)$");
  private static final Set<String> NOT_PUBLIC =
      Set.of(
          "local",
          "localhost",
          "localdomain",
          "internal",
          "intranet",
          "lan",
          "home",
          "corp",
          "private",
          "test",
          "invalid",
          "example",
          "arpa",
          "onion");
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*)(?:\\.[\\p{L}\\p{N}][\\p{L}\\p{N}-]*)+");

  private PublicForm() {}

  /**
   * The public form of a cell; the empty text for an empty cell.
   *
   * @return empty if the column can't hold that
   */
  public static Optional<String> of(ColumnType type, Cell cell) {
    if (cell.isBlank()) {
      return Optional.of("");
    }
    if (cell.kind() == Cell.Kind.FORMULA || cell.kind() == Cell.Kind.ERROR) {
      return Optional.empty();
    }
    if (type instanceof ColumnType.Choice choice) {
      if (cell.text().length() > LONGEST_CHOICE) {
        return Optional.empty();
      }
      return choice.labelled(Texts.normal(cell.text())).map(ColumnType.Option::key);
    }
    if (type instanceof ColumnType.Date) {
      return date(cell).map(LocalDate::toString);
    }
    if (type instanceof ColumnType.Links links) {
      return cell.text().length() > links.maxLength() ? Optional.empty() : links(cell.text());
    }
    ColumnType.Text text = (ColumnType.Text) type;
    return cell.text().length() > text.maxLength()
        ? Optional.empty()
        : Optional.of(cell.text().strip());
  }

  /**
   * The date that a cell holds: a serial number, «23.11.2026», «23 ноября 2026 г.», «2026-11-23».
   */
  public static Optional<LocalDate> date(Cell cell) {
    String text = cell.text().strip();
    if (text.isEmpty() || text.length() > 25) {
      return Optional.empty();
    }
    try {
      if (cell.kind() == Cell.Kind.NUMBER) {
        // What comes after the point is the time of the day.
        long serial = Long.parseLong(TIME_OF_DAY.matcher(text).replaceFirst(""));
        return serial < 1 || serial > LAST_SERIAL
            ? Optional.empty()
            : Optional.of(SERIAL_EPOCH.plusDays(serial));
      }
      if (text.chars().anyMatch(Character::isLetter)) {
        String words = YEAR.matcher(Texts.key(text)).replaceFirst("");
        return Optional.of(LocalDate.parse(words, IN_WORDS));
      }
      return Optional.of(
          text.indexOf('.') > 0 ? LocalDate.parse(text, RUSSIAN) : LocalDate.parse(text));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> links(String text) {
    List<String> links = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String link = line.strip();
      if (!link.isEmpty()) {
        if (!isLink(link)) {
          return Optional.empty();
        }
        links.add(link);
      }
    }
    return Optional.of(String.join("\n", links));
  }

  /** Whether it is an https link with the name of a public host and nobody's password in it. */
  public static boolean isLink(String text) {
    try {
      URI uri = new URI(text);
      String authority = uri.getRawAuthority();
      String host = authority == null ? "" : authority.replaceFirst(":\\d{1,5}$", "");
      return "https".equalsIgnoreCase(uri.getScheme())
          && host.length() <= 253
          && HOST.matcher(host).matches()
          && !host.matches("[\\d.]+")
          && !NOT_PUBLIC.contains(
              host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
