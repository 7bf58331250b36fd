package org.sverka.google;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.sverka.sheet.SheetException;

/** Where credentials come from, and how it is noticed that they are others now. */
interface CredentialsSource {
  /**
   * Reads them.
   *
   * @throws SheetException if there are none that can be used; the message says how to mend it
   */
  Credentials load();

  /** What it is called in messages. */
  String name();

  /** Another one whenever the credentials may be others. */
  Object stamp();

  /** How long unusable credentials stay so. */
  TokenFault.Until unusable();

  /** What the settings name: a file, or Application Default Credentials. */
  static CredentialsSource of(String name) {
    return name.equals(GoogleSettings.APPLICATION_DEFAULT)
        ? new Default()
        : new File(Path.of(name));
  }

  /** A key, or an OAuth client with a person's permission beside it. */
  record File(Path path) implements CredentialsSource {
    @Override
    public Credentials load() {
      return Credentials.load(path);
    }

    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public Object stamp() {
      return List.of(state(path), state(path.toAbsolutePath().resolveSibling(Permission.FILE)));
    }

    @Override
    public TokenFault.Until unusable() {
      return TokenFault.Until.SOON;
    }

    private static String state(Path file) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
      } catch (IOException e) {
        // Loading says what is the matter with it.
        return "";
      }
    }
  }

  /** Whatever Google's library finds. There is no file to watch, so it is asked again at times. */
  record Default() implements CredentialsSource {
    @Override
    public Credentials load() {
      return Credentials.applicationDefault();
    }

    @Override
    public String name() {
      return GoogleSettings.APPLICATION_DEFAULT;
    }

    @Override
    public Object stamp() {
      return "";
    }

    @Override
    public TokenFault.Until unusable() {
      return TokenFault.Until.LATER;
    }
  }
}
