package org.sverka.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/**
 * A text has no characters that can't be seen: control characters, bidi controls, characters
 * without width, replaced ones. A joiner inside an emoji is part of it.
 */
public final class UnprintableCharacter implements CellRule {
  private static final int JOINER = 0x200D;
  private static final int MOST = 10;

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    List<String> codes = new ArrayList<>();
    List<String> places = new ArrayList<>();
    String text = cell.text();
    int place = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isUnprintable(c) || (c == JOINER && !joinsEmoji(text, i))) {
        codes.add(String.format(Locale.ROOT, "U+%04X", c));
        places.add(String.valueOf(place + 1));
      }
      i += Character.charCount(c);
      place++;
    }
    return switch (places.size()) {
      case 0 -> List.of();
      case 1 -> List.of(finding(column.key(), column.header(), codes.get(0), places.get(0)));
      default -> List.of(many(column, codes, places));
    };
  }

  private Finding many(Column column, List<String> codes, List<String> places) {
    String more = places.size() > MOST ? "…" : "";
    String named =
        IntStream.range(0, Math.min(MOST, places.size()))
            .mapToObj(at -> places.get(at) + " (" + codes.get(at) + ")")
            .collect(Collectors.joining(", ", "", more));
    return variant("many", severity(), column.key(), column.header(), places.size(), named);
  }

  private static boolean joinsEmoji(String text, int place) {
    return place > 0
        && place + 1 < text.length()
        && text.codePointBefore(place) > 0x2000
        && text.codePointAt(place + 1) > 0x2000;
  }

  private static boolean isUnprintable(int c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return false;
    }
    int type = Character.getType(c);
    boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F) || c == 0x061C;
    boolean filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x180E;
    boolean tag = (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xFFF9 && c <= 0xFFFB);
    boolean withoutWidth =
        c == 0x200B
            || c == 0x200C
            || c == 0x200E
            || c == 0x200F
            || (c >= 0x2060 && c <= 0x2064)
            || c == 0xFEFF;
    return bidi
        || filler
        || tag
        || withoutWidth
        || type == Character.CONTROL
        || type == Character.SURROGATE
        || c == 0xFFFD
        || c == 0xFFFE
        || c == 0xFFFF;
  }
}
