package org.sverka.local;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Exceeded;
import org.sverka.local.admin.Limit;

/** What Google sends with a status when it gives no more particular reason. */
final class UsualErrors {
  /** Such as Google asks for a login with; a proxy or an expired session sends one with 200. */
  static final String LOGIN_PAGE =
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Google Sheets: Sign-in</title>"
          + "</head><body><h1>Sign in</h1><p>to continue to Google Sheets</p></body></html>";

  private static final String HTML = "text/html; charset=UTF-8";

  private UsualErrors() {}

  static Reply reply(Api api, int status) {
    if (status < 400) {
      return Reply.empty(status);
    }
    return status == 502 || status == 504
        ? page(status)
        : Reply.refusal(api == Api.DRIVE ? drive(status) : plain(status), true);
  }

  private static Reply page(int status) {
    String title = "Error " + status + " (Server Error)!!1";
    String text =
        "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>"
            + title
            + "</title><p><b>"
            + status
            + ".</b> <ins>That’s an error.</ins><p>The server encountered a temporary error and could not"
            + " complete your request.<p>Please try again in 30 seconds.</html>\n";
    return new Reply(status, Map.of("Content-Type", HTML), Buffer.buffer(text));
  }

  private static ApiException plain(int status) {
    return switch (status) {
      case 401 -> Refusals.badToken(Api.SHEETS);
      case 403 -> Refusals.notShared();
      case 404 -> ApiException.notFound();
      case 409 -> new ApiException(409, "ABORTED", "The operation was aborted.", null);
      case 429 -> Refusals.quota(new Exceeded(Limit.READ_PER_USER, 60, "0"));
      case 500 -> new ApiException(500, "INTERNAL", "Internal error encountered.", null);
      case 503 ->
          new ApiException(503, "UNAVAILABLE", "The service is currently unavailable.", null);
      default ->
          status < 500
              ? new ApiException(
                  status, "INVALID_ARGUMENT", "Request contains an invalid argument.", null)
              : new ApiException(status, "UNKNOWN", "Unknown error.", null);
    };
  }

  private static ApiException drive(int status) {
    return switch (status) {
      case 401 -> Refusals.badToken(Api.DRIVE);
      case 403 -> Refusals.driveQuota();
      case 429 -> Refusals.drive(429, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
      case 500 -> Refusals.drive(500, "global", "internalError", "Internal Error");
      case 503 -> Refusals.drive(503, "global", "backendError", "Backend Error");
      default -> Refusals.drive(status, "global", "badRequest", "Bad Request");
    };
  }
}
