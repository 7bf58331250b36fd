package org.sverka.local;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The file of the embedded sheet can't be used; nothing in it was changed. */
public final class SheetFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;

  SheetFileException(Path file, String reason) {
    super(reason);
    this.file = file.toString();
  }

  SheetFileException(Path file, RuntimeException cause) {
    super(reason(cause), cause);
    this.file = file.toString();
  }

  /** Which file it is; the message says why. */
  public String file() {
    return file;
  }

  private static String reason(Throwable fault) {
    return Stream.iterate(fault, e -> e != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .findFirst()
        .orElse(fault)
        .toString()
        .replaceFirst("^[\\w.]+: ", "")
        .replaceFirst("(?s)\\R.*", "");
  }
}
