package org.sverka.local;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Controls;
import org.sverka.local.admin.Effect;

/** Stands before the page: holds its requests up, or answers in its place, where a rule says so. */
final class PageFaults implements Handler<RoutingContext> {
  private final Vertx vertx;
  private final FaultSource faults;

  PageFaults(Vertx vertx, Controls controls) {
    this.vertx = vertx;
    this.faults =
        new PlannedFaults(
            vertx,
            controls,
            Api.PAGE,
            revisions -> {
              throw new IllegalStateException("The page's requests are no calls");
            });
  }

  @Override
  public void handle(RoutingContext context) {
    faults.next(context.request()).ifPresentOrElse(fault -> disturb(context, fault), context::next);
  }

  private void disturb(RoutingContext context, FaultyAnswer fault) {
    Effect effect = fault.effect();
    HttpServerRequest request = context.request();
    if (!effect.isCarriedOut()) {
      fault.answer(
          request,
          change -> {
            throw new IllegalStateException("Such a rule carries nothing out");
          });
      return;
    }
    Duration delay = effect.before().plus(effect.after());
    request.pause();
    vertx
        .timer(Math.max(1, delay.toMillis()))
        .onSuccess(
            now -> {
              request.resume();
              context.next();
            });
  }
}
