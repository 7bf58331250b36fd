package org.sverka.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.auth.oauth2.AccessToken;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sverka.sheet.SheetException;

/**
 * Gets and keeps the permission that a person gives to an OAuth client: RFC 8252 (loopback
 * redirect) with RFC 7636 (PKCE). Blocking.
 */
public final class Authorization {
  private final OAuthClient client;
  private final String driveRootUrl;

  private Authorization(OAuthClient client, String driveRootUrl) {
    this.client = client;
    this.driveRootUrl = driveRootUrl;
  }

  /**
   * What came of it.
   *
   * @param news whether Drive may be asked what has changed; it works without
   */
  public record Granted(Path tokenFile, boolean news) {}

  /**
   * Takes up the client that the settings name.
   *
   * @param credentials as in {@link GoogleSettings#credentialsFile()}
   * @param driveRootUrl where the person's address is asked for
   * @throws SheetException if those are not credentials for which a person has to be asked
   */
  public static Authorization of(String credentials, String driveRootUrl) {
    if (credentials.isEmpty() || credentials.equals(GoogleSettings.APPLICATION_DEFAULT)) {
      throw failure("consent-no-client");
    }
    Path file = Path.of(credentials);
    JsonNode json = JsonText.object(file, PrivateFile.read(file));
    if (!OAuthClient.isOne(json)) {
      throw failure("consent-no-client");
    }
    return new Authorization(OAuthClient.of(file, json), driveRootUrl);
  }

  /**
   * The permission that is there already, if it is still good. Google is asked.
   *
   * @throws SheetException if that can't be found out, or others can read the permission
   */
  public Optional<Granted> standing() {
    Optional<Permission> stored =
        Permission.stored(client).filter(permission -> permission.isFor(client));
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try {
      AccessToken token = Credentials.person(client, stored.get()).token().refreshAccessToken();
      Scopes scopes = Scopes.of(token.getScopes());
      return scopes.editing() ? Optional.of(granted(scopes)) : Optional.empty();
    } catch (IOException e) {
      if (isGrantRefused(e)) {
        return Optional.empty();
      }
      throw refused(e);
    }
  }

  /**
   * Asks the person, and stores what they permit.
   *
   * @param deadline for the person
   * @param show gets the address at which the person consents
   * @return empty if the person said no
   * @throws SheetException if it can't be done, or nobody consented in time
   */
  public Optional<Granted> ask(Vertx vertx, Duration deadline, Consumer<URI> show) {
    // Nobody is to consent to what then can't be stored.
    PrivateFile.requireWritable(client.tokenFile());
    try (LoopbackReceiver receiver = LoopbackReceiver.open(vertx)) {
      ConsentFlow flow = new ConsentFlow(client, receiver.redirectUri(), receiver.state());
      show.accept(flow.address());
      Redirect redirect = receiver.await(deadline);
      if (redirect instanceof Redirect.Denied) {
        return Optional.empty();
      }
      if (redirect instanceof Redirect.Failed failed) {
        throw failure("consent-failed", failed.error());
      }
      return Optional.of(stored(exchanged(flow, ((Redirect.Code) redirect).code())));
    }
  }

  private TokenResponse exchanged(ConsentFlow flow, String code) {
    try {
      return flow.exchange(code);
    } catch (IOException e) {
      if (isGrantRefused(e)) {
        throw failure("consent-code");
      }
      throw refused(e);
    }
  }

  private Granted stored(TokenResponse answer) {
    String refresh = Absent.text(answer.getRefreshToken());
    if (refresh.isEmpty()) {
      throw failure("consent-no-refresh");
    }
    Scopes scopes = Scopes.of(Absent.text(answer.getScope()));
    if (!scopes.editing()) {
      throw failure("consent-scope");
    }
    String account = scopes.news() ? address(Absent.text(answer.getAccessToken())) : "";
    new Permission(refresh, account, client.id()).write(client.tokenFile());
    return granted(scopes);
  }

  /** The person's address; empty if Drive does not tell. */
  private String address(String accessToken) {
    try {
      return DriveApi.of(driveRootUrl, accessToken).account();
    } catch (SheetException e) {
      return "";
    }
  }

  private Granted granted(Scopes scopes) {
    return new Granted(client.tokenFile(), scopes.news());
  }

  private SheetException refused(IOException e) {
    return new TokenFaults(
            client.file().toString(), "", Credentials.Kind.PERSON, InstantSource.system())
        .of(e)
        .failure();
  }

  private static boolean isGrantRefused(IOException e) {
    return TokenRefusal.of(e).filter(no -> no.error().equals("invalid_grant")).isPresent();
  }

  private static SheetException failure(String key, String... arguments) {
    return new SheetException(Words.operator(key, (Object[]) arguments), false);
  }

  /** What was granted; whoever is not told may take it that it is what was asked for. */
  private record Scopes(boolean editing, boolean news) {
    static Scopes of(String words) {
      return of(words.isBlank() ? List.of() : List.of(words.split(" ")));
    }

    static Scopes of(List<String> granted) {
      return new Scopes(
          granted.isEmpty() || granted.contains(Credentials.SCOPES.get(0)),
          granted.isEmpty() || granted.contains(Credentials.SCOPES.get(1)));
    }
  }
}
