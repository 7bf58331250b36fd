package org.sverka.google;

/** The addresses at which people open the sheet. */
public final class SheetLink {
  private static final String GOOGLE = "https://docs.google.com/";

  private final String base;

  private SheetLink(String base) {
    this.base = base;
  }

  /** The embedded sheet has its pages where its API is; Google's are on a host of their own. */
  public static SheetLink of(GoogleSettings settings) {
    String root = settings.anonymous() ? settings.rootUrl() : GOOGLE;
    return new SheetLink(root + "spreadsheets/d/" + settings.spreadsheetId() + "/edit");
  }

  /** The spreadsheet, at the tab that was open last. */
  public String spreadsheet() {
    return base;
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
