package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Refusals in the form of Drive: a list of errors with domain, reason and place, and no status.
 * Texts and reasons are those seen in public issue threads.
 */
final class DriveProblem {
  private static final String GLOBAL = "global";
  private static final String PARAMETER = "parameter";
  private static final String OTHER = "other";

  private DriveProblem() {}

  static ApiException of(int code, String domain, String reason, String message) {
    return of(code, domain, reason, message, null, null);
  }

  private static ApiException of(
      int code,
      String domain,
      String reason,
      String message,
      @Nullable String location,
      @Nullable String type) {
    ArrayNode errors = Json.array();
    ObjectNode error =
        errors.addObject().put("message", message).put("domain", domain).put("reason", reason);
    if (location != null) {
      error.put("location", location).put("locationType", type);
    }
    return ApiException.drive(code, message, errors);
  }

  /** There is no such thing. */
  static ApiException notFound(String what, String id, String parameter) {
    return of(404, GLOBAL, "notFound", what + " not found: " + id + ".", parameter, PARAMETER);
  }

  /** A parameter makes no sense. */
  static ApiException invalid(String parameter) {
    return of(400, GLOBAL, "invalid", "Invalid Value", parameter, PARAMETER);
  }

  /** A part of the body makes no sense. */
  static ApiException invalidBody(String place, String message) {
    return of(400, GLOBAL, "invalid", message, place, OTHER);
  }

  static ApiException invalidParameter(String parameter, String message) {
    return of(400, GLOBAL, "invalidParameter", message, parameter, PARAMETER);
  }

  static ApiException required(String parameter, String message) {
    return of(400, GLOBAL, "required", message, parameter, PARAMETER);
  }

  static ApiException requiredBody(String place, String message) {
    return of(400, GLOBAL, "required", message, place, OTHER);
  }

  static ApiException forbidden(String reason, String message) {
    return of(403, GLOBAL, reason, message);
  }

  static ApiException conversion() {
    return of(
        400,
        GLOBAL,
        "badRequest",
        "The requested conversion is not supported.",
        "convertTo",
        PARAMETER);
  }

  /** The same refusal in the form of Drive. */
  static ApiException from(ApiException problem) {
    if (problem.isDrive()) {
      return problem;
    }
    String reason =
        switch (problem.code()) {
          case 404 -> "notFound";
          case 501 -> "notImplemented";
          default -> "badRequest";
        };
    return of(problem.code(), GLOBAL, reason, String.valueOf(problem.getMessage()));
  }
}
