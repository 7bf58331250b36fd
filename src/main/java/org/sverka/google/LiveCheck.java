package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.util.Sleeper;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Layout;

/**
 * Tries, against the sheet that the settings name, what no test without an account can show. Reads
 * only, unless a scratch spreadsheet is named; in that one it makes two tabs and removes them.
 * Blocking.
 */
public final class LiveCheck {
  private static final List<String> BY_HAND =
      List.of("hand-sort", "hand-drag", "hand-protected", "hand-quota");

  private final GoogleSettings settings;
  private final Layout layout;
  private final String roadmapId;
  private final HttpRequestInitializer signer;
  private final @Nullable Login login;

  /**
   * @param token sent with each request where the settings have no credentials; empty for none
   */
  public LiveCheck(GoogleSettings settings, Layout layout, String roadmapId, String token) {
    this.settings = settings;
    this.layout = layout;
    this.roadmapId = roadmapId;
    this.login =
        settings.anonymous() ? null : new Login(CredentialsSource.of(settings.credentialsFile()));
    this.signer = login == null ? GoogleSheets.bearer(token) : login;
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
    boolean open = reading.run(Optional.ofNullable(login));
    if (!open || scratch.isEmpty()) {
      report.untried(open ? "needs-write" : "needs-access", LiveWriting.POINTS);
    } else {
      GoogleSettings other = settings.of(scratch);
      int number = ThreadLocalRandom.current().nextInt(1000, 10_000);
      new LiveWriting(report, connection(other), number).run();
    }
    report.untried("by-hand", BY_HAND);
  }

  private Connection connection(GoogleSettings to) {
    Failures failures = new Failures(to.spreadsheetId(), this::account);
    Calls calls = new Calls(to.limits(), failures, Sleeper.DEFAULT);
    return new Connection(
        to,
        layout,
        roadmapId,
        failures,
        calls,
        signer,
        new SheetsApi(to, signer, calls),
        this::account);
  }

  private String account() {
    Login known = login;
    return known == null ? "" : known.account();
  }

  /** The way to one spreadsheet. */
  record Connection(
      GoogleSettings settings,
      Layout layout,
      String roadmapId,
      Failures failures,
      Calls calls,
      HttpRequestInitializer signer,
      SheetsApi sheets,
      Supplier<String> account) {}
}
