package org.sverka.local;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.function.Function;
import org.sverka.local.ApiHandler.Call;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Controls;

/** Puts what the admin port can switch on before an API: admission and planned faults. */
final class GuardedApi {
  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final Controls controls;
  private final LocalSheets sheets;

  GuardedApi(Vertx vertx, WorkerExecutor workers, Controls controls, LocalSheets sheets) {
    this.vertx = vertx;
    this.workers = workers;
    this.controls = controls;
    this.sheets = sheets;
  }

  /**
   * The handler of one API.
   *
   * @param calls the calls of that API on those workbooks
   */
  ApiHandler handler(Api api, String root, Function<LocalSheets, Call> calls) {
    return new ApiHandler(
        root,
        workers,
        admitted(api, calls.apply(sheets)),
        new PlannedFaults(
            vertx,
            controls,
            api,
            revisions -> admitted(api, calls.apply(sheets.earlier(revisions)))));
  }

  private Call admitted(Api api, Call call) {
    return new AdmittedCall(api, controls, id -> sheets.find(id).isPresent(), call);
  }
}
