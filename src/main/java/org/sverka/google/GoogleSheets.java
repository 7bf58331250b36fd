package org.sverka.google;

import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetGateway;

/** The way in: a gateway to one roadmap's sheet. */
public final class GoogleSheets {
  private GoogleSheets() {}

  /**
   * A gateway to the sheet. Nothing is read or sent yet: unusable credentials fail the first use.
   *
   * @param roadmapId marks the tab as that of this roadmap
   */
  public static SheetGateway connect(
      GoogleSettings settings, Access access, Layout layout, String roadmapId) {
    return access.patient(gateway(settings, access, layout, roadmapId));
  }

  /** The gateway itself, which asks as often as it is asked. */
  static SheetGateway gateway(
      GoogleSettings settings, Access access, Layout layout, String roadmapId) {
    Failures failures = new Failures(settings.spreadsheetId(), access::account);
    SheetsApi api =
        new SheetsApi(settings, access.signer(), access.sheets(settings.limits(), failures));
    return new GoogleSheetGateway(
        api,
        failures,
        new StructureReader(api, failures, layout, roadmapId),
        new Provisioning(layout, roadmapId, access::account),
        SheetLink.of(settings));
  }
}
