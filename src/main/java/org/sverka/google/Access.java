package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.util.Sleeper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

/** As whom one asks, and within which quota: one for all that is asked with one credential. */
public final class Access {
  private final HttpRequestInitializer signer;
  private final @Nullable Login login;
  private final Quota quota;

  private Access(HttpRequestInitializer signer, @Nullable Login login, Quota quota) {
    this.signer = signer;
    this.login = login;
    this.quota = quota;
  }

  /**
   * With the credentials of the settings, where they name any. Nothing is read or sent yet:
   * unusable credentials fail the first use.
   *
   * @param quota that of the credentials, shared by all their sheets
   */
  public static Access of(GoogleSettings settings, Quota quota) {
    if (settings.anonymous()) {
      return new Access(request -> {}, null, quota);
    }
    return of(new Login(CredentialsSource.of(settings.credentialsFile())), quota);
  }

  static Access of(Login login, Quota quota) {
    return new Access(login, login, quota);
  }

  /**
   * To an embedded sheet, which has no quota.
   *
   * @param token sent with each request; empty for none
   */
  public static Access embedded(String token) {
    return token.isEmpty() ? new Access(request -> {}, null, Quota.unlimited()) : bearing(token);
  }

  /** With a token that is known already, outside any quota. */
  static Access bearing(String token) {
    return new Access(
        request -> request.getHeaders().setAuthorization("Bearer " + token),
        null,
        Quota.unlimited());
  }

  HttpRequestInitializer signer() {
    return signer;
  }

  /** The credentials' login; empty where there are none. */
  Optional<Login> login() {
    return Optional.ofNullable(login);
  }

  /** With whom a sheet is to be shared; empty if it is not known. For Google only. */
  String account() {
    return login == null ? "" : login.account();
  }

  /** The same for messages, which name no person. */
  String shown() {
    return login == null ? "" : login.shown();
  }

  /**
   * Tells accounts apart: another one when one asks as somebody else. It names nobody.
   *
   * @throws SheetException if there are no usable credentials
   */
  public String identity() {
    return login == null ? "" : login.identity();
  }

  /** Does not ask again and again what is refused until a person has mended something. */
  SheetGateway patient(SheetGateway gateway) {
    return login == null ? new StandstillGateway(gateway) : new StandstillGateway(gateway, login);
  }

  /** Sends requests to Sheets. */
  Calls sheets(HttpLimits limits, Failures failures) {
    return new Calls(limits, failures, Sleeper.DEFAULT, Purse.sheets(quota));
  }

  /** Sends requests to Drive. */
  Calls drive(HttpLimits limits, Failures failures) {
    return new Calls(limits, failures, Sleeper.DEFAULT, Purse.drive(quota));
  }
}
