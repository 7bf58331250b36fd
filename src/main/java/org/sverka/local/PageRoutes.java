package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The page, its files, and what it reads: {@code /}, {@code /page}, {@code /webjars} and {@code
 * /local/v1}.
 */
final class PageRoutes {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String LOCAL = "/local/v1/spreadsheets";

  private final Vertx vertx;
  private final LocalSheets sheets;
  private final WorkerExecutor workers;
  private final String defaultId;
  private final ClasspathFiles page = new ClasspathFiles("/org/sverka/local/page/");
  private final ClasspathFiles webjars = new ClasspathFiles("/META-INF/resources/webjars/");

  PageRoutes(Vertx vertx, LocalSheets sheets, WorkerExecutor workers, String defaultId) {
    this.vertx = vertx;
    this.sheets = sheets;
    this.workers = workers;
    this.defaultId = defaultId;
  }

  void mount(Router router) {
    router.get("/").handler(this::toDefault);
    router.get("/spreadsheets/d/:id/edit").handler(context -> file(context, page, "index.html"));
    router.get("/page/*").handler(context -> file(context, page, below(context, "/page/")));
    router
        .get("/webjars/*")
        .handler(context -> file(context, webjars, below(context, "/webjars/")));
    router
        .get("/local/v1/spreadsheets/:id")
        .handler(context -> json(context, () -> outline(context)));
    router
        .get("/local/v1/spreadsheets/:id/sheets/:sheet")
        .handler(context -> json(context, () -> tab(context)));
    router.get("/local/v1/spreadsheets/:id/events").handler(this::events);
    router
        .post("/local/v1/spreadsheets/:id/presence")
        .handler(new ApiHandler(LOCAL, workers, new PageCalls(sheets), FaultSource.NONE));
    router
        .post("/local/v1/spreadsheets/:id/sheets/*")
        .handler(new ApiHandler(LOCAL, workers, new PageCalls(sheets), FaultSource.NONE));
    router.route().handler(context -> ApiHandler.refuse(context, ApiException.notFound()));
  }

  private void toDefault(RoutingContext context) {
    context
        .response()
        .setStatusCode(302)
        .putHeader("Location", "/spreadsheets/d/" + defaultId + "/edit");
    context.end().onFailure(context::fail);
  }

  private static String below(RoutingContext context, String root) {
    String path = context.request().path();
    return path.startsWith(root) ? path.substring(root.length()) : "";
  }

  private void file(RoutingContext context, ClasspathFiles files, String path) {
    workers
        .executeBlocking(() -> files.find(path), false)
        .onFailure(context::fail)
        .onSuccess(found -> send(context, found));
  }

  private static void send(RoutingContext context, Optional<ClasspathFiles.Found> found) {
    if (found.isEmpty()) {
      ApiHandler.refuse(context, ApiException.notFound());
      return;
    }
    ClasspathFiles.Found file = found.get();
    HttpServerResponse response = context.response();
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cache-Control", "no-cache");
    response.putHeader("ETag", file.tag());
    if (file.tag().equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304);
      context.end().onFailure(context::fail);
    } else {
      response.putHeader("Content-Type", file.type());
      boolean gzip = gzip(context, file.content().length());
      say(context, gzip);
      context.end(gzip ? file.compressed() : file.content()).onFailure(context::fail);
    }
  }

  private ObjectNode outline(RoutingContext context) {
    return PageJson.outline(sheets.need(context.pathParam("id")).current());
  }

  private ObjectNode tab(RoutingContext context) {
    Workbook book = sheets.need(context.pathParam("id")).current();
    try {
      int sheetId = Integer.parseInt(context.pathParam("sheet"));
      return PageJson.tab(book, book.tab(sheetId).orElseThrow(ApiException::notFound));
    } catch (NumberFormatException e) {
      throw ApiException.notFound();
    }
  }

  private static boolean gzip(RoutingContext context, int size) {
    return Gzip.wanted(context.request().getHeader("Accept-Encoding"), size);
  }

  private static void say(RoutingContext context, boolean compressed) {
    context.response().putHeader("Vary", "Accept-Encoding");
    if (compressed) {
      context.response().putHeader("Content-Encoding", "gzip");
    }
  }

  private record Body(Buffer content, boolean compressed) {}

  private void json(RoutingContext context, Callable<ObjectNode> answer) {
    workers
        .executeBlocking(() -> body(context, Json.bytes(answer.call(), false)), false)
        .onFailure(failure -> refuse(context, failure))
        .onSuccess(
            body -> {
              context.response().putHeader("Content-Type", "application/json; charset=UTF-8");
              context.response().putHeader("Cache-Control", "no-store");
              say(context, body.compressed());
              context.end(body.content()).onFailure(context::fail);
            });
  }

  private static Body body(RoutingContext context, byte[] bytes) {
    return gzip(context, bytes.length)
        ? new Body(Gzip.compress(bytes), true)
        : new Body(Buffer.buffer(bytes), false);
  }

  private static void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof ApiException problem) {
      ApiHandler.refuse(context, problem);
    } else {
      context.fail(failure);
    }
  }

  private void events(RoutingContext context) {
    workers
        .executeBlocking(() -> sheets.need(context.pathParam("id")), false)
        .onFailure(failure -> refuse(context, failure))
        .onSuccess(
            document ->
                new EventStream(vertx, context.response()).start(document, context.request()));
  }
}
