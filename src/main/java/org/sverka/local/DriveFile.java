package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;

/**
 * A workbook as Drive sees it.
 *
 * @param modifiedAt when its content or name was changed last, as far as Drive knows
 * @param version counts everything that happened to it, as far as Drive knows
 * @param editor who changed it last, as far as Drive knows
 * @param parent the folder it is in
 * @param grants the permissions besides the owner's, as Drive writes them
 */
record DriveFile(
    String id,
    String name,
    Instant createdAt,
    Instant modifiedAt,
    long version,
    Editor editor,
    boolean trashed,
    String parent,
    ArrayNode grants) {

  /** The only kind of file that there is. */
  static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

  /** The id of the folder «My Drive»; any other folder is known by its id only. */
  static final String ROOT = "0AEmbeddedSheetDriveUk9PVA";

  /** The id that a folder goes by: the root has an alias. */
  static String folder(String id) {
    return id.equals("root") ? ROOT : id;
  }
}
