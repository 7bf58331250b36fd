package org.sverka.google;

import java.io.IOException;
import java.util.function.Supplier;
import org.sverka.sheet.SheetException;

/** Says for each failure what happened, what an operator can do, and whether waiting may help. */
record Failures(String spreadsheetId, Supplier<String> account) {
  SheetException refused(Answer answer) {
    Refusal refusal = Refusal.of(answer);
    return switch (refusal.status()) {
      case 400 -> badRequest(refusal);
      case 401 -> barred("unauthenticated", refusal);
      case 403 -> forbidden(refusal);
      case 404 -> barred("not-found", refusal);
      case 429 -> passing("quota", refusal);
      case 408, 409, 500, 502, 503, 504 -> passing("server-fault", refusal);
      default -> lasting("unexpected-status", refusal);
    };
  }

  SheetException unreachable(IOException e) {
    Network network = Network.of(e);
    return new SheetException(text(network.key(), 0, network.detail(e)), network.passes(), e);
  }

  /** An answer with a good status that is not what was asked for. */
  SheetException unusable(String what) {
    return new SheetException(text("unusable", 0, what), true);
  }

  /** An answer that was not read to its end. */
  SheetException oversize(OversizeException e) {
    return unusable(Words.operator("oversize", String.valueOf(e.most())));
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
    if (refusal.says("beyond the last requested") || refusal.says("exceeds grid limits")) {
      // Rows or columns were deleted since the read.
      return passing("grid-changed", refusal);
    }
    if (refusal.says("Office file")) {
      return barred("office-file", refusal);
    }
    if (refusal.says("protected cell or object")) {
      return barred("protected", refusal);
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
      return barred("storage", refusal);
    }
    if (refusal.because("SERVICE_DISABLED", "accessNotConfigured")
        || refusal.says("has not been used in project")) {
      return barred("api-disabled", refusal);
    }
    if (refusal.because("ACCESS_TOKEN_SCOPE_INSUFFICIENT")
        || refusal.says("insufficient authentication scopes")) {
      return barred("scope", refusal);
    }
    if (refusal.says("unregistered callers")) {
      return barred("no-credentials", refusal);
    }
    return barred(account.get().isEmpty() ? "not-shared-user" : "not-shared", refusal);
  }

  /** Every request would be refused like this one until a person has mended something. */
  private SheetException barred(String key, Refusal refusal) {
    return new SheetException(text(key, refusal), false, new HttpRefusal(refusal, true));
  }

  /** Another request may fare better, the same one never. */
  private SheetException lasting(String key, Refusal refusal) {
    return new SheetException(text(key, refusal), false, new HttpRefusal(refusal, false));
  }

  private SheetException passing(String key, Refusal refusal) {
    return new SheetException(text(key, refusal), true, new HttpRefusal(refusal, false));
  }

  private String text(String key, int status, String detail) {
    return Words.operator(key, spreadsheetId, account.get(), String.valueOf(status), detail);
  }

  private String text(String key, Refusal refusal) {
    return Words.operator(
        key,
        spreadsheetId,
        account.get(),
        String.valueOf(refusal.status()),
        refusal.message(),
        GoogleService.of(refusal).title(),
        GoogleService.of(refusal).scope());
  }
}
