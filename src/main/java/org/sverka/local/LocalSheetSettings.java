package org.sverka.local;

import java.nio.file.Path;

/**
 * Settings of the embedded sheet.
 *
 * @param host the address to listen on; {@code 127.0.0.1} unless the operator says otherwise
 * @param port the port; 0 for any free one
 * @param dbFile the SQLite file; its directory must be there
 * @param defaultId the id of the spreadsheet that is there from the start
 * @param title its title
 * @param drive who Drive says its users are, and whom it may call back
 * @param secret what its users share, if they must give one
 */
public record LocalSheetSettings(
    String host,
    int port,
    Path dbFile,
    String defaultId,
    String title,
    DriveSettings drive,
    SheetSecret secret) {

  /** Where the embedded sheet listens if nothing else is said. */
  public static final String LOOPBACK = "127.0.0.1";

  /** With the usual settings of Drive and without a secret. */
  public LocalSheetSettings(String host, int port, Path dbFile, String defaultId, String title) {
    this(host, port, dbFile, defaultId, title, SheetSecret.none());
  }

  /** With the usual settings of Drive. */
  public LocalSheetSettings(
      String host, int port, Path dbFile, String defaultId, String title, SheetSecret secret) {
    this(host, port, dbFile, defaultId, title, DriveSettings.usual(), secret);
  }
}
