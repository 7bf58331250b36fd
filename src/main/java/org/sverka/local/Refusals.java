package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Exceeded;

/**
 * What Google says to those whom it does not let through. Sheets lists no errors; Drive does, with
 * reasons of its own.
 */
final class Refusals {
  private static final String UNREGISTERED =
      "Method doesn't allow unregistered callers (callers without established identity). Please use"
          + " API Key or other form of API consumer identity to call this API.";
  private static final String BAD_TOKEN =
      "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie"
          + " or other valid authentication credential. See"
          + " https://developers.google.com/identity/sign-in/web/devconsole-project.";
  private static final String DENIED = "PERMISSION_DENIED";

  private Refusals() {}

  /** No token at all: 403, not 401. */
  static ApiException noToken(Api api) {
    ApiException refusal = new ApiException(403, DENIED, UNREGISTERED, null);
    return api == Api.DRIVE
        ? refusal.withErrors(errors("global", "forbidden", UNREGISTERED))
        : refusal;
  }

  /** A token that is none, or no longer. */
  static ApiException badToken(Api api) {
    ApiException refusal = new ApiException(401, "UNAUTHENTICATED", BAD_TOKEN, null);
    if (api != Api.DRIVE) {
      return refusal;
    }
    ArrayNode errors = errors("global", "authError", "Invalid Credentials");
    ((ObjectNode) errors.get(0)).put("location", "Authorization").put("locationType", "header");
    return refusal.withErrors(errors);
  }

  /** A token that is good for other things. */
  static ApiException scope(Operation operation) {
    ArrayNode details = Json.array();
    ObjectNode metadata = info(details, "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    metadata.put("service", service(operation.api())).put("method", operation.method());
    ApiException refusal =
        new ApiException(403, DENIED, "Request had insufficient authentication scopes.", details);
    return operation.api() == Api.DRIVE
        ? refusal.withErrors(errors("global", "insufficientPermissions", "Insufficient Permission"))
        : refusal;
  }

  /** Sheets tells that a spreadsheet is there although one may not see it. */
  static ApiException notShared() {
    return new ApiException(403, DENIED, "The caller does not have permission", null);
  }

  /** Drive does not tell. */
  static ApiException driveNotFound(String id) {
    String message = "File not found: " + id + ".";
    ArrayNode errors = errors("global", "notFound", message);
    ((ObjectNode) errors.get(0)).put("location", "fileId").put("locationType", "parameter");
    return ApiException.drive(404, message, errors);
  }

  static ApiException driveRole() {
    return drive(
        403,
        "global",
        "insufficientFilePermissions",
        "The user does not have sufficient permissions for this file.");
  }

  /** A quota of Sheets is used up until the next minute. */
  static ApiException quota(Exceeded exceeded) {
    String service = service(Api.SHEETS);
    ArrayNode details = Json.array();
    info(details, "RATE_LIMIT_EXCEEDED")
        .put("quota_location", "global")
        .put("quota_metric", service + "/" + exceeded.limit().metricId())
        .put("quota_limit", exceeded.limit().limitId())
        .put("quota_limit_value", Integer.toString(exceeded.most()))
        .put("consumer", "projects/" + exceeded.project())
        .put("service", service);
    ObjectNode help = details.addObject().put("@type", "type.googleapis.com/google.rpc.Help");
    help.putArray("links")
        .addObject()
        .put("description", "Request a higher quota limit.")
        .put("url", "https://cloud.google.com/docs/quota#requesting_higher_quota");
    return new ApiException(
        429,
        "RESOURCE_EXHAUSTED",
        String.format(
            "Quota exceeded for quota metric '%s' and limit '%s' of service '%s' for consumer"
                + " 'project_number:%s'.",
            exceeded.limit().metric(), exceeded.limit().title(), service, exceeded.project()),
        details);
  }

  /** Drive says the same with another status. */
  static ApiException driveQuota() {
    return drive(403, "usageLimits", "userRateLimitExceeded", "User Rate Limit Exceeded");
  }

  /** A refusal of Drive with one error. */
  static ApiException drive(int code, String domain, String reason, String message) {
    return ApiException.drive(code, message, errors(domain, reason, message));
  }

  private static ArrayNode errors(String domain, String reason, String message) {
    ArrayNode errors = Json.array();
    errors.addObject().put("message", message).put("domain", domain).put("reason", reason);
    return errors;
  }

  private static ObjectNode info(ArrayNode details, String reason) {
    ObjectNode info = details.addObject();
    info.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
    info.put("reason", reason).put("domain", "googleapis.com");
    return info.putObject("metadata");
  }

  private static String service(Api api) {
    return api == Api.DRIVE ? "drive.googleapis.com" : "sheets.googleapis.com";
  }
}
