package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.local.xlsx.UnreadableFileException;
import org.sverka.local.xlsx.XlsxReader;

/**
 * A workbook as a file, for offices that mail it round: {@code GET …/export.xlsx} gives it out,
 * with {@code ?sheet=} one tab of it, and {@code POST …/import} takes it back in as an edit by a
 * person.
 */
final class XlsxRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(XlsxRoutes.class);
  private static final String ROOT = "/local/v1/spreadsheets/:id";
  private static final int MEGABYTES = 20;
  private static final int LARGEST_FILE = MEGABYTES << 20;
  private static final int LONGEST_NAME = 80;

  private final LocalSheets sheets;
  private final WorkerExecutor workers;
  // Unpacked, a file may take hundreds of megabytes; so they come one after the other.
  private final ReentrantLock unpacking = new ReentrantLock(true);

  XlsxRoutes(LocalSheets sheets, WorkerExecutor workers) {
    this.sheets = sheets;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get(ROOT + "/export.xlsx").handler(this::export);
    router.post(ROOT + "/import").handler(this::receive);
  }

  private record Download(String name, String plainName, Buffer content) {}

  private void export(RoutingContext context) {
    workers
        .executeBlocking(() -> download(context), false)
        .onFailure(failure -> refuse(context, failure))
        .onSuccess(
            file -> {
              HttpServerResponse response = context.response();
              response.putHeader("Content-Type", Xlsx.MEDIA_TYPE);
              // RFC 6266; whoever reads no filename* gets the plain name.
              response.putHeader(
                  "Content-Disposition",
                  "attachment; filename=\""
                      + file.plainName()
                      + "\"; filename*=UTF-8''"
                      + file.name());
              response.putHeader("Cache-Control", "no-store");
              response.putHeader("X-Content-Type-Options", "nosniff");
              context.end(file.content()).onFailure(context::fail);
            });
  }

  private Download download(RoutingContext context) {
    Workbook book = sheets.need(context.pathParam("id")).current();
    Optional<String> wanted = context.queryParam("sheet").stream().findFirst();
    List<Tab> tabs =
        book.tabs().stream()
            .filter(tab -> wanted.map(id -> id.equals(Integer.toString(tab.id()))).orElse(true))
            .toList();
    if (tabs.isEmpty()) {
      throw ApiException.notFound();
    }
    String plain = book.id().replaceAll("[^A-Za-z0-9_-]", "_") + ".xlsx";
    return new Download(encoded(name(book)), plain, Buffer.buffer(XlsxExporter.export(book, tabs)));
  }

  /** The title and the day of the newest change, as a file name that every system takes. */
  private static String name(Workbook book) {
    LocalDate day = LocalDate.ofInstant(book.modifiedAt(), ZoneId.of(book.properties().timeZone()));
    String title =
        XlsxText.form(book.properties().title())
            .replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ")
            .strip();
    int end =
        title.offsetByCodePoints(
            0, Math.min(LONGEST_NAME, title.codePointCount(0, title.length())));
    return (title.substring(0, end).strip() + " " + day + ".xlsx").strip();
  }

  /** RFC 5987. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    Buffer file = Buffer.buffer();
    request.handler(
        chunk -> {
          // What is too large is read on but not kept, so that the answer reaches the client.
          if (file.length() <= LARGEST_FILE) {
            file.appendBuffer(chunk);
          }
        });
    request.exceptionHandler(failure -> LOG.atDebug().setCause(failure).log("request broke off"));
    request.endHandler(end -> take(context, file));
  }

  private void take(RoutingContext context, Buffer file) {
    workers
        .executeBlocking(() -> taken(context.pathParam("id"), file), false)
        .onFailure(failure -> refuse(context, failure))
        .onSuccess(
            report -> {
              context.response().putHeader("Content-Type", "application/json; charset=UTF-8");
              context.response().putHeader("Cache-Control", "no-store");
              context.end(Buffer.buffer(Json.bytes(report, false))).onFailure(context::fail);
            });
  }

  private ObjectNode taken(String id, Buffer bytes) {
    Document document = sheets.need(id);
    if (bytes.length() > LARGEST_FILE) {
      throw new ApiException(
          413, "INVALID_ARGUMENT", Xlsx.text("import.too-large", MEGABYTES), null);
    }
    unpacking.lock();
    try {
      XlsxImport file = new XlsxImport(XlsxReader.read(bytes.getBytes()));
      return document.edit(sheets.context(Editor.PERSON), file::apply).answer();
    } finally {
      unpacking.unlock();
    }
  }

  private static void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof ApiException problem) {
      ApiHandler.refuse(context, problem);
    } else if (failure instanceof UnreadableFileException problem) {
      ApiHandler.refuse(context, ApiException.invalid(String.valueOf(problem.getMessage())));
    } else {
      context.fail(failure);
    }
  }
}
