package org.sverka.local;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Tells what a test has planned for a request. */
interface FaultSource {
  /** Nothing is ever planned. */
  FaultSource NONE = request -> Optional.empty();

  Optional<FaultyAnswer> next(HttpServerRequest request);
}
