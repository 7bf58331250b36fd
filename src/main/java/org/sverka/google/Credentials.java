package org.sverka.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.sverka.sheet.SheetException;

/**
 * Whom Sverka is at the sheet: a service account, or a person who gave permission to an OAuth
 * client. The only scope is {@link SheetsScopes#SPREADSHEETS}.
 */
public final class Credentials {
  /** Where the permission of a person lies, seen from the folder of the OAuth client's file. */
  public static final String TOKEN_FILE = "tokens/google.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<PosixFilePermission> OWN =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final String account;
  private final GoogleCredentials credentials;

  private Credentials(String account, GoogleCredentials credentials) {
    this.account = account;
    this.credentials = credentials;
  }

  /**
   * Reads a service-account key, or an OAuth client together with the permission stored beside it
   * in {@value #TOKEN_FILE}.
   *
   * @throws SheetException if the file is not usable; the message says how to mend it
   */
  public static Credentials load(Path file) {
    String text = text(file);
    JsonNode json = json(file, text);
    if (json.path("type").asText("").equals("service_account")) {
      return serviceAccount(file, text);
    }
    if (json.has("installed")) {
      return person(file, json.path("installed"));
    }
    throw failure("file-unknown", file);
  }

  /** The account's e-mail address, with which the sheet is shared; empty if it is not known. */
  public String account() {
    return account;
  }

  /** Puts the access token on each request, and gets a new one when it is refused. */
  HttpRequestInitializer initializer() {
    return new HttpCredentialsAdapter(credentials);
  }

  private static Credentials serviceAccount(Path file, String text) {
    try {
      ServiceAccountCredentials key =
          ServiceAccountCredentials.fromStream(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return new Credentials(
          key.getClientEmail(), key.createScoped(List.of(SheetsScopes.SPREADSHEETS)));
    } catch (IOException | RuntimeException e) {
      // The cause is left out on purpose: it may quote the key.
      throw failure("file-broken-key", file, e.getClass().getSimpleName());
    }
  }

  private static Credentials person(Path file, JsonNode client) {
    Path tokenFile = file.toAbsolutePath().resolveSibling(TOKEN_FILE);
    if (!Files.exists(tokenFile)) {
      throw failure("no-token", file, tokenFile);
    }
    JsonNode token = json(tokenFile, text(tokenFile));
    String refresh = token.path("refresh_token").asText("");
    if (refresh.isEmpty()) {
      throw failure("no-token", file, tokenFile);
    }
    UserCredentials.Builder person =
        UserCredentials.newBuilder()
            .setClientId(client.path("client_id").asText(""))
            .setClientSecret(client.path("client_secret").asText(""))
            .setRefreshToken(refresh);
    if (client.hasNonNull("token_uri")) {
      person.setTokenServerUri(URI.create(client.path("token_uri").asText()));
    }
    return new Credentials(token.path("account").asText(""), person.build());
  }

  private static String text(Path file) {
    try {
      refuseOpen(file);
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw failure("file-missing", file);
    } catch (IOException e) {
      throw failure("file-unreadable", file, e.getClass().getSimpleName());
    }
  }

  private static void refuseOpen(Path file) throws IOException {
    // Where there are no such permissions there is nothing to judge.
    if (Files.getFileStore(file).supportsFileAttributeView("posix")
        && !OWN.containsAll(Files.getPosixFilePermissions(file))) {
      throw failure("file-open", file);
    }
  }

  private static JsonNode json(Path file, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // The cause is left out on purpose: it quotes the file.
    }
    throw failure("file-not-json", file);
  }

  private static SheetException failure(String key, Object... arguments) {
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return new SheetException(Words.operator(key, words), false);
  }
}
