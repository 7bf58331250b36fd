package org.sverka.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder as a disk holds it: what was synced, and what was not. A file's bytes are safe once the
 * file was synced; a name (made, given to another file, removed) once the folder was.
 */
final class Disk {
  /** What a disk writes as a whole. */
  static final int SECTOR = 512;

  /** Shared memory and the lock: they mean nothing after a restart. */
  private static final Set<String> FLEETING = Set.of("sverka.db-shm", "lock");

  private final String folder;
  private final Map<String, Content> safeNames = new TreeMap<>();
  private final Map<String, Content> names = new TreeMap<>();
  private final List<Naming> namings = new ArrayList<>();

  /** Whether the folder's own name is safe in the one above. */
  private boolean safeFolder;

  /**
   * A folder, all of it synced.
   *
   * @param from where its files are; it may have none and not be there
   * @param folder the name that it has in the calls
   */
  Disk(Path from, Path folder) throws IOException {
    this.folder = folder.toString();
    this.safeFolder = Files.exists(from);
    if (safeFolder) {
      for (Path file : Folders.files(from)) {
        Content content = new Content(Files.readAllBytes(file));
        safeNames.put(file.getFileName().toString(), content);
      }
      names.putAll(safeNames);
    }
  }

  /** A name that became another file's, or nobody's; the folder is yet to be synced. */
  private record Naming(String name, Content content) {}

  /** A write that is yet to be synced; without bytes it cuts the file. */
  record Write(long offset, byte[] bytes) {}

  /** Bytes of a file. */
  static final class Content {
    private byte[] safe;
    private final List<Write> pending = new ArrayList<>();

    Content(byte[] safe) {
      this.safe = safe;
    }

    void sync() {
      byte[] all = safe;
      for (Write write : pending) {
        all = applied(all, write, true, Choice.ALL);
      }
      safe = all;
      pending.clear();
    }

    byte[] after(Choice choice) {
      byte[] bytes = safe;
      for (Write write : pending) {
        bytes = applied(bytes, write, choice.keeps(), choice);
      }
      return bytes;
    }

    private static byte[] applied(byte[] to, Write write, boolean cuts, Choice choice) {
      if (write.bytes().length == 0) {
        return cuts ? Arrays.copyOf(to, (int) write.offset()) : to;
      }
      byte[] bytes = to;
      int from = 0;
      while (from < write.bytes().length) {
        int at = (int) write.offset() + from;
        int length = Math.min(SECTOR - at % SECTOR, write.bytes().length - from);
        if (choice.keeps()) {
          bytes = bytes.length < at + length ? Arrays.copyOf(bytes, at + length) : bytes.clone();
          System.arraycopy(write.bytes(), from, bytes, at, length);
        }
        from += length;
      }
      return bytes;
    }
  }

  /** Which of what was not synced reaches the disk: asked for each sector and each name. */
  interface Choice {
    Choice ALL = () -> true;
    Choice NONE = () -> false;

    boolean keeps();
  }

  /** Does what a call did. Says whether that changed what a power cut may leave. */
  boolean apply(Call call) {
    if (call.hasFailed() || call.isInjected()) {
      return false;
    }
    return switch (call.name()) {
      case "openat", "open" -> opened(call);
      case "pwrite64" -> written(call.openFile(), call.lastNumber(), call);
      case "write" -> written(call.openFile(), -1, call);
      case "ftruncate" -> cut(call.openFile(), call.lastNumber());
      case "fsync", "fdatasync" -> synced(call.openFile());
      case "rename" -> renamed(call.path(0), call.path(1));
      case "unlink" -> named(call.path(0), null);
      case "mkdir" -> false;
      default -> refuse(call);
    };
  }

  private boolean refuse(Call call) {
    boolean changes =
        Set.of(
                "writev",
                "pwritev",
                "fallocate",
                "renameat",
                "renameat2",
                "link",
                "linkat",
                "unlinkat",
                "truncate")
            .contains(call.name());
    if (changes && call.touches(folder)) {
      throw new IllegalStateException("The disk does not know " + call);
    }
    return false;
  }

  private boolean opened(Call call) {
    String name = name(call.path(0));
    if (name.isEmpty() || names.containsKey(name) || !call.arguments().contains("O_CREAT")) {
      return false;
    }
    return named(call.path(0), new Content(new byte[0]));
  }

  private boolean written(String path, long offset, Call call) {
    Content content = names.get(name(path));
    if (content == null) {
      return false;
    }
    byte[] bytes = call.texts().get(0);
    long at = offset >= 0 ? offset : content.after(Choice.ALL).length;
    content.pending.add(new Write(at, bytes));
    return true;
  }

  private boolean cut(String path, long length) {
    Content content = names.get(name(path));
    if (content != null) {
      content.pending.add(new Write(length, new byte[0]));
    }
    return content != null;
  }

  private boolean synced(String path) {
    if (path.equals(folder)) {
      safeNames.clear();
      safeNames.putAll(names);
      namings.clear();
      return true;
    }
    if (path.startsWith("/") && Path.of(path).equals(Path.of(folder).getParent())) {
      safeFolder = true;
      return true;
    }
    Content content = names.get(name(path));
    if (content != null) {
      content.sync();
    }
    return content != null;
  }

  private boolean renamed(String from, String to) {
    Content content = names.get(name(from));
    return content != null && named(to, content) && named(from, null);
  }

  private boolean named(String path, Content content) {
    String name = name(path);
    if (name.isEmpty()) {
      return false;
    }
    if (content == null) {
      names.remove(name);
    } else {
      names.put(name, content);
    }
    namings.add(new Naming(name, content));
    return true;
  }

  private String name(String path) {
    String name = path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : "";
    return FLEETING.contains(name) ? "" : name;
  }

  /** Files with bytes that no sync has reached, and names. */
  Set<String> unsafe() {
    Set<String> unsafe = new TreeSet<>();
    names.forEach(
        (name, content) -> {
          if (!content.pending.isEmpty()) {
            unsafe.add(name);
          }
        });
    namings.forEach(naming -> unsafe.add("the name " + naming.name()));
    if (!safeFolder) {
      unsafe.add("the name of the folder");
    }
    return unsafe;
  }

  /** Leaves in a folder what the disk has after a power cut. */
  void cutPower(Path target, Choice choice) throws IOException {
    if (!safeFolder && !choice.keeps()) {
      return;
    }
    Map<String, Content> left = new HashMap<>(safeNames);
    for (Naming naming : namings) {
      if (choice.keeps()) {
        left.put(naming.name(), naming.content());
      }
    }
    Files.createDirectory(target);
    for (Map.Entry<String, Content> file : left.entrySet()) {
      if (file.getValue() != null) {
        Path path = target.resolve(file.getKey());
        Files.write(path, file.getValue().after(choice));
        if (file.getKey().equals("log-key")) {
          Files.setPosixFilePermissions(
              path, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
      }
    }
  }
}
