package org.sverka.google;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.auth.http.HttpCredentialsAdapter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.SheetException;

/**
 * Signs each request with the credentials as they stand, so that a key which was replaced works
 * without a restart. When no token is to be had, nothing is sent: for a minute if it may pass, else
 * until the credentials change or an operator says so.
 */
final class Login implements HttpRequestInitializer {
  private final CredentialsSource source;
  private final LongSupplier nanos;
  private @Nullable Credentials credentials;
  private @Nullable Hold hold;
  private @Nullable Object seen;

  /** Nothing is read or sent before the first request. */
  Login(CredentialsSource source) {
    this(source, System::nanoTime);
  }

  /**
   * @param nanos a clock that never jumps
   */
  Login(CredentialsSource source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  /** Why nothing is sent, and from when on something is again. */
  private record Hold(SheetException failure, TokenFault.Until until, long since) {}

  /**
   * With whom the sheet is shared; empty if it is not known.
   *
   * @throws SheetException if there are no usable credentials
   */
  String account() {
    return current().account();
  }

  /** The same for messages, which name no person. */
  String shown() {
    return current().shown();
  }

  /** Tells accounts apart and names none. */
  String identity() {
    return current().identity();
  }

  /**
   * Makes sure that there is a token.
   *
   * @throws SheetException if none is to be had
   */
  void requireToken() {
    Credentials who = current();
    try {
      who.token().refreshIfExpired();
    } catch (IOException e) {
      throw held(who, e);
    }
  }

  /** Changes with the credentials. */
  Object stamp() {
    return source.stamp();
  }

  /** Why nothing is sent until the credentials are seen to; empty if that is not so. */
  synchronized Optional<String> standstill() {
    forgetIfChanged();
    return Optional.ofNullable(hold)
        .filter(held -> !held.failure.retryable())
        .map(held -> Absent.text(held.failure.getMessage()));
  }

  /** An operator says that it may be tried again. */
  synchronized void resume() {
    hold = null;
    credentials = null;
  }

  @Override
  public void initialize(HttpRequest request) {
    Credentials who = current();
    sign(who, request);
    // The adapter's own would hide it when no new token is to be had.
    request.setUnsuccessfulResponseHandler(
        (refused, answer, again) ->
            again && answer.getStatusCode() == 401 && isRenewed(who, refused));
  }

  private void sign(Credentials who, HttpRequest request) {
    HttpCredentialsAdapter adapter = new HttpCredentialsAdapter(who.token());
    try {
      adapter.initialize(request);
    } catch (IOException e) {
      throw held(who, e);
    }
  }

  private boolean isRenewed(Credentials who, HttpRequest request) {
    try {
      if (!who.token()
          .renew(Absent.text(request.getHeaders().getAuthorization()), nanos.getAsLong())) {
        throw new SheetException(Words.operator("unauthenticated-again"), true);
      }
    } catch (IOException e) {
      throw held(who, e);
    }
    sign(who, request);
    // A token that is new and refused all the same is for a person to see to.
    request.setUnsuccessfulResponseHandler((refused, answer, again) -> false);
    return true;
  }

  private synchronized Credentials current() {
    forgetIfChanged();
    Hold held = hold;
    if (held != null && nanos.getAsLong() - held.since < held.until.nanos()) {
      throw held.failure;
    }
    hold = null;
    Credentials known = credentials;
    if (known == null) {
      try {
        known = source.load();
      } catch (SheetException e) {
        hold = new Hold(e, source.unusable(), nanos.getAsLong());
        throw e;
      }
      credentials = known;
    }
    return known;
  }

  private void forgetIfChanged() {
    Object now = source.stamp();
    if (!now.equals(seen)) {
      seen = now;
      credentials = null;
      hold = null;
    }
  }

  private synchronized SheetException held(Credentials who, IOException e) {
    TokenFault fault =
        new TokenFaults(source.name(), who.shown(), who.kind(), InstantSource.system()).of(e);
    SheetException failure = fault.failure();
    hold = new Hold(failure, fault.until(), nanos.getAsLong());
    return failure;
  }
}
