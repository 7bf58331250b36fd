package org.sverka.local;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.admin.Controls;
import org.sverka.local.admin.TokenAnswer;
import org.sverka.local.admin.TokenEndpoint;

/** {@code POST /token}, which is there while there is an admin port to set up accounts with. */
final class TokenCall implements ApiHandler.Call {
  private static final int MOST_FIELDS = 32;

  private final Controls controls;
  private final TokenEndpoint endpoint;

  TokenCall(Controls controls, TokenEndpoint endpoint) {
    this.controls = controls;
    this.endpoint = endpoint;
  }

  @Override
  public Answer carryOut(ApiRequest request) {
    if (!controls.attended() || !request.method().equals("POST")) {
      throw ApiException.notFound();
    }
    Map<String, String> form = new LinkedHashMap<>();
    String body = request.body().toString(StandardCharsets.UTF_8);
    new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS)
        .parameters()
        .forEach((name, values) -> form.put(name, values.get(0)));
    TokenAnswer answer = endpoint.answer(form);
    return new Answer(answer.status(), answer.body());
  }
}
