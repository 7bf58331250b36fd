package org.sverka.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.services.drive.DriveScopes;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.auth.ServiceAccountSigner;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.sverka.sheet.SheetException;
import org.sverka.text.Sha256;

/**
 * Whom Sverka is at the sheet: a service account, a person who gave permission to an OAuth client,
 * or whoever the surroundings say.
 */
public final class Credentials {
  /** What is asked for and no more: the spreadsheets, and Drive's news of them. */
  public static final List<String> SCOPES =
      List.of(SheetsScopes.SPREADSHEETS, DriveScopes.DRIVE_METADATA_READONLY);

  /** What kind of credentials, which decides what has to be done about a failure. */
  enum Kind {
    /** A key of a service account. */
    KEY,
    /** A person's permission. */
    PERSON,
    /** Google's Application Default Credentials. */
    DEFAULT
  }

  private final Kind kind;
  private final String account;
  private final SteadyToken token;

  private final String identity;

  /**
   * @param key tells the account from others where its address is not known
   */
  private Credentials(Kind kind, String account, String key, GoogleCredentials credentials) {
    this.kind = kind;
    this.account = account;
    this.identity = Sha256.hex(kind + " " + (account.isEmpty() ? key : account)).substring(0, 16);
    this.token = new SteadyToken(credentials);
  }

  /**
   * Reads a service-account key, or an OAuth client together with the permission stored beside it
   * in {@value Permission#FILE}.
   *
   * @throws SheetException if the file is not usable; the message says how to mend it
   */
  public static Credentials load(Path file) {
    String text = PrivateFile.read(file);
    JsonNode json = JsonText.object(file, text);
    if (json.path("type").asText("").equals("service_account")) {
      return serviceAccount(file, text);
    }
    if (OAuthClient.isOne(json)) {
      OAuthClient client = OAuthClient.of(file, json);
      return person(client, Permission.read(client));
    }
    throw failure("file-unknown", file, "");
  }

  /**
   * Finds Application Default Credentials: the file that {@code GOOGLE_APPLICATION_CREDENTIALS}
   * names, what {@code gcloud} has stored, or the machine's own account.
   *
   * @throws SheetException if there are none
   * @see <a href="https://cloud.google.com/docs/authentication/application-default-credentials">
   *     Google's order</a>
   */
  static Credentials applicationDefault() {
    try {
      GoogleCredentials found = GoogleCredentials.getApplicationDefault();
      return new Credentials(Kind.DEFAULT, signer(found), "", found.createScoped(SCOPES));
    } catch (IOException | RuntimeException e) {
      // The cause is left out on purpose: it may quote a key.
      String text = Words.operator("default-missing", e.getClass().getSimpleName());
      throw new SheetException(text, false);
    }
  }

  /** Those of a person who gave that permission to that client. */
  static Credentials person(OAuthClient client, Permission permission) {
    UserCredentials person =
        UserCredentials.newBuilder()
            .setClientId(client.id())
            .setClientSecret(client.secret())
            .setRefreshToken(permission.refreshToken())
            .setTokenServerUri(URI.create(client.tokenUri()))
            .build();
    return new Credentials(Kind.PERSON, permission.account(), permission.refreshToken(), person);
  }

  /** The account's e-mail address, with which the sheet is shared; empty if it is not known. */
  String account() {
    return account;
  }

  /** The account for messages: the address of a service account, and of a person none. */
  String shown() {
    return kind == Kind.PERSON ? Words.operator("a-person") : account;
  }

  /** A digest that tells accounts apart and from which no address can be read. */
  String identity() {
    return identity;
  }

  Kind kind() {
    return kind;
  }

  SteadyToken token() {
    return token;
  }

  private static Credentials serviceAccount(Path file, String text) {
    try {
      ServiceAccountCredentials key =
          ServiceAccountCredentials.fromStream(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return new Credentials(Kind.KEY, key.getClientEmail(), "", key.createScoped(SCOPES));
    } catch (IOException | RuntimeException e) {
      // The cause is left out on purpose: it may quote the key.
      throw failure("file-broken-key", file, e.getClass().getSimpleName());
    }
  }

  private static String signer(GoogleCredentials found) {
    return found instanceof ServiceAccountSigner signer ? signer.getAccount() : "";
  }

  private static SheetException failure(String key, Path file, String detail) {
    return new SheetException(Words.operator(key, file.toString(), detail), false);
  }
}
