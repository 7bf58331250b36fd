package org.sverka.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the program is started in.
 *
 * @param home where it is installed
 * @param environment the environment's variables
 * @param out for results
 * @param err for what went wrong
 * @param tempo what commands that ask a sheet go by
 */
record Surroundings(
    Path home, Map<String, String> environment, PrintWriter out, PrintWriter err, Tempo tempo) {
  Surroundings {
    environment = Map.copyOf(environment);
  }

  /** With the machine's own time. */
  Surroundings(Path home, Map<String, String> environment, PrintWriter out, PrintWriter err) {
    this(home, environment, out, err, Tempo.system());
  }
}
