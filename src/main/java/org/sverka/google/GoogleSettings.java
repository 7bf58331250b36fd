package org.sverka.google;

/**
 * Which spreadsheet, where and as whom.
 *
 * @param rootUrl of Sheets v4, {@value #SHEETS_ROOT} for Google's
 * @param driveRootUrl of Drive v3
 * @param spreadsheetId the long part of the spreadsheet's address
 * @param credentialsFile path of the credentials file, or {@value #APPLICATION_DEFAULT}; empty for
 *     none, as the embedded sheet wants it
 * @param applicationName sent to the server as the user agent
 * @param limits of each request
 */
public record GoogleSettings(
    String rootUrl,
    String driveRootUrl,
    String spreadsheetId,
    String credentialsFile,
    String applicationName,
    HttpLimits limits) {
  /** Google's Sheets. */
  public static final String SHEETS_ROOT = "https://sheets.googleapis.com/";

  /** Google's Drive. */
  public static final String DRIVE_ROOT = "https://www.googleapis.com/";

  /** Stands for Application Default Credentials in the place of a file; never used unasked. */
  public static final String APPLICATION_DEFAULT = "application-default";

  public GoogleSettings {
    rootUrl = slashed(rootUrl);
    driveRootUrl = slashed(driveRootUrl);
    if (spreadsheetId.isBlank()) {
      throw new IllegalArgumentException("A spreadsheet id is needed");
    }
  }

  /** With the {@linkplain HttpLimits#standard() standard limits}. */
  public GoogleSettings(
      String rootUrl,
      String driveRootUrl,
      String spreadsheetId,
      String credentialsFile,
      String applicationName) {
    this(
        rootUrl,
        driveRootUrl,
        spreadsheetId,
        credentialsFile,
        applicationName,
        HttpLimits.standard());
  }

  /** The same for another spreadsheet. */
  GoogleSettings of(String otherSpreadsheetId) {
    return new GoogleSettings(
        rootUrl, driveRootUrl, otherSpreadsheetId, credentialsFile, applicationName, limits);
  }

  /** Whether the sheet asks for no login: it is the embedded one. */
  public boolean anonymous() {
    return credentialsFile.isEmpty();
  }

  private static String slashed(String url) {
    return url.endsWith("/") ? url : url + "/";
  }
}
