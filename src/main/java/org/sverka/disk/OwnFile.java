package org.sverka.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders of the owner alone, whole at every moment. Where there are no permissions of
 * that kind there is nothing to judge.
 */
public final class OwnFile {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnFile() {}

  /**
   * Whether there is something of that name. {@link Files#exists} says no as well when it can't be
   * found out, and who makes a file then puts it in the place of one that was there.
   *
   * @throws IOException if it can't be found out
   */
  public static boolean isThere(Path path) throws IOException {
    try {
      BasicFileAttributes unused = Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Whether others than the owner can read or write the file, or anybody run it. */
  public static boolean isOpen(Path file) throws IOException {
    return isOpen(file, FILE);
  }

  /** Whether others than the owner can look into the folder or put something there. */
  public static boolean isOpenFolder(Path folder) throws IOException {
    return isOpen(folder, FOLDER);
  }

  /**
   * Puts the text in the place of what the file held, durably and as a whole: after a crash or a
   * power cut it is there entirely or not at all.
   *
   * @param file its folder must be there
   */
  public static void replace(Path file, String text) throws IOException {
    Path folder = folder(file);
    Path half = createBeside(file);
    try {
      store(half, text);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
    flush(folder);
  }

  /** Makes an empty file in the same folder, for what is to become this one. */
  public static Path createBeside(Path file) throws IOException {
    Path folder = folder(file);
    return Files.createTempFile(folder, ".", ".new", owned(folder, FILE));
  }

  /** Makes the folder of a file if need be. */
  public static void createFolder(Path file) throws IOException {
    Path folder = folder(file);
    Files.createDirectories(folder, owned(folder, FOLDER));
  }

  /** The folder in which a file lies. */
  public static Path folder(Path file) {
    return file.toAbsolutePath().resolveSibling("");
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

  /**
   * Waits until a file, or the names in a folder, are on the disk. Without it a new name may be
   * gone after a power cut.
   */
  public static void flush(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (!folder || hasModes(path)) {
      StandardOpenOption how = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
      try (FileChannel channel = FileChannel.open(path, how)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] owned(Path path, Set<PosixFilePermission> most) {
    return hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(most)}
        : new FileAttribute<?>[0];
  }

  private static boolean isOpen(Path path, Set<PosixFilePermission> most) throws IOException {
    return hasModes(path) && !most.containsAll(Files.getPosixFilePermissions(path));
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
