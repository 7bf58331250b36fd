package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refused request, with the status and words that Google uses. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String status;
  private final transient @Nullable ArrayNode errors;
  private final transient @Nullable ArrayNode details;

  ApiException(int code, String status, String message, @Nullable ArrayNode details) {
    this(code, status, message, null, details);
  }

  private ApiException(
      int code,
      String status,
      String message,
      @Nullable ArrayNode errors,
      @Nullable ArrayNode details) {
    super(message);
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.details = details;
  }

  /** The request makes no sense. */
  static ApiException invalid(String message) {
    return new ApiException(400, "INVALID_ARGUMENT", message, null);
  }

  /** Google knows this, we do not. */
  static ApiException unsupported(String what) {
    return new ApiException(
        501, "UNIMPLEMENTED", "The embedded sheet does not support this: " + what, null);
  }

  static ApiException notFound() {
    return new ApiException(404, "NOT_FOUND", "Requested entity was not found.", null);
  }

  /** The cell is protected from whoever asks; the reason goes into the details. */
  static ApiException isProtected(@Nullable String description) {
    ArrayNode details = Json.array();
    ObjectNode info = details.addObject();
    info.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
    info.put("reason", "PROTECTED_RANGE");
    info.put("domain", "sverka.local");
    info.putObject("metadata").put("description", description == null ? "" : description);
    return new ApiException(
        400,
        "INVALID_ARGUMENT",
        "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection"
            + " if you need to edit.",
        details);
  }

  /** A mask of the answer that names what is not there. */
  static ApiException unknownFields(List<String> paths) {
    ArrayNode details = Json.array();
    ObjectNode request =
        details.addObject().put("@type", "type.googleapis.com/google.rpc.BadRequest");
    ArrayNode violations = request.putArray("fieldViolations");
    for (String path : paths) {
      String text =
          "Error expanding 'fields' parameter. Cannot find matching fields for path '"
              + path
              + "'.";
      violations.addObject().put("field", path).put("description", text);
    }
    return new ApiException(
        400, "INVALID_ARGUMENT", "Request contains an invalid argument.", details);
  }

  /** A refusal in the form of Drive, which has a list of errors and no status. */
  static ApiException drive(int code, String message, ArrayNode errors) {
    return new ApiException(code, "", message, errors, null);
  }

  /** The same refusal as Drive says it where it has a status too: with a list of errors. */
  ApiException withErrors(ArrayNode list) {
    return new ApiException(code, status, String.valueOf(getMessage()), list, details);
  }

  /** The same refusal, said of one part of the request. */
  ApiException within(String place) {
    if (code == 501) {
      return new ApiException(code, status, place + ": " + getMessage(), details);
    }
    return code == 400
        ? new ApiException(code, status, "Invalid " + place + ": " + getMessage(), details)
        : this;
  }

  /** Whether this is said in the form of Drive. */
  boolean isDrive() {
    return status.isEmpty();
  }

  int code() {
    return code;
  }

  /** The answer's body. */
  ObjectNode body() {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("code", code).put("message", getMessage());
    if (errors != null) {
      error.set("errors", errors);
    }
    if (!status.isEmpty()) {
      error.put("status", status);
    }
    if (details != null) {
      error.set("details", details);
    }
    return body;
  }
}
