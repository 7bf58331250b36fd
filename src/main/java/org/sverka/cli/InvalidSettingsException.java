package org.sverka.cli;

import java.util.List;

/** Settings that make no sense; one line for each that is wrong. */
final class InvalidSettingsException extends RuntimeException {
  InvalidSettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
