package org.sverka.local;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel that tells a client of changes.
 *
 * @param id chosen by the client
 * @param token what the client wants to be told with each message; empty for none
 * @param fileId the file that is watched; nothing for all files
 */
record Channel(
    String id,
    String resourceId,
    String resourceUri,
    String token,
    Instant expires,
    URI address,
    Optional<String> fileId) {

  boolean isOver(Instant now) {
    return !now.isBefore(expires);
  }
}
