package org.sverka.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sverka.sheet.SheetException;

/**
 * What a person allowed an OAuth client to do in their name.
 *
 * @param refreshToken for which access tokens are had until it is revoked
 * @param account the person's address; empty if it is not known
 * @param clientId of the client that it was given to; empty if it is not known
 */
record Permission(String refreshToken, String account, String clientId) {
  /** Where it lies, seen from the folder of the client's file. */
  static final String FILE = "tokens/google.json";

  /**
   * Reads what was stored for that client.
   *
   * @throws SheetException if nothing was, if others can read it, or if it is another client's
   */
  static Permission read(OAuthClient client) {
    Permission stored = stored(client).orElseThrow(() -> failure("no-token", client));
    if (!stored.isFor(client)) {
      throw failure("token-other-client", client);
    }
    return stored;
  }

  /**
   * Reads what was stored, for whatever client; empty if nothing was.
   *
   * @throws SheetException if others can read it, or it is not JSON
   */
  static Optional<Permission> stored(OAuthClient client) {
    Path file = client.tokenFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    PrivateFile.refuseOpenFolder(file.resolveSibling(""));
    JsonNode json = JsonText.object(file, PrivateFile.read(file));
    return Optional.of(
            new Permission(
                json.path("refresh_token").asText(""),
                json.path("account").asText(""),
                json.path("client_id").asText("")))
        .filter(stored -> !stored.refreshToken.isEmpty());
  }

  /** Whether it was given to that client, as far as is known. */
  boolean isFor(OAuthClient client) {
    return clientId.isEmpty() || clientId.equals(client.id());
  }

  /**
   * Stores it, readable by its owner alone.
   *
   * @throws SheetException if that can't be done
   */
  void write(Path file) {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("refresh_token", refreshToken)
            .put("account", account)
            .put("client_id", clientId)
            .toPrettyString();
    PrivateFile.write(file, json + "\n");
  }

  private static SheetException failure(String key, OAuthClient client) {
    String text = Words.operator(key, client.file().toString(), client.tokenFile().toString());
    return new SheetException(text, false);
  }

  /** Neither its token nor who gave it. */
  @Override
  public String toString() {
    return "Permission[" + clientId + "]";
  }
}
