package org.sverka.google;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;

/** What the person's browser shows in the end: fixed words in two languages, nothing else. */
enum ConsentPage {
  RECEIVED("consent.received"),
  DENIED("consent.denied"),
  FAILED("consent.failed"),
  SPENT("consent.spent"),
  FOREIGN("consent.foreign");

  private static final String HTML =
      """
      <!doctype html>
      <html lang="ru">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Сверка</title>
      <h1>Сверка</h1>
      <p>%s</p>
      <p lang="en">%s</p>
      </html>
      """;

  private final String key;

  ConsentPage(String key) {
    this.key = key;
  }

  /** Ends the answer with it. */
  Future<Void> send(HttpServerResponse response) {
    return response
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Connection", "close")
        .end(HTML.formatted(Words.sheet(key), Words.operator(key)));
  }
}
