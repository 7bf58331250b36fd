package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.util.Sleeper;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetGateway;

/** The way in: a gateway to one roadmap's sheet. */
public final class GoogleSheets {
  private GoogleSheets() {}

  /**
   * A gateway to the sheet. Nothing is sent yet. The server is taken to have no quota.
   *
   * @param roadmapId marks the tab as that of this roadmap
   * @throws org.sverka.sheet.SheetException if the credentials file is not usable; the message says
   *     how to mend it
   */
  public static SheetGateway connect(GoogleSettings settings, Layout layout, String roadmapId) {
    return connect(settings, Quota.unlimited(), layout, roadmapId);
  }

  /**
   * The same, within a quota.
   *
   * @param quota that of the credentials, shared by all their sheets
   */
  public static SheetGateway connect(
      GoogleSettings settings, Quota quota, Layout layout, String roadmapId) {
    if (settings.anonymous()) {
      return gateway(settings, quota, layout, roadmapId, bearer(""), () -> "");
    }
    Login login = new Login(Path.of(settings.credentialsFile()));
    return gateway(settings, quota, layout, roadmapId, login, login::account);
  }

  /**
   * The same, for an embedded sheet that asks for a token.
   *
   * @param token sent with each request where the settings have no credentials; empty for none
   */
  public static SheetGateway connect(
      GoogleSettings settings, Layout layout, String roadmapId, String token) {
    return settings.anonymous()
        ? gateway(settings, Quota.unlimited(), layout, roadmapId, bearer(token), () -> "")
        : connect(settings, layout, roadmapId);
  }

  private static HttpRequestInitializer bearer(String token) {
    return token.isEmpty()
        ? request -> {}
        : request -> request.getHeaders().setAuthorization("Bearer " + token);
  }

  private static SheetGateway gateway(
      GoogleSettings settings,
      Quota quota,
      Layout layout,
      String roadmapId,
      HttpRequestInitializer login,
      Supplier<String> account) {
    Failures failures = new Failures(settings.spreadsheetId(), account);
    Calls calls = new Calls(settings.limits(), failures, Sleeper.DEFAULT, Purse.sheets(quota));
    SheetsApi api = new SheetsApi(settings, login, calls);
    return new GoogleSheetGateway(
        api,
        failures,
        new StructureReader(api, failures, layout, roadmapId),
        new Provisioning(layout, roadmapId, account),
        SheetLink.of(settings));
  }
}
