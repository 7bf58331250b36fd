package org.sverka.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.sverka.google.PrivateFile;
import org.sverka.local.SheetSecret;

/**
 * A secret in a file: it may not stand in an argument, which everybody on the machine can see, nor
 * in a file that others may read.
 */
final class SecretFile {
  private SecretFile() {}

  /**
   * Reads the secret.
   *
   * @param problem gets the key of the message about what is wrong, which never quotes the content
   * @return none if something is wrong
   */
  static SheetSecret read(Path file, Consumer<String> problem) {
    try {
      if (PrivateFile.isOpen(file)) {
        problem.accept("secret-open");
        return SheetSecret.none();
      }
      return SheetSecret.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      problem.accept("secret-unreadable");
    } catch (IllegalArgumentException e) {
      problem.accept("secret-unusable");
    }
    return SheetSecret.none();
  }
}
