package org.sverka.google;

import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.net.URI;

/**
 * One authorization code, from the address at which a person consents to the tokens for it. The
 * base class of the library's flows, because its Google flow drops the code challenge.
 */
final class ConsentFlow {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final AuthorizationCodeFlow flow;
  private final String redirectUri;
  private final String state;

  ConsentFlow(OAuthClient client, String redirectUri, String state) {
    this.redirectUri = redirectUri;
    this.state = state;
    this.flow =
        new AuthorizationCodeFlow.Builder(
                BearerToken.authorizationHeaderAccessMethod(),
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                new GenericUrl(client.tokenUri()),
                new ClientParametersAuthentication(client.id(), client.secret()),
                client.id(),
                client.authUri())
            .setScopes(Credentials.SCOPES)
            .setRequestInitializer(ConsentFlow::quiet)
            .enablePKCE()
            .build();
  }

  /** Where the person consents. */
  URI address() {
    return URI.create(
        flow.newAuthorizationUrl()
            .setRedirectUri(redirectUri)
            .setState(state)
            .set("access_type", "offline")
            // Else a second consent brings no refresh token.
            .set("prompt", "consent")
            .build());
  }

  /**
   * Gets the tokens.
   *
   * @throws IOException if they are refused, or the endpoint can't be reached
   */
  TokenResponse exchange(String code) throws IOException {
    return flow.newTokenRequest(code).setRedirectUri(redirectUri).execute();
  }

  private static void quiet(HttpRequest request) {
    request
        .setConnectTimeout(TIMEOUT_MILLIS)
        .setReadTimeout(TIMEOUT_MILLIS)
        .setFollowRedirects(false)
        .setLoggingEnabled(false)
        .setCurlLoggingEnabled(false);
  }
}
