package org.sverka.google;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.sverka.sheet.Layout;

/**
 * Tries, against the sheet that the settings name, what no test without an account can show. Reads
 * only, unless a scratch spreadsheet is named; in that one it makes two tabs and removes them.
 * Blocking.
 */
public final class LiveCheck {
  private static final List<String> BY_HAND =
      List.of(
          "hand-sort",
          "hand-drag",
          "hand-protected",
          "hand-colours",
          "hand-late",
          "hand-push",
          "hand-who",
          "hand-shared",
          "hand-quota",
          "hand-old-place",
          "hand-links",
          "hand-journal",
          "hand-merged");

  private static final List<String> CHANNEL = List.of("drive-channel");

  private final GoogleSettings settings;
  private final Layout layout;
  private final String roadmapId;
  private final Access access;
  private final String publicUrl;

  /**
   * @param publicUrl how Google reaches the public port; without https no channel is tried
   */
  public LiveCheck(
      GoogleSettings settings, Access access, Layout layout, String roadmapId, String publicUrl) {
    this.publicUrl = publicUrl;
    this.settings = settings;
    this.access = access;
    this.layout = layout;
    this.roadmapId = roadmapId;
  }

  /**
   * Tries everything.
   *
   * @param scratch id of a spreadsheet to write into; empty to write nothing
   * @param told gets each point as soon as it has been tried
   */
  public void run(String scratch, Consumer<LivePoint> told) {
    LiveReport report = new LiveReport(told);
    LiveReading reading = new LiveReading(report, connection(settings));
    boolean open = reading.run(access.login());
    if (!open || scratch.isEmpty()) {
      report.untried(open ? "needs-write" : "needs-access", LiveWriting.POINTS);
      report.untried(open ? "needs-write" : "needs-access", CHANNEL);
    } else {
      GoogleSettings other = settings.of(scratch);
      int number = ThreadLocalRandom.current().nextInt(1000, 10_000);
      new LiveWriting(report, connection(other), number).run();
      channel(report);
    }
    report.untried("by-hand", BY_HAND);
  }

  private void channel(LiveReport report) {
    String address = GoogleDrive.address(publicUrl);
    if (address.isEmpty()) {
      report.untried("needs-https", CHANNEL);
    } else {
      report.point("drive-channel", () -> new LiveDrive(connection(settings)).channel(address));
    }
  }

  private Connection connection(GoogleSettings to) {
    Failures failures = new Failures(to.spreadsheetId(), access::shown);
    Calls calls = access.sheets(to.limits(), failures);
    SheetsApi sheets = new SheetsApi(to, access.signer(), calls);
    return new Connection(to, layout, roadmapId, failures, access, sheets);
  }

  /** The way to one spreadsheet. */
  record Connection(
      GoogleSettings settings,
      Layout layout,
      String roadmapId,
      Failures failures,
      Access access,
      SheetsApi sheets) {}
}
