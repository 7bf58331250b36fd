package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir private Path home;

  private Settings read(Map<String, String> environment) {
    return Settings.read(home, Map.of(), environment);
  }

  @ParameterizedTest
  @CsvSource({
    "https://sverka.example, sverka.example",
    "https://sverka.example/, sverka.example",
    "http://example.org:8080/a/b+c/, example.org:8080/a/b%2Bc",
    "'', sverka.internal"
  })
  void namesOfLogs_beginWithThePublicAddress(String address, String host) {
    assertThat(read(Map.of("SVERKA_PUBLIC_URL", address)).logHost()).isEqualTo(host);
  }

  @Test
  void nothingSet_isTheEmbeddedSheetOnTheUsualPorts() {
    Settings settings = read(Map.of());
    assertThat(settings.embedded()).isTrue();
    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.managementPort()).isEqualTo(8081);
    assertThat(settings.localSheetPort()).isEqualTo(8082);
    assertThat(settings.localSheetAdminPort()).isEqualTo(Settings.NO_PORT);
    assertThat(settings.managementHost()).isEqualTo("127.0.0.1");
    assertThat(settings.poll()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.dataDir()).isEqualTo(home.resolve("data"));
    assertThat(settings.spreadsheetId()).isEqualTo("roadmap");
    assertThat(settings.publicUrl(8080)).isEqualTo("http://localhost:8080");
  }

  @Test
  void option_comesBeforeTheEnvironment() {
    Settings settings =
        Settings.read(home, Map.of("--http-port", "9000"), Map.of("SVERKA_HTTP_PORT", "9001"));
    assertThat(settings.httpPort()).isEqualTo(9000);
  }

  @Test
  void pathThatIsGiven_isFromHereEvenIfItIsTheUsualOne() {
    Settings settings =
        Settings.read(
            home, Map.of("--data-dir", "data"), Map.of("SVERKA_ROADMAP", "seeds/roadmap.json"));
    assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.roadmap()).isEqualTo(Path.of("seeds/roadmap.json").toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource({
    "SVERKA_HTTP_PORT, 70000",
    "SVERKA_HTTP_PORT, восемь",
    "SVERKA_POLL_SECONDS, 0",
    "SVERKA_STORE, jdbc:postgresql://db/sverka",
    "SVERKA_POLL_SECONDS, -5",
    "SVERKA_PUBLIC_URL, ftp://example.org",
    "SVERKA_REQUESTS_PER_SECOND, many",
    "SVERKA_REQUESTS_PER_SECOND, -1",
    "SVERKA_HTTP2, sometimes",
    "SVERKA_TRUSTED_PROXIES, everybody",
    "SVERKA_TRUSTED_PROXIES, 0.0.0.0/0",
    "SVERKA_TRUSTED_PROXIES, 10.0.0.0/33",
    "SVERKA_TRUSTED_PROXIES, example.org",
    "SVERKA_PUBLIC_URL, https://user:secret@example.org",
    "SVERKA_CREDENTIALS, nowhere.json",
    "SVERKA_MANAGEMENT_PORT, 8080",
    "SVERKA_LOCAL_SHEET_ADMIN_PORT, 8082",
    "SVERKA_LOCAL_SHEET_ADMIN_PORT, off",
    "SVERKA_LOCAL_SHEET_SECRET_FILE, nowhere",
    "SVERKA_SHEETS_ROOT_URL, http://localhost:9/"
  })
  void settingThatMakesNoSense_isNamed(String variable, String value) {
    assertThatThrownBy(() -> read(Map.of(variable, value)))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(
            variable.equals("SVERKA_SHEETS_ROOT_URL") ? "SVERKA_SPREADSHEET_ID" : variable);
  }

  @Test
  void defaultCredentials_areAskedForByNameAndAreNoFile() {
    Settings settings =
        read(Map.of("SVERKA_CREDENTIALS", "application-default", "SVERKA_SPREADSHEET_ID", "1abc"));

    assertThat(settings.credentials()).isEqualTo("application-default");
    assertThat(settings.embedded()).isFalse();
  }

  @Test
  void allProblems_areReportedAtOnce() {
    assertThatThrownBy(() -> read(Map.of("SVERKA_HTTP_PORT", "x", "SVERKA_POLL_SECONDS", "y")))
        .hasMessageContaining("SVERKA_HTTP_PORT")
        .hasMessageContaining("SVERKA_POLL_SECONDS");
  }

  @Test
  void sheetOnTheLoopbackInterface_needsNoSecret() {
    assertThat(read(Map.of()).localSheetHost()).isEqualTo("127.0.0.1");
    assertThat(read(Map.of("SVERKA_LOCAL_SHEET_HOST", "::1")).localSheetHost()).isEqualTo("::1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.1.5", "::", "127.example.org", "sheet.example.org"})
  void sheetThatOthersCanReach_needsASecret(String host) {
    assertThatThrownBy(() -> read(Map.of("SVERKA_LOCAL_SHEET_HOST", host)))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("SVERKA_LOCAL_SHEET_SECRET_FILE (--local-sheet-secret-file)")
        .hasMessageContaining(host)
        .hasMessageContaining("umask 077");
  }

  @Test
  void secret_isReadFromAFileOfItsOwnerAndNeverShown() throws IOException {
    Settings settings =
        read(
            Map.of(
                "SVERKA_LOCAL_SHEET_HOST",
                "0.0.0.0",
                "SVERKA_LOCAL_SHEET_SECRET_FILE",
                secret("blue whale 1813\n", "rw-------")));

    assertThat(settings.toString()).contains("localSheetSecret=set").doesNotContain("whale");
  }

  @Test
  void secretThatOthersMayRead_isRefusedWithTheCommandThatMendsIt() throws IOException {
    String file = secret("blue whale 1813", "rw-r-----");
    assertThatThrownBy(() -> read(Map.of("SVERKA_LOCAL_SHEET_SECRET_FILE", file)))
        .hasMessageContaining("chmod 600 " + file)
        .hasMessageNotContaining("whale");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "two\nlines are one too many"})
  void fileWithoutAUsableSecret_isRefused(String content) throws IOException {
    String file = secret(content, "rw-------");
    assertThatThrownBy(() -> read(Map.of("SVERKA_LOCAL_SHEET_SECRET_FILE", file)))
        .hasMessageContaining("8 to 200 characters");
  }

  private String secret(String content, String permissions) throws IOException {
    Path file = Files.writeString(home.resolve("secret"), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file.toString();
  }
}
