package org.sverka.local;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** One condition of a {@link DriveQuery}. */
final class DriveTerm {
  private static final Set<String> KNOWN_TO_GOOGLE =
      Set.of(
          "fullText",
          "viewedByMeTime",
          "properties",
          "appProperties",
          "visibility",
          "sharedWithMe",
          "labels",
          "shortcutDetails",
          "memberCount",
          "hidden");

  private DriveTerm() {}

  /** {@code field operator value}. */
  static Predicate<DriveFile> of(String field, String operator, String value) {
    return switch (field) {
      case "name", "title" -> name(operator, value);
      case "mimeType" -> mimeType(operator, value);
      case "trashed" -> flag(operator, value, DriveFile::trashed);
      case "starred" -> flag(operator, value, file -> false);
      case "modifiedTime" -> moment(operator, value, DriveFile::modifiedAt);
      case "createdTime" -> moment(operator, value, DriveFile::createdAt);
      default -> throw unknown(field);
    };
  }

  /** What to say of a field that is not kept, or that Google does not know either. */
  static ApiException unknown(String field) {
    return KNOWN_TO_GOOGLE.contains(field)
        ? ApiException.unsupported("search by " + field)
        : DriveProblem.invalid("q");
  }

  /** {@code 'value' in field}. */
  static Predicate<DriveFile> in(String value, String field, DriveSettings settings) {
    return switch (field) {
      case "parents" -> file -> file.parent().equals(DriveFile.folder(value));
      case "owners" -> file -> isOwner(value, settings);
      case "writers" -> file -> isOwner(value, settings) || granted(file, value, Set.of("writer"));
      case "readers" ->
          file ->
              isOwner(value, settings)
                  || granted(file, value, Set.of("writer", "commenter", "reader"));
      default -> throw unknown(field);
    };
  }

  private static boolean isOwner(String user, DriveSettings settings) {
    return user.equals("me") || user.equalsIgnoreCase(settings.service().emailAddress());
  }

  private static boolean granted(DriveFile file, String user, Set<String> roles) {
    for (var grant : file.grants()) {
      if (grant.path("emailAddress").asText().equalsIgnoreCase(user)
          && roles.contains(grant.path("role").asText())) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<DriveFile> name(String operator, String value) {
    return switch (operator) {
      case "=" -> file -> file.name().equals(value);
      case "!=" -> file -> !file.name().equals(value);
      case "contains" -> file -> hasWordBeginning(file.name(), value);
      default -> throw DriveProblem.invalid("q");
    };
  }

  /** Drive matches the beginnings of words only, without regard to case. */
  private static boolean hasWordBeginning(String name, String value) {
    String text = name.toLowerCase(Locale.ROOT);
    String sought = value.toLowerCase(Locale.ROOT).strip();
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<DriveFile> mimeType(String operator, String value) {
    return switch (operator) {
      case "=" -> file -> DriveFile.SPREADSHEET.equals(value);
      case "!=" -> file -> !DriveFile.SPREADSHEET.equals(value);
      case "contains" -> file -> DriveFile.SPREADSHEET.startsWith(value);
      default -> throw DriveProblem.invalid("q");
    };
  }

  private static Predicate<DriveFile> flag(
      String operator, String value, Predicate<DriveFile> state) {
    boolean known = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    if (!known || !Set.of("=", "!=").contains(operator)) {
      throw DriveProblem.invalid("q");
    }
    boolean wanted = value.equalsIgnoreCase("true") == operator.equals("=");
    return file -> state.test(file) == wanted;
  }

  private static Predicate<DriveFile> moment(
      String operator, String value, Function<DriveFile, Instant> when) {
    Instant moment = instant(value);
    Predicate<Integer> fits =
        switch (operator) {
          case "=" -> sign -> sign == 0;
          case "!=" -> sign -> sign != 0;
          case "<" -> sign -> sign < 0;
          case "<=" -> sign -> sign <= 0;
          case ">" -> sign -> sign > 0;
          case ">=" -> sign -> sign >= 0;
          default -> throw DriveProblem.invalid("q");
        };
    return file -> fits.test(when.apply(file).compareTo(moment));
  }

  /** A moment of RFC 3339; without an offset it is UTC, without a time it is midnight. */
  private static Instant instant(String text) {
    String full = text.contains("T") ? text : text + "T00:00:00";
    try {
      TemporalAccessor moment =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              full, OffsetDateTime::from, LocalDateTime::from);
      return moment instanceof OffsetDateTime exact
          ? exact.toInstant()
          : ((LocalDateTime) moment).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw DriveProblem.invalid("q");
    }
  }
}
