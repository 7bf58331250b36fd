package org.sverka.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sverka.sheet.Layouts;

/** Texts as long as a cell can hold, made to make careless code slow, deep or wrong. */
final class HostileTexts {
  private HostileTexts() {}

  /** Pieces that fill a cell when repeated, by what they are. */
  static Map<String, String> pieces() {
    Map<String, String> pieces = new LinkedHashMap<>();
    pieces.put("letters", "я");
    pieces.put("Latin letters", "a");
    pieces.put("both alphabets", "aя");
    pieces.put("spaces", " ");
    pieces.put("non-breaking spaces", "\u00A0");
    pieces.put("new lines", "\n");
    pieces.put("dots", "a.");
    pieces.put("brackets", "((");
    pieces.put("quotes", "«\"");
    pieces.put("dashes", "—-");
    pieces.put("digits", "1");
    pieces.put("digits in groups", "12 ");
    pieces.put("phone numbers", "+7 812 576-45-01 ");
    pieces.put("beginnings of phone numbers", "+7 (812");
    pieces.put("twelve digits", "500100732259 ");
    pieces.put("passport", "паспорт 40 12 ");
    pieces.put("series", "серия ");
    pieces.put("SNILS", "снилс 112 ");
    pieces.put("e-mail", "a.b-c%d+e_");
    pieces.put("at signs", "a@");
    pieces.put("many e-mails", "ivanov@example.org ");
    pieces.put("links", "https://a.b/\n");
    pieces.put("a host", "a-");
    pieces.put("slashes", "https:////");
    pieces.put("percent signs", "%41%");
    pieces.put("formula", "=");
    pieces.put("done", "не исполнено ");
    pieces.put("not begun", "не начато исполнено ");
    pieces.put("combining marks", "\u0301");
    pieces.put("expanding ligatures", "\uFDFA");
    pieces.put("jamo", "\u1100");
    pieces.put("emoji", "😀\u200D");
    pieces.put("bidi", "\u202E");
    pieces.put("without width", "\u200B");
    pieces.put("NUL", "\u0000");
    pieces.put("errors", "#REF!");
    return pieces;
  }

  /** A piece repeated as often as a cell has room for it. */
  static String filled(String piece) {
    return piece.repeat(Layouts.CELL_LIMIT / piece.length());
  }
}
