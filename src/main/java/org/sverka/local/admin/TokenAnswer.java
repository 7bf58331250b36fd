package org.sverka.local.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the token endpoint says: RFC 6749, 5.1 and 5.2. */
public record TokenAnswer(int status, ObjectNode body) {

  static TokenAnswer of(IssuedTokens tokens) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("access_token", tokens.accessToken()).put("expires_in", tokens.seconds());
    body.put("scope", Scopes.write(tokens.scopes())).put("token_type", "Bearer");
    return new TokenAnswer(200, body);
  }

  /** The same with the means to get another. */
  static TokenAnswer refreshable(IssuedTokens tokens) {
    TokenAnswer answer = of(tokens);
    answer.body().put("refresh_token", tokens.refreshToken());
    return answer;
  }

  static TokenAnswer refusal(String error, String description) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("error", error).put("error_description", description);
    return new TokenAnswer(400, body);
  }
}
