package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Carries out a list of requests in order; the first that fails undoes them all and is named in the
 * answer.
 */
final class BatchUpdate {
  private static final int MOST_REQUESTS = 100_000;

  private BatchUpdate() {}

  /** Applies the checked requests to the draft and returns one reply for each. */
  static ArrayNode apply(JsonNode requests, WorkbookDraft book) {
    if (requests.isEmpty()) {
      throw ApiException.invalid("Must specify at least one request.");
    }
    if (requests.size() > MOST_REQUESTS) {
      throw ApiException.invalid("Cannot exceed 100000 requests in a single batch.");
    }
    ArrayNode replies = Json.array();
    for (int i = 0; i < requests.size(); i++) {
      replies.add(one(requests.get(i), i, book));
    }
    return replies;
  }

  private static ObjectNode one(JsonNode request, int index, WorkbookDraft book) {
    String place = "requests[" + index + "]";
    if (request.size() != 1) {
      throw ApiException.invalid(
          "Invalid "
              + place
              + ": "
              + (request.isEmpty() ? "No request set." : "Only one kind of request may be set."));
    }
    Map.Entry<String, JsonNode> only = request.properties().iterator().next();
    String kind = only.getKey();
    try {
      RequestHandler handler =
          RequestKinds.find(kind).orElseThrow(() -> ApiException.unsupported("request " + kind));
      Params params = new Params((ObjectNode) only.getValue(), "");
      ObjectNode reply = handler.apply(params, book);
      params.done();
      return reply;
    } catch (ApiException e) {
      throw e.within(place + "." + kind);
    }
  }
}
