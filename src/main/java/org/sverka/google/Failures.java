package org.sverka.google;

import com.google.auth.Retryable;
import java.io.IOException;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.sverka.sheet.SheetException;

/** Says for each failure what happened, what an operator can do, and whether waiting may help. */
record Failures(String spreadsheetId, Supplier<String> account) {
  SheetException refused(Answer answer) {
    Refusal refusal = Refusal.of(answer);
    return switch (refusal.status()) {
      case 400 -> badRequest(refusal);
      case 401 -> lasting("unauthenticated", refusal);
      case 403 -> forbidden(refusal);
      case 404 -> lasting("not-found", refusal);
      case 429 -> passing("quota", refusal);
      case 408, 409, 500, 502, 503, 504 -> passing("server-fault", refusal);
      default -> lasting("unexpected-status", refusal);
    };
  }

  SheetException unreachable(IOException e) {
    if (e instanceof Retryable token) {
      String key = token.isRetryable() ? "token-later" : "token-refused";
      return new SheetException(text(key, 0, told(e)), token.isRetryable(), e);
    }
    boolean certificate =
        e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException;
    String key = certificate ? "certificate" : "unreachable";
    return new SheetException(text(key, 0, told(e)), !certificate, e);
  }

  /** An answer with a good status that is not what was asked for. */
  SheetException unusable(String what) {
    return new SheetException(text("unusable", 0, what), true);
  }

  /** The file is in the bin. */
  SheetException trashed() {
    return new SheetException(text("trashed", 0, ""), false);
  }

  /** A write whose answer got lost or says that the server failed over it. */
  SheetException outcomeUnknown(SheetException why) {
    return new SheetException(
        Words.operator("outcome-unknown", Absent.text(why.getMessage())), true, why);
  }

  private SheetException badRequest(Refusal refusal) {
    if (refusal.says("Unable to parse range")) {
      // The only range that is sent by name is that of the key column.
      return passing("tab-renamed", refusal);
    }
    if (refusal.says("Office file")) {
      return lasting("office-file", refusal);
    }
    if (refusal.says("protected cell or object")) {
      return lasting("protected", refusal);
    }
    if (refusal.says("maximum of 50000 characters")) {
      return lasting("cell-too-long", refusal);
    }
    return lasting(refusal.says("limit of 10000000 cells") ? "cell-limit" : "bad-request", refusal);
  }

  private SheetException forbidden(Refusal refusal) {
    if (refusal.because("rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED")) {
      return passing("quota", refusal);
    }
    if (refusal.because("storageQuotaExceeded")) {
      return lasting("storage", refusal);
    }
    if (refusal.because("SERVICE_DISABLED", "accessNotConfigured")
        || refusal.says("has not been used in project")) {
      return lasting("api-disabled", refusal);
    }
    if (refusal.because("ACCESS_TOKEN_SCOPE_INSUFFICIENT")
        || refusal.says("insufficient authentication scopes")) {
      return lasting("scope", refusal);
    }
    if (refusal.says("unregistered callers")) {
      return lasting("no-credentials", refusal);
    }
    return lasting(account.get().isEmpty() ? "not-shared-user" : "not-shared", refusal);
  }

  private SheetException lasting(String key, Refusal refusal) {
    return failure(key, refusal, false);
  }

  private SheetException passing(String key, Refusal refusal) {
    return failure(key, refusal, true);
  }

  private SheetException failure(String key, Refusal refusal, boolean retryable) {
    return new SheetException(
        text(key, refusal.status(), refusal.message()), retryable, new HttpRefusal(refusal));
  }

  private String text(String key, int status, String detail) {
    return Words.operator(key, spreadsheetId, account.get(), String.valueOf(status), detail);
  }

  private static String told(IOException e) {
    String message = e.getMessage();
    String name = e.getClass().getSimpleName();
    return message == null ? name : name + ": " + Words.foreign(message);
  }
}
