package org.sverka.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.sverka.disk.OwnFile;
import org.sverka.sync.StoreException;

/**
 * The directory that one running Sverka has for itself. It is held by a lock of the operating
 * system on the file {@code lock}, which goes with the process, however that ends; the file stays
 * and means nothing by itself. Whoever opened it holds on to it until the end: garbage collection
 * would set it free.
 */
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileLock lock;

  private DataDirectory(Path path, FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Creates the directory if need be, readable by its owner alone, and takes it.
   *
   * @throws StoreException if it cannot be created or written, or another process has it; the
   *     message, for the operator, names it and says what to do
   */
  public static DataDirectory open(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    create(path);
    DataDirectory taken = new DataDirectory(path, lock(path));
    // The lock may be writable where the directory is not, and then the database as well.
    if (!Files.isWritable(path)) {
      taken.close();
      throw new StoreException(Words.text("directory-not-writable", path, "access denied"));
    }
    return taken;
  }

  /** Where it is, absolute. */
  public Path path() {
    return path;
  }

  /** Where a file of that name lies in it. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Lets others have it. */
  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new StoreException(Words.text("directory-not-writable", path, reason(e)), e);
    }
  }

  private static void create(Path path) {
    if (Files.isDirectory(path)) {
      return;
    }
    if (Files.exists(path)) {
      throw new StoreException(Words.text("directory-not-a-directory", path));
    }
    try {
      createDurably(path);
    } catch (IOException e) {
      throw new StoreException(Words.text("directory-not-created", path, reason(e)), e);
    }
  }

  /** A new folder may be gone after a power cut, with all that was synced in it. */
  private static void createDurably(Path path) throws IOException {
    Path above = OwnFile.folder(path);
    if (!Files.isDirectory(above)) {
      createDurably(above);
    }
    Files.createDirectory(path, ownerOnly(path));
    OwnFile.flush(above);
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  // Only the lock says whether the directory is free: a file with a process number in it would
  // outlive a kill -9 and name a stranger.
  private static FileLock lock(Path path) {
    Optional<FileLock> lock;
    try {
      lock = tryLock(path.resolve("lock"));
    } catch (IOException e) {
      throw new StoreException(Words.text("directory-not-writable", path, reason(e)), e);
    }
    return lock.orElseThrow(() -> new StoreException(Words.text("directory-locked", path)));
  }

  private static Optional<FileLock> tryLock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
      taken = lock.isPresent();
      return lock;
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // this very process has it
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException ? "access denied" : String.valueOf(e.getMessage());
  }
}
