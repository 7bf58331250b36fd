package org.sverka.fault;

import java.nio.file.Path;
import java.util.Map;
import org.sverka.cli.Program;
import org.sverka.cli.Webmaster;
import org.sverka.google.HttpLimits;

/** Another program on the bench's sheet, with a directory and a time of its own. */
final class Second implements AutoCloseable {
  private static final int WORKERS = 2;

  private final HandTime time = new HandTime();
  private final Program program;
  private final Management management;
  private final Webmaster webmaster;

  private Second(Bench bench, Path data) {
    time.setClock(bench.time().instant());
    String root = "http://localhost:" + bench.wire().port();
    Map<String, String> options =
        Map.of(
            "--http-port",
            "0",
            "--management-port",
            "0",
            "--spreadsheet-id",
            "roadmap",
            "--credentials",
            bench.credentials().toString(),
            "--sheets-root-url",
            root,
            "--drive-root-url",
            root,
            "--data-dir",
            data.toString());
    program = Program.start(options, time, time, vertx -> time, HttpLimits.standard());
    management = new Management(program.managementPort());
    webmaster = new Webmaster(program.httpPort());
    time.awaitRest(WORKERS);
  }

  static Second on(Bench bench, Path data) {
    return new Second(bench, data);
  }

  Management management() {
    return management;
  }

  Webmaster webmaster() {
    return webmaster;
  }

  /** So many turns of its loop. */
  void turns(int times) {
    for (int i = 0; i < times; i++) {
      long before = management.turns();
      while (management.turns() == before) {
        time.ring();
        time.awaitRest(WORKERS);
      }
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
