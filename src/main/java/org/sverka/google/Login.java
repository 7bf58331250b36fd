package org.sverka.google;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * Signs each request with the credentials file as it stands, so that a key which was replaced works
 * without a restart.
 */
final class Login implements HttpRequestInitializer {
  private final Path file;
  private Credentials credentials;
  private HttpRequestInitializer signer;
  private FileTime seen;

  /**
   * Reads the file.
   *
   * @throws org.sverka.sheet.SheetException if it is not usable
   */
  Login(Path file) {
    this.file = file;
    this.seen = changed();
    this.credentials = Credentials.load(file);
    this.signer = credentials.initializer();
  }

  synchronized String account() {
    return credentials.account();
  }

  @Override
  public void initialize(HttpRequest request) throws IOException {
    current().initialize(request);
  }

  private synchronized HttpRequestInitializer current() {
    FileTime now = changed();
    if (!now.equals(seen)) {
      credentials = Credentials.load(file);
      signer = credentials.initializer();
      seen = now;
    }
    return signer;
  }

  private FileTime changed() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      // Loading says what is the matter with it.
      return FileTime.fromMillis(0);
    }
  }
}
