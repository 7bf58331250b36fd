package org.sverka.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The least that a server on Vert.x can do with ready bytes: no routes, no limits, no metrics, few
 * headers. What Sverka can at best come up to.
 */
public final class BareServer {
  private final Form plain;
  private final Form gzip;
  private final Form unchanged;

  private record Form(int status, MultiMap headers, Buffer body) {
    static Form of(Path file, String coding) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      MultiMap headers = HttpHeaders.headers().add(HttpHeaders.ETAG, optimized("\"1-2\""));
      headers.add(HttpHeaders.CONTENT_TYPE, optimized("application/json"));
      headers.add(HttpHeaders.CONTENT_LENGTH, optimized(Integer.toString(bytes.length)));
      if (!coding.isEmpty()) {
        headers.add(HttpHeaders.CONTENT_ENCODING, optimized(coding));
      }
      ByteBuf direct = Unpooled.directBuffer(bytes.length, bytes.length).writeBytes(bytes);
      return new Form(
          200,
          headers.copy(false),
          BufferInternal.buffer(Unpooled.unreleasableBuffer(direct.asReadOnly())));
    }

    static Form unchanged() {
      MultiMap headers = HttpHeaders.headers().add(HttpHeaders.ETAG, optimized("\"1-2\""));
      return new Form(304, headers.copy(false), Buffer.buffer());
    }

    private static CharSequence optimized(String text) {
      return HttpHeaders.createOptimized(text);
    }
  }

  private BareServer(Form plain, Form gzip) {
    this.plain = plain;
    this.gzip = gzip;
    this.unchanged = Form.unchanged();
  }

  /**
   * Answers {@code /gzip}, {@code /304}, and anything else with the plain body.
   *
   * @param arguments the port, and the file that is answered with, beside which it lies packed
   */
  public static void main(String[] arguments) throws IOException {
    Form plain = Form.of(Path.of(arguments[1]), "");
    Form gzip = Form.of(Path.of(arguments[1] + ".gz"), "gzip");
    Vertx.vertx(new VertxOptions().setPreferNativeTransport(true))
        .createHttpServer()
        .requestHandler(new BareServer(plain, gzip)::answer)
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .await();
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    Form form = form(request.uri());
    if (form.status == 304) {
      response.setStatusCode(304).headersEndHandler(end -> response.headers().setAll(form.headers));
    } else {
      response.headers().setAll(form.headers);
    }
    Future<Void> unused = response.end(form.body);
  }

  private Form form(String path) {
    return path.equals("/304") ? unchanged : path.equals("/gzip") ? gzip : plain;
  }
}
