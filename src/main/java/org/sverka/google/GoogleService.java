package org.sverka.google;

import com.google.api.services.drive.DriveScopes;
import com.google.api.services.sheets.v4.SheetsScopes;

/**
 * The APIs that have to be switched on.
 *
 * @param title as the Cloud console names it
 * @param scope that is needed for it
 */
record GoogleService(String title, String scope) {
  private static final GoogleService SHEETS =
      new GoogleService("Google Sheets API", SheetsScopes.SPREADSHEETS);
  private static final GoogleService DRIVE =
      new GoogleService("Google Drive API", DriveScopes.DRIVE_METADATA_READONLY);

  /** Which one a refusal is about. */
  static GoogleService of(Refusal refusal) {
    boolean drive = refusal.service().startsWith("drive.") || refusal.says(DRIVE.title);
    return drive ? DRIVE : SHEETS;
  }
}
