package org.sverka.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.sverka.local.SheetFileException;
import org.sverka.roadmap.InvalidRoadmapException;
import org.sverka.sheet.SheetException;
import org.sverka.sync.ForkedLogException;
import org.sverka.sync.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program. */
public final class Sverka {
  private Sverka() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Path home = Path.of(System.getProperty("sverka.home", "")).toAbsolutePath();
    System.exit(
        run(
            new Surroundings(
                home,
                System.getenv(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)),
            args));
  }

  /** Runs one command. */
  static int run(Surroundings surroundings, String... args) {
    CommandLine line = new CommandLine(program());
    line.addSubcommand(command("serve", new ServeCommand(surroundings)));
    line.addSubcommand(command("import", new ImportCommand(surroundings)));
    line.addSubcommand(command("check", new CheckCommand(surroundings)));
    line.addSubcommand(command("provision", new ProvisionCommand(surroundings)));
    line.addSubcommand(command("authorize", new AuthorizeCommand(surroundings)));
    line.addSubcommand(command("export", new ExportCommand(surroundings)));
    line.addSubcommand(command("verify-log", new VerifyLogCommand(surroundings)));
    line.addSubcommand(command("erase", new EraseCommand(surroundings)));
    line.addSubcommand(command("backup", new BackupCommand(surroundings)));
    line.addSubcommand(command("restore", new RestoreCommand(surroundings)));
    return line.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((e, failed, parsed) -> failure(surroundings, e))
        .execute(args);
  }

  private static CommandSpec program() {
    CommandSpec spec = CommandSpec.create().name("sverka");
    spec.usageMessage()
        .description(Words.text("program.summary"))
        .footer("", Words.text("program.settings"));
    return spec.mixinStandardHelpOptions(true).version(version());
  }

  private static CommandLine command(String name, Command command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage().description(command.summary());
    spec.mixinStandardHelpOptions(true);
    command.declare(spec);
    return new CommandLine(spec);
  }

  private static String version() {
    String version = Sverka.class.getPackage().getImplementationVersion();
    return "sverka " + (version == null ? "0" : version);
  }

  private static int failure(Surroundings surroundings, Exception e) {
    if (e instanceof InvalidSettingsException) {
      surroundings.err().println(Words.text("error.settings", String.valueOf(e.getMessage())));
      return Exit.BAD_INPUT;
    }
    if (e instanceof InvalidRoadmapException) {
      surroundings.err().println(Words.text("error.roadmap", String.valueOf(e.getMessage())));
      return Exit.BAD_INPUT;
    }
    if (e instanceof SheetFileException sheet) {
      String reason = String.valueOf(sheet.getMessage());
      surroundings.err().println(Words.text("sheet.unusable", sheet.file(), reason));
      return Exit.UNAVAILABLE;
    }
    if (e instanceof ForkedLogException) {
      surroundings.err().println(e.getMessage());
      return Exit.FORK;
    }
    if (e instanceof UnavailableException
        || e instanceof StoreException
        || e instanceof SheetException) {
      surroundings.err().println(e.getMessage());
      return Exit.UNAVAILABLE;
    }
    LoggerFactory.getLogger(Sverka.class).atError().setCause(e).log("Unexpected fault");
    surroundings.err().println(Words.text("error.unexpected", e.toString()));
    return Exit.FAULT;
  }
}
