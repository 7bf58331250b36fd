package org.sverka.local;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sverka.local.ApiHandler.Call;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Arrival;
import org.sverka.local.admin.Controls;

/** The faults that the admin port has planned for one API. */
final class PlannedFaults implements FaultSource {
  private final Vertx vertx;
  private final Controls controls;
  private final Api api;
  private final IntFunction<Call> earlier;

  /**
   * @param earlier carries requests out on the workbooks of so many changes ago
   */
  PlannedFaults(Vertx vertx, Controls controls, Api api, IntFunction<Call> earlier) {
    this.vertx = vertx;
    this.controls = controls;
    this.api = api;
    this.earlier = earlier;
  }

  @Override
  public Optional<FaultyAnswer> next(HttpServerRequest request) {
    if (!controls.on()) {
      return Optional.empty();
    }
    boolean byPerson = ApiHandler.editor(request) == Editor.PERSON;
    return controls
        .effect(new Arrival(api, ApiHandler.method(request), request.path(), byPerson))
        .map(effect -> new FaultyAnswer(vertx, api, effect, earlier));
  }
}
