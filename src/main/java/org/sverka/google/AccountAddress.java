package org.sverka.google;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.User;
import java.io.IOException;

/** Asks Drive whose token it is. */
final class AccountAddress {
  private static final int TIMEOUT_MILLIS = 30_000;

  private AccountAddress() {}

  /** The address; empty if Drive does not tell, since nothing depends on it but some words. */
  static String find(String driveRootUrl, String accessToken) {
    Drive drive =
        new Drive.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                request -> {
                  request.getHeaders().setAuthorization("Bearer " + accessToken);
                  request
                      .setConnectTimeout(TIMEOUT_MILLIS)
                      .setReadTimeout(TIMEOUT_MILLIS)
                      .setFollowRedirects(false)
                      .setLoggingEnabled(false)
                      .setCurlLoggingEnabled(false);
                })
            .setRootUrl(driveRootUrl)
            .setApplicationName("Sverka")
            .build();
    try {
      User user = drive.about().get().setFields("user(emailAddress)").execute().getUser();
      return user == null ? "" : Absent.text(user.getEmailAddress());
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }
}
