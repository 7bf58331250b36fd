package org.sverka.local;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code orderBy}: {@code modifiedTime desc,name}. Without it, what was changed last comes first.
 */
final class DriveOrder {
  private static final Comparator<DriveFile> BY_NAME =
      Comparator.comparing((DriveFile file) -> file.name().toLowerCase(Locale.ROOT))
          .thenComparing(DriveFile::name);
  private static final Comparator<DriveFile> NEWEST_FIRST =
      Comparator.comparing(DriveFile::modifiedAt).reversed();
  private static final Map<String, Comparator<DriveFile>> KEYS =
      Map.of(
          "createdTime", Comparator.comparing(DriveFile::createdAt),
          "modifiedTime", Comparator.comparing(DriveFile::modifiedAt),
          "recency", Comparator.comparing(DriveFile::modifiedAt),
          "name", BY_NAME,
          // There are no folders to come before the files.
          "folder", Comparator.comparing(file -> 0));
  private static final Set<String> KNOWN_TO_GOOGLE =
      Set.of(
          "modifiedByMeTime",
          "name_natural",
          "quotaBytesUsed",
          "sharedWithMeTime",
          "starred",
          "viewedByMeTime");

  private DriveOrder() {}

  /** Reads it. Says 400 where it means nothing. */
  static Comparator<DriveFile> parse(String text) {
    Comparator<DriveFile> order = null;
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      Comparator<DriveFile> next = key(part.strip());
      order = order == null ? next : order.thenComparing(next);
    }
    return (order == null ? NEWEST_FIRST : order).thenComparing(DriveFile::id);
  }

  private static Comparator<DriveFile> key(String part) {
    boolean down = part.endsWith(" desc");
    String name = down ? part.substring(0, part.length() - " desc".length()).strip() : part;
    if (KNOWN_TO_GOOGLE.contains(name)) {
      throw ApiException.unsupported("orderBy=" + name);
    }
    Comparator<DriveFile> key = KEYS.get(name);
    if (key == null) {
      throw DriveProblem.invalid("orderBy");
    }
    return down ? key.reversed() : key;
  }
}
