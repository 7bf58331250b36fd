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
 */
record Surroundings(Path home, Map<String, String> environment, PrintWriter out, PrintWriter err) {
  Surroundings {
    environment = Map.copyOf(environment);
  }
}
