package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.google.KeyFiles;

/** Application Default Credentials, which Google's library looks for in the environment. */
class DefaultCredentialsIT {
  @TempDir private Path folder;
  private GuardedSheet sheet;

  @BeforeEach
  void begin() {
    sheet = new GuardedSheet(folder);
  }

  @AfterEach
  void end() {
    sheet.close();
  }

  @Test
  void askedFor_areThoseOfTheEnvironment() throws Exception {
    Path key = KeyFiles.save(folder.resolve("key.json"), sheet.key("machine@example.com"));

    Run run = provision("application-default", Map.of("GOOGLE_APPLICATION_CREDENTIALS", key));

    assertThat(run.exit).as(run.said).isEqualTo(Exit.FINE);
    assertThat(run.said).contains("The sheet is ready");
  }

  @Test
  void notAskedFor_areNotUsed() throws Exception {
    Path key = KeyFiles.save(folder.resolve("key.json"), sheet.key("machine@example.com"));

    Run run = provision("", Map.of("GOOGLE_APPLICATION_CREDENTIALS", key));

    assertThat(run.exit).isEqualTo(Exit.UNAVAILABLE);
    assertThat(run.said).contains("SVERKA_CREDENTIALS");
  }

  @Test
  void notThere_isSaid() throws Exception {
    Run run =
        provision(
            "application-default",
            Map.of("GOOGLE_APPLICATION_CREDENTIALS", folder.resolve("none.json")));

    assertThat(run.exit).isEqualTo(Exit.UNAVAILABLE);
    assertThat(run.said).contains("no Application Default Credentials");
  }

  private record Run(int exit, String said) {}

  private Run provision(String credentials, Map<String, Path> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dfile.encoding=UTF-8",
                "-Dsverka.home=" + Path.of("").toAbsolutePath(),
                "org.sverka.cli.Sverka",
                "provision",
                "--spreadsheet-id=roadmap",
                "--sheets-root-url=" + sheet.root(),
                "--drive-root-url=" + sheet.root(),
                "--data-dir=" + folder.resolve("data"))
            .redirectErrorStream(true);
    builder.environment().put("NO_GCE_CHECK", "true");
    builder.environment().put("SVERKA_CREDENTIALS", credentials);
    environment.forEach((name, value) -> builder.environment().put(name, value.toString()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), said);
  }
}
