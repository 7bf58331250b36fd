package org.sverka.google;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.Request;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that the tab of the journal stands as it should. */
record JournalTab(SheetsApi api, StructureReader structures, Provisioning provisioning) {
  private static final Logger log = LoggerFactory.getLogger(JournalTab.class);

  /**
   * Gives the tab what it lacks; makes it if there is none.
   *
   * @param journalId the tab's id, if it is known
   * @return the tab's id
   */
  int provision(int journalId) {
    Structure structure = structures.read(journalId);
    List<Request> missing = provisioning.missing(structure, List.of());
    if (!missing.isEmpty()) {
      BatchUpdateSpreadsheetRequest body = new BatchUpdateSpreadsheetRequest().setRequests(missing);
      api.change(body, "spreadsheetId");
      log.atInfo()
          .addKeyValue("sheetId", structure.sheetId())
          .addKeyValue("tab", structure.origin())
          .addKeyValue("requests", missing.size())
          .log("Gave the journal what it lacked");
    }
    return structure.sheetId();
  }
}
