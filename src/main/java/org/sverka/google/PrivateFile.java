package org.sverka.google;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.sverka.disk.OwnFile;
import org.sverka.sheet.SheetException;

/**
 * Files with secrets in them: no one but the owner may read them, and they are never seen half
 * written. Messages name a file and never quote it.
 */
public final class PrivateFile {
  private PrivateFile() {}

  /** Whether others than the owner can read the file, or anybody run it. */
  public static boolean isOpen(Path file) throws IOException {
    return OwnFile.isOpen(file);
  }

  /**
   * Reads a file of UTF-8 text.
   *
   * @throws SheetException if it is not there, can't be read, or others can read it
   */
  static String read(Path file) {
    try {
      if (OwnFile.isOpen(file)) {
        throw failure("file-open", file, "");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw failure("file-missing", file, "");
    } catch (IOException e) {
      throw failure("file-unreadable", file, e.getClass().getSimpleName());
    }
  }

  /**
   * Refuses a folder in which others could look or put something.
   *
   * @throws SheetException with the command that mends it
   */
  static void refuseOpenFolder(Path folder) {
    try {
      if (OwnFile.isOpenFolder(folder)) {
        throw failure("folder-open", folder, "");
      }
    } catch (IOException e) {
      throw failure("file-unreadable", folder, e.getClass().getSimpleName());
    }
  }

  /**
   * Puts the text in the place of what the file held, durably and as a whole; makes the folder if
   * need be.
   *
   * @throws SheetException if that can't be done, or the folder is open to others
   */
  static void write(Path file, String text) {
    try {
      prepareFolder(file);
      OwnFile.replace(file, text);
    } catch (IOException e) {
      throw failure("file-unwritable", file, e.getClass().getSimpleName());
    }
  }

  /**
   * Makes sure that {@link #write} will find nothing in its way, as far as that can be known.
   *
   * @throws SheetException as that one does
   */
  static void requireWritable(Path file) {
    try {
      prepareFolder(file);
      Files.delete(OwnFile.createBeside(file));
    } catch (IOException e) {
      throw failure("file-unwritable", file, e.getClass().getSimpleName());
    }
  }

  private static void prepareFolder(Path file) throws IOException {
    OwnFile.createFolder(file);
    refuseOpenFolder(OwnFile.folder(file));
  }

  private static SheetException failure(String key, Path file, String detail) {
    return new SheetException(Words.operator(key, file.toString(), detail), false);
  }
}
