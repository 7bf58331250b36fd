package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.util.Sleeper;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.sverka.roadmap.Accounts;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetGateway;

/** The way in: a gateway to one roadmap's sheet. */
public final class GoogleSheets {
  private GoogleSheets() {}

  /**
   * A gateway to the sheet. Nothing is sent yet.
   *
   * @param roadmapId marks the tab as that of this roadmap
   * @throws org.sverka.sheet.SheetException if the credentials file is not usable; the message says
   *     how to mend it
   */
  public static SheetGateway connect(GoogleSettings settings, Layout layout, String roadmapId) {
    return connect(settings, layout, roadmapId, "", Accounts.NONE);
  }

  /**
   * The same.
   *
   * @param token sent with each request where the settings have no credentials, to an embedded
   *     sheet that asks for one; empty for none
   * @param accounts whose accounts are whose
   */
  public static SheetGateway connect(
      GoogleSettings settings, Layout layout, String roadmapId, String token, Accounts accounts) {
    if (settings.anonymous()) {
      return gateway(settings, layout, roadmapId, bearer(token), () -> "", accounts);
    }
    Login login = new Login(Path.of(settings.credentialsFile()));
    return gateway(settings, layout, roadmapId, login, login::account, accounts);
  }

  private static HttpRequestInitializer bearer(String token) {
    return token.isEmpty()
        ? request -> {}
        : request -> request.getHeaders().setAuthorization("Bearer " + token);
  }

  private static SheetGateway gateway(
      GoogleSettings settings,
      Layout layout,
      String roadmapId,
      HttpRequestInitializer login,
      Supplier<String> account,
      Accounts accounts) {
    Failures failures = new Failures(settings.spreadsheetId(), account);
    Calls calls = new Calls(settings.limits(), failures, Sleeper.DEFAULT);
    SheetsApi api = new SheetsApi(settings, login, calls);
    return new GoogleSheetGateway(
        api,
        failures,
        new StructureReader(api, failures, layout, roadmapId),
        new Provisioning(layout, roadmapId, account),
        SheetLink.of(settings),
        new DriveRevisions(settings, login, failures, accounts));
  }
}
