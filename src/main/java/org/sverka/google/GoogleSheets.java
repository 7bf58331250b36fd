package org.sverka.google;

import org.sverka.roadmap.Accounts;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetGateway;

/** The way in: a gateway to one roadmap's sheet. */
public final class GoogleSheets {
  private GoogleSheets() {}

  /**
   * A gateway to the sheet. Nothing is read or sent yet: unusable credentials fail the first use.
   *
   * @param roadmapId marks the tab as that of this roadmap
   * @param accounts whose accounts are whose
   */
  public static SheetGateway connect(
      GoogleSettings settings, Access access, Layout layout, String roadmapId, Accounts accounts) {
    return access.patient(gateway(settings, access, layout, roadmapId, accounts));
  }

  /** The gateway itself, which asks as often as it is asked. */
  static SheetGateway gateway(
      GoogleSettings settings, Access access, Layout layout, String roadmapId, Accounts accounts) {
    Failures failures = new Failures(settings.spreadsheetId(), access::shown);
    SheetsApi api =
        new SheetsApi(settings, access.signer(), access.sheets(settings.limits(), failures));
    Layout journal = JournalLayout.layout();
    return new GoogleSheetGateway(
        api,
        failures,
        new StructureReader(api, failures, layout, roadmapId, TabKind.TABLE),
        new Provisioning(layout, roadmapId, access::account, TabKind.TABLE),
        new JournalTab(
            api,
            new StructureReader(api, failures, journal, roadmapId, TabKind.JOURNAL),
            new Provisioning(journal, roadmapId, access::account, TabKind.JOURNAL)),
        SheetLink.of(settings),
        new DriveRevisions(settings, access, failures, accounts));
  }
}
