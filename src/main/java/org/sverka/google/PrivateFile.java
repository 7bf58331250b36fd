package org.sverka.google;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.sverka.sheet.SheetException;

/**
 * Files with secrets in them: no one but the owner may read them, and they are never seen half
 * written. Messages name a file and never quote it.
 */
public final class PrivateFile {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFile() {}

  /** Whether others than the owner can read the file, or anybody run it. */
  public static boolean isOpen(Path file) throws IOException {
    return isOpen(file, FILE);
  }

  /**
   * Reads a file of UTF-8 text.
   *
   * @throws SheetException if it is not there, can't be read, or others can read it
   */
  static String read(Path file) {
    try {
      refuseOpen(file, FILE, "file-open");
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
      refuseOpen(folder, FOLDER, "folder-open");
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
      Path half = beside(file);
      try {
        store(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(half);
      }
      flush(file.toAbsolutePath().resolveSibling(""));
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
      Files.delete(beside(file));
    } catch (IOException e) {
      throw failure("file-unwritable", file, e.getClass().getSimpleName());
    }
  }

  /** An empty file in the same folder, which is made if need be. */
  private static Path beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder, owned(folder, FOLDER));
    refuseOpenFolder(folder);
    return Files.createTempFile(folder, ".", ".new", owned(folder, FILE));
  }

  private static void store(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Without this the new name may be gone after a power cut. */
  private static void flush(Path folder) throws IOException {
    if (hasModes(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] owned(Path path, Set<PosixFilePermission> most) {
    return hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(most)}
        : new FileAttribute<?>[0];
  }

  private static void refuseOpen(Path path, Set<PosixFilePermission> most, String key)
      throws IOException {
    if (isOpen(path, most)) {
      throw failure(key, path, "");
    }
  }

  private static boolean isOpen(Path path, Set<PosixFilePermission> most) throws IOException {
    // Where there are no such permissions there is nothing to judge.
    return hasModes(path) && !most.containsAll(Files.getPosixFilePermissions(path));
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static SheetException failure(String key, Path file, String detail) {
    return new SheetException(Words.operator(key, file.toString(), detail), false);
  }
}
