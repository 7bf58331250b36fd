package org.sverka.cli;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.sverka.google.HttpLimits;
import org.sverka.google.SteadyClock;
import org.sverka.sync.Alarms;

/** The whole program, for the tests of other packages. */
public final class Program implements AutoCloseable {
  private static final Path HOME = Path.of("").toAbsolutePath();

  private final Service service;

  private Program(Service service) {
    this.service = service;
  }

  /**
   * Starts it.
   *
   * @param options of the command line
   * @param wall people's clock
   * @param steady what intervals and waits go by
   * @param alarms what wakes the loops up
   */
  public static Program start(
      Map<String, String> options,
      InstantSource wall,
      SteadyClock steady,
      Function<Vertx, Alarms> alarms,
      HttpLimits limits) {
    return new Program(
        Service.start(
            Settings.read(HOME, options, Map.of()), new Tempo(wall, steady, alarms, limits)));
  }

  public int httpPort() {
    return service.httpPort();
  }

  public int managementPort() {
    return service.managementPort();
  }

  /**
   * What {@code verify-log} says of its log.
   *
   * @throws AssertionError if it finds a fault
   */
  public String verifyLog() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int exit =
        Sverka.run(
            new Surroundings(HOME, Map.of(), out, out),
            "verify-log",
            "http://localhost:" + httpPort());
    if (exit != Exit.FINE) {
      throw new AssertionError(said.toString());
    }
    return said.toString();
  }

  @Override
  public void close() {
    service.stop();
  }
}
