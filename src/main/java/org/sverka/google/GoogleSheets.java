package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.util.Sleeper;
import java.util.function.Supplier;
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
  public static SheetGateway connect(GoogleSettings settings, Layout layout, String roadmapId) {
    return connect(settings, layout, roadmapId, "");
  }

  /**
   * The same, for an embedded sheet that asks for a token.
   *
   * @param token sent with each request where the settings have no credentials; empty for none
   */
  public static SheetGateway connect(
      GoogleSettings settings, Layout layout, String roadmapId, String token) {
    if (settings.anonymous()) {
      return new StandstillGateway(gateway(settings, layout, roadmapId, bearer(token), () -> ""));
    }
    Login login = new Login(CredentialsSource.of(settings.credentialsFile()));
    return connect(settings, layout, roadmapId, login);
  }

  static SheetGateway connect(
      GoogleSettings settings, Layout layout, String roadmapId, Login login) {
    SheetGateway gateway = gateway(settings, layout, roadmapId, login, login::account);
    return new StandstillGateway(gateway, login);
  }

  static HttpRequestInitializer bearer(String token) {
    return token.isEmpty()
        ? request -> {}
        : request -> request.getHeaders().setAuthorization("Bearer " + token);
  }

  /** The gateway itself, which asks as often as it is asked. */
  static SheetGateway gateway(
      GoogleSettings settings,
      Layout layout,
      String roadmapId,
      HttpRequestInitializer login,
      Supplier<String> account) {
    Failures failures = new Failures(settings.spreadsheetId(), account);
    Calls calls = new Calls(settings.limits(), failures, Sleeper.DEFAULT);
    SheetsApi api = new SheetsApi(settings, login, calls);
    return new GoogleSheetGateway(
        api,
        failures,
        new StructureReader(api, failures, layout, roadmapId),
        new Provisioning(layout, roadmapId, account),
        SheetLink.of(settings));
  }
}
