package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.util.Sleeper;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

/** As whom one asks, and within which quota: one for all that is asked with one credential. */
public final class Access {
  private final HttpRequestInitializer signer;
  private final @Nullable Login login;
  private final Quota quota;
  private final SteadyClock clock;

  private Access(
      HttpRequestInitializer signer, @Nullable Login login, Quota quota, SteadyClock clock) {
    this.signer = signer;
    this.login = login;
    this.quota = quota;
    this.clock = clock;
  }

  /**
   * With the credentials of the settings, where they name any. Nothing is read or sent yet:
   * unusable credentials fail the first use.
   *
   * @param quota that of the credentials, shared by all their sheets
   */
  public static Access of(GoogleSettings settings, Quota quota) {
    return of(settings, quota, SteadyClock.system());
  }

  /**
   * The same.
   *
   * @param clock what waits and pauses go by
   */
  public static Access of(GoogleSettings settings, Quota quota, SteadyClock clock) {
    if (settings.anonymous()) {
      return new Access(request -> {}, null, quota, clock);
    }
    Login login = new Login(CredentialsSource.of(settings.credentialsFile()), clock::nanos);
    return new Access(login, login, quota, clock);
  }

  static Access of(Login login, Quota quota) {
    return new Access(login, login, quota, SteadyClock.system());
  }

  /**
   * To an embedded sheet, which has no quota.
   *
   * @param token sent with each request; empty for none
   */
  public static Access embedded(String token) {
    HttpRequestInitializer signer = token.isEmpty() ? request -> {} : bearer(token);
    return new Access(signer, null, Quota.unlimited(), SteadyClock.system());
  }

  /** With a token that is known already, outside any quota. */
  static Access bearing(String token) {
    return new Access(bearer(token), null, Quota.unlimited(), SteadyClock.system());
  }

  private static HttpRequestInitializer bearer(String token) {
    return request -> request.getHeaders().setAuthorization("Bearer " + token);
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
    return login == null
        ? new StandstillGateway(gateway, clock::nanos)
        : new StandstillGateway(gateway, login, clock::nanos);
  }

  /** Sends requests to Sheets. */
  Calls sheets(HttpLimits limits, Failures failures) {
    return new Calls(limits, failures, sleeper(), Purse.sheets(quota));
  }

  /** Sends requests to Drive. */
  Calls drive(HttpLimits limits, Failures failures) {
    return new Calls(limits, failures, sleeper(), Purse.drive(quota));
  }

  private Sleeper sleeper() {
    return millis -> clock.pause(Duration.ofMillis(millis));
  }
}
