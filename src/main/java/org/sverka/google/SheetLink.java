package org.sverka.google;

/** The addresses at which people open the sheet. */
public final class SheetLink {
  private static final String GOOGLE = "https://docs.google.com/";

  private final String base;
  private final boolean embedded;

  private SheetLink(String base, boolean embedded) {
    this.base = base;
    this.embedded = embedded;
  }

  /** The embedded sheet has its pages where its API is; Google's are on a host of their own. */
  public static SheetLink of(GoogleSettings settings) {
    String root = settings.anonymous() ? settings.rootUrl() : GOOGLE;
    String base = root + "spreadsheets/d/" + settings.spreadsheetId() + "/edit";
    return new SheetLink(base, settings.anonymous());
  }

  /** The spreadsheet, at the tab that was open last. */
  public String spreadsheet() {
    return base;
  }

  /** Where to open the sheet when the tab is known; the embedded sheet opens at its first. */
  String opened(int sheetId) {
    return embedded ? base : tab(sheetId);
  }

  /** One tab. */
  public String tab(int sheetId) {
    return base + "#gid=" + sheetId;
  }

  /** One cell of a tab; row and column are counted from 0. */
  public String cell(int sheetId, int row, int column) {
    return tab(sheetId) + "&range=" + A1.cell(row, column);
  }
}
