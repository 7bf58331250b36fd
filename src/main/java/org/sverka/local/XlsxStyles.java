package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The looks of cells as styles of a file, each made once. */
final class XlsxStyles {
  // Excel takes 64,000 styles and some 500 fonts; who has more of them loses looks and no text.
  private static final int MOST_STYLES = 8_000;
  private static final int MOST_FONTS = 500;

  private final XSSFWorkbook file;
  private final SheetLocale locale;
  private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
  private final Map<ObjectNode, XSSFFont> fonts = new HashMap<>();

  /**
   * What makes a style.
   *
   * @param format the API's {@code userEnteredFormat}
   * @param quoted whether the text stays text also when somebody opens the cell and leaves it
   */
  private record Look(@Nullable ObjectNode format, boolean locked, boolean quoted) {}

  XlsxStyles(XSSFWorkbook file, SheetLocale locale) {
    this.file = file;
    this.locale = locale;
    dress(file.getFontAt(0), Json.object());
  }

  CellStyle of(@Nullable ObjectNode format, boolean locked, boolean quoted) {
    boolean full = styles.size() >= MOST_STYLES;
    Look look = new Look(full ? null : format, locked, quoted);
    XSSFCellStyle known = styles.get(look);
    if (known != null) {
      return known;
    }
    XSSFCellStyle made = make(look);
    styles.put(look, made);
    return made;
  }

  private XSSFCellStyle make(Look look) {
    XSSFCellStyle style = file.createCellStyle();
    style.setLocked(look.locked());
    style.setQuotePrefixed(look.quoted());
    ObjectNode format = look.format();
    if (format == null) {
      return style;
    }
    align(style, format);
    XSSFColor fill = color(format.get("backgroundColorStyle"));
    if (fill != null) {
      style.setFillForegroundColor(fill);
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    if (format.get("textFormat") instanceof ObjectNode text) {
      style.setFont(font(text));
    }
    String pattern = pattern(NumberFormat.of(format, locale));
    if (!pattern.isEmpty()) {
      style.setDataFormat(file.createDataFormat().getFormat(pattern));
    }
    return style;
  }

  private static void align(XSSFCellStyle style, ObjectNode format) {
    style.setWrapText(format.path("wrapStrategy").asText().equals("WRAP"));
    switch (format.path("horizontalAlignment").asText()) {
      case "LEFT" -> style.setAlignment(HorizontalAlignment.LEFT);
      case "CENTER" -> style.setAlignment(HorizontalAlignment.CENTER);
      case "RIGHT" -> style.setAlignment(HorizontalAlignment.RIGHT);
      default -> {}
    }
    switch (format.path("verticalAlignment").asText()) {
      case "TOP" -> style.setVerticalAlignment(VerticalAlignment.TOP);
      case "MIDDLE" -> style.setVerticalAlignment(VerticalAlignment.CENTER);
      default -> {}
    }
  }

  private XSSFFont font(ObjectNode text) {
    XSSFFont known = fonts.get(text);
    if (known != null || fonts.size() >= MOST_FONTS) {
      return known == null ? file.getFontAt(0) : known;
    }
    XSSFFont made = file.createFont();
    dress(made, text);
    fonts.put(text, made);
    return made;
  }

  private static void dress(XSSFFont font, ObjectNode text) {
    font.setFontName(text.path("fontFamily").asText("Arial").replaceFirst(",.*", ""));
    font.setFontHeightInPoints((short) text.path("fontSize").asInt(10));
    font.setBold(text.path("bold").asBoolean());
    font.setItalic(text.path("italic").asBoolean());
    font.setStrikeout(text.path("strikethrough").asBoolean());
    font.setUnderline(text.path("underline").asBoolean() ? Font.U_SINGLE : Font.U_NONE);
    XSSFColor color = color(text.get("foregroundColorStyle"));
    if (color != null) {
      font.setColor(color);
    }
  }

  /** The colour of a style, or nothing for none. */
  static @Nullable XSSFColor color(@Nullable JsonNode style) {
    String hex = Colors.hex(style);
    return hex == null ? null : new XSSFColor(HexFormat.of().parseHex(hex.substring(1)), null);
  }

  /** Google's patterns are those of office programs, but for the halves of the day. */
  private static String pattern(NumberFormat format) {
    if (format.type() == NumberFormat.Type.TEXT) {
      return "@";
    }
    return format.pattern().replace("am/pm", "AM/PM").replace("a/p", "A/P");
  }
}
