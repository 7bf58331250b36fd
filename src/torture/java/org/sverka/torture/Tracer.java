package org.sverka.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** strace, attached to a child for one turn. */
final class Tracer {
  /**
   * Every call by which a process has to do with files; what a machine does not have is left out by
   * the mark.
   */
  private static final String CALLS =
      "trace=?open,openat,?creat,read,pread64,readv,preadv,write,pwrite64,writev,pwritev,fsync,"
          + "fdatasync,?sync_file_range,ftruncate,?truncate,fallocate,?rename,renameat,renameat2,?link,"
          + "linkat,?unlink,unlinkat,?rmdir,?mkdir,mkdirat,lseek,fcntl,fstat,?newfstatat,?stat,?lstat,"
          + "statx,?access,faccessat,?faccessat2,?readlink,readlinkat,close,?chmod,fchmod,fchmodat,"
          + "fchown,mmap,munmap,getdents64,flock,statfs,fstatfs,utimensat";

  private static final AtomicLong COUNT = new AtomicLong();

  private final Process strace;
  private final Path log;

  private Tracer(Process strace, Path log) {
    this.strace = strace;
    this.log = log;
  }

  /** Attaches to a process, with more options. Returns once all its threads are traced. */
  static Tracer attach(Settings settings, long pid, List<String> options) throws IOException {
    Path log = settings.work().resolve("trace-" + COUNT.incrementAndGet());
    List<String> command =
        new ArrayList<>(
            List.of("strace", "-f", "-y", "-s", "200000", "-x", "-o", log.toString(), "-e", CALLS));
    command.addAll(options);
    command.addAll(List.of("-p", Long.toString(pid)));
    Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader says = strace.inputReader(StandardCharsets.UTF_8);
    String line = says.readLine();
    if (line == null || !line.contains("attached")) {
      throw new IOException(
          "strace can't be attached: "
              + line
              + ". Run as root, or let processes be traced: sysctl kernel.yama.ptrace_scope=0");
    }
    Thread drain = new Thread(() -> says.lines().forEach(each -> {}));
    drain.setDaemon(true);
    drain.start();
    return new Tracer(strace, log);
  }

  /** Detaches, if that is not done, and tells what was called. */
  List<Call> end() throws IOException, InterruptedException {
    if (strace.isAlive()) {
      new ProcessBuilder("kill", "-INT", Long.toString(strace.pid())).start().waitFor();
    }
    // It has been seen to wait for ever for a process that was killed.
    if (!strace.waitFor(15, TimeUnit.SECONDS)) {
      strace.destroyForcibly().waitFor();
    }
    List<Call> calls = Call.parse(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
    Files.delete(log);
    return calls;
  }
}
