package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;

/** Makes the official client of Drive, with the login and the limits of that of Sheets. */
final class DriveClient {
  private DriveClient() {}

  static Drive of(GoogleSettings settings, HttpLimits limits, HttpRequestInitializer login) {
    return new Drive.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            SheetsApi.initializer(limits, login))
        .setRootUrl(settings.driveRootUrl())
        .setApplicationName(settings.applicationName())
        .build();
  }
}
