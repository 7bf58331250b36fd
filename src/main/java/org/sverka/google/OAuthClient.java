package org.sverka.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.sverka.sheet.SheetException;

/**
 * An OAuth client of the type "Desktop app", as the file from the Cloud console describes it.
 *
 * @param file where it was read
 * @param authUri where a person consents
 * @param tokenUri where tokens are had
 */
record OAuthClient(Path file, String id, String secret, String authUri, String tokenUri) {
  private static final String MEMBER = "installed";
  private static final String AUTH_URI = "https://accounts.google.com/o/oauth2/v2/auth";
  private static final String TOKEN_URI = "https://oauth2.googleapis.com/token";

  static boolean isOne(JsonNode json) {
    return json.has(MEMBER) || json.has("web");
  }

  /**
   * Takes it from the content of its file.
   *
   * @throws SheetException if it is of another type, or something is missing
   */
  static OAuthClient of(Path file, JsonNode json) {
    JsonNode client = json.path(MEMBER);
    String id = client.path("client_id").asText("");
    if (client.isMissingNode() || id.isEmpty()) {
      throw new SheetException(Words.operator("file-other-client", file.toString()), false);
    }
    return new OAuthClient(
        file,
        id,
        client.path("client_secret").asText(""),
        client.path("auth_uri").asText(AUTH_URI),
        client.path("token_uri").asText(TOKEN_URI));
  }

  /** Where the permission that a person gave to it lies. */
  Path tokenFile() {
    return file.toAbsolutePath().resolveSibling(Permission.FILE);
  }

  /** Never its secret. */
  @Override
  public String toString() {
    return "OAuthClient[" + file + "]";
  }
}
