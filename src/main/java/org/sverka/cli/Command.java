package org.sverka.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** One command of the command line. */
abstract class Command implements Callable<Integer> {
  private final Surroundings surroundings;
  private @Nullable CommandSpec spec;

  Command(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What it does, in a sentence. */
  abstract String summary();

  /** Declares its options and parameters; without more, all settings. */
  void declare(CommandSpec commandSpec) {
    spec = commandSpec;
    for (Setting setting : Setting.values()) {
      String text = Words.text("setting." + setting.name());
      commandSpec.addOption(
          OptionSpec.builder(setting.option())
              .paramLabel("VALUE")
              .type(String.class)
              .description(
                  setting.preset().isEmpty()
                      ? text
                      : Words.text("setting.preset", text, setting.preset()))
              .build());
    }
  }

  /** Declares the one parameter of a command. */
  static void addPositional(CommandSpec spec, String label, Class<?> type, String about) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .type(type)
            .required(true)
            .index("0")
            .description(about)
            .build());
  }

  Surroundings surroundings() {
    return surroundings;
  }

  ParseResult arguments() {
    CommandSpec declared = spec;
    if (declared == null) {
      throw new IllegalStateException("Not declared yet");
    }
    return declared.commandLine().getParseResult();
  }

  /** The settings as options and environment give them. */
  Settings settings() {
    return Settings.read(surroundings.home(), options(), surroundings.environment());
  }

  /** The same for a command that asks for no spreadsheet. */
  Settings settingsWithoutSheet() {
    return Settings.readWithoutSheet(surroundings.home(), options(), surroundings.environment());
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    for (Setting setting : Setting.values()) {
      String value = arguments().matchedOptionValue(setting.option(), "");
      if (!value.isEmpty()) {
        options.put(setting.option(), value);
      }
    }
    return options;
  }

  void print(String text) {
    surroundings.out().println(text);
  }
}
