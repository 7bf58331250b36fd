package org.sverka.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sverka.google.GoogleSettings;
import org.sverka.local.SheetSecret;
import org.sverka.store.Stores;
import org.sverka.text.Messages;
import org.sverka.web.TrustedProxies;

/**
 * What the operator has set, valid as a whole.
 *
 * @param httpPort the public port; 0 for any that is free
 * @param localSheetAdminPort {@link #NO_PORT} if there is to be none
 * @param localSheetSecret what the users of the embedded sheet share; none on the loopback
 *     interface unless the operator says otherwise
 * @param credentials path of the credentials file, or {@value GoogleSettings#APPLICATION_DEFAULT};
 *     empty for the embedded sheet
 * @param sheetsRootUrl empty for Google's, or the embedded sheet's
 * @param store empty for SQLite in the data directory
 * @param publicUrl how the world reaches the public port; empty for localhost
 * @param requestsPerSecond what one client may ask of the public port for ever; 0 for no limit
 * @param trustedProxies whose word is taken for who asks
 * @param http2 whether the public port speaks HTTP/2 without encryption too
 */
record Settings(
    int httpPort,
    String httpHost,
    int managementPort,
    String managementHost,
    int localSheetPort,
    int localSheetAdminPort,
    String localSheetHost,
    SheetSecret localSheetSecret,
    Path dataDir,
    Path roadmap,
    String credentials,
    String spreadsheetId,
    String sheetsRootUrl,
    String driveRootUrl,
    String store,
    Duration poll,
    String publicUrl,
    int requestsPerSecond,
    TrustedProxies trustedProxies,
    boolean http2) {
  /** Stands for a port that is not to be opened. */
  static final int NO_PORT = -1;

  private static final Messages MESSAGES = Messages.of(Settings.class, "en");
  private static final String EMBEDDED = "roadmap";
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  /**
   * Reads all settings and reports all that is wrong with them at once.
   *
   * @param home where the program is installed; the presets are looked for there
   * @param options by {@link Setting#option()}; they come before the environment
   * @param environment by {@link Setting#variable()}
   * @throws InvalidSettingsException if any makes no sense
   */
  static Settings read(Path home, Map<String, String> options, Map<String, String> environment) {
    return new Reader(home, options, environment).settings(true);
  }

  /**
   * The same where it does not matter which spreadsheet it is.
   *
   * @throws InvalidSettingsException if any other setting makes no sense
   */
  static Settings readWithoutSheet(
      Path home, Map<String, String> options, Map<String, String> environment) {
    return new Reader(home, options, environment).settings(false);
  }

  /** Whether the sheet is the one in this process, not Google's or somebody else's. */
  boolean embedded() {
    return credentials.isEmpty() && sheetsRootUrl.isEmpty();
  }

  /** Whether it is known where to ask Drive: beside Google's sheets, or where the setting says. */
  boolean drive() {
    return !driveRootUrl.isEmpty() || (!credentials.isEmpty() && sheetsRootUrl.isEmpty());
  }

  /** The address for people. */
  String publicUrl(int actualPort) {
    return publicUrl.isEmpty() ? "http://localhost:" + actualPort : publicUrl;
  }

  /**
   * What names of logs begin with: the public address without its scheme, or a name that stays
   * where none is set.
   */
  String logHost() {
    String address = publicUrl.replaceFirst("^https?://", "").replaceFirst("/+$", "");
    return address.isEmpty() ? Stores.NO_HOST : address.replace("+", "%2B");
  }

  private static final class Reader {
    private final Path home;
    private final Map<String, String> options;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    Reader(Path home, Map<String, String> options, Map<String, String> environment) {
      this.home = home;
      this.options = options;
      this.environment = environment;
    }

    Settings settings(boolean needsSheet) {
      String credentials = credentials();
      String sheetsRoot = url(Setting.SHEETS_ROOT_URL);
      boolean embedded = credentials.isEmpty() && sheetsRoot.isEmpty();
      String spreadsheet = value(Setting.SPREADSHEET_ID);
      if (needsSheet && spreadsheet.isEmpty() && !embedded) {
        problem(Setting.SPREADSHEET_ID, "spreadsheet-needed", "");
      }
      Settings settings =
          new Settings(
              port(Setting.HTTP_PORT),
              value(Setting.HTTP_HOST),
              port(Setting.MANAGEMENT_PORT),
              value(Setting.MANAGEMENT_HOST),
              port(Setting.LOCAL_SHEET_PORT),
              value(Setting.LOCAL_SHEET_ADMIN_PORT).isEmpty()
                  ? NO_PORT
                  : port(Setting.LOCAL_SHEET_ADMIN_PORT),
              value(Setting.LOCAL_SHEET_HOST),
              embedded ? secret() : SheetSecret.none(),
              path(Setting.DATA_DIR),
              path(Setting.ROADMAP),
              credentials,
              spreadsheet.isEmpty() ? EMBEDDED : spreadsheet,
              sheetsRoot,
              url(Setting.DRIVE_ROOT_URL),
              store(),
              poll(),
              url(Setting.PUBLIC_URL),
              requestsPerSecond(),
              trustedProxies(),
              http2());
      checkPortsDiffer(settings, embedded);
      if (!problems.isEmpty()) {
        throw new InvalidSettingsException(problems);
      }
      return settings;
    }

    private String value(Setting setting) {
      String given = given(setting);
      return given.isEmpty() ? setting.preset() : given;
    }

    /** As somebody has set it, if only to what it would be anyway; empty if nobody has. */
    private String given(Setting setting) {
      String option = options.get(setting.option());
      String value = option == null ? environment.get(setting.variable()) : option;
      return value == null ? "" : value.strip();
    }

    private int port(Setting setting) {
      String value = value(setting);
      if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) {
        return Integer.parseInt(value);
      }
      problem(setting, "port", value);
      return 0;
    }

    private SheetSecret secret() {
      String host = value(Setting.LOCAL_SHEET_HOST);
      String value = value(Setting.LOCAL_SHEET_SECRET_FILE);
      if (!value.isEmpty()) {
        return SecretFile.read(
            path(Setting.LOCAL_SHEET_SECRET_FILE),
            problem -> problem(Setting.LOCAL_SHEET_SECRET_FILE, problem, value));
      }
      if (!LOOPBACK.matcher(host).matches()) {
        problem(Setting.LOCAL_SHEET_SECRET_FILE, "secret-needed", host);
      }
      return SheetSecret.none();
    }

    private String store() {
      String value = value(Setting.STORE);
      if (!value.isEmpty()) {
        problem(Setting.STORE, "store", "");
      }
      return value;
    }

    private Duration poll() {
      String value = value(Setting.POLL_SECONDS);
      if (value.matches("\\d{1,4}") && Integer.parseInt(value) >= 1) {
        return Duration.ofSeconds(Integer.parseInt(value));
      }
      problem(Setting.POLL_SECONDS, "poll", value);
      return Duration.ofSeconds(5);
    }

    private int requestsPerSecond() {
      String value = value(Setting.REQUESTS_PER_SECOND);
      if (value.matches("\\d{1,6}")) {
        return Integer.parseInt(value);
      }
      problem(Setting.REQUESTS_PER_SECOND, "requests", value);
      return 0;
    }

    private boolean http2() {
      String value = value(Setting.HTTP2);
      if (!value.equals("true") && !value.equals("false")) {
        problem(Setting.HTTP2, "switch", value);
      }
      return value.equals("true");
    }

    private TrustedProxies trustedProxies() {
      String value = value(Setting.TRUSTED_PROXIES);
      return TrustedProxies.parse(value)
          .orElseGet(
              () -> {
                problem(Setting.TRUSTED_PROXIES, "proxies", value);
                return TrustedProxies.NONE;
              });
    }

    private Path path(Setting setting) {
      String value = value(setting);
      try {
        return given(setting).isEmpty() ? home.resolve(value) : Path.of(value).toAbsolutePath();
      } catch (InvalidPathException e) {
        problem(setting, "path", value);
        return home;
      }
    }

    private String credentials() {
      String value = value(Setting.CREDENTIALS);
      if (value.isEmpty()) {
        Path usual = home.resolve("credentials.json");
        return Files.exists(usual) ? usual.toString() : "";
      }
      if (value.equals(GoogleSettings.APPLICATION_DEFAULT)) {
        return value;
      }
      Path file = path(Setting.CREDENTIALS);
      if (!Files.isReadable(file)) {
        problem(Setting.CREDENTIALS, "credentials", value);
      }
      return file.toString();
    }

    private String url(Setting setting) {
      String value = value(setting);
      if (value.isEmpty()) {
        return value;
      }
      try {
        URI uri = new URI(value);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
          problem(setting, "url", value);
        }
      } catch (URISyntaxException e) {
        problem(setting, "url", value);
      }
      return value;
    }

    private void checkPortsDiffer(Settings settings, boolean embedded) {
      Map<Setting, Integer> ports = new LinkedHashMap<>();
      ports.put(Setting.HTTP_PORT, settings.httpPort());
      ports.put(Setting.MANAGEMENT_PORT, settings.managementPort());
      if (embedded) {
        ports.put(Setting.LOCAL_SHEET_PORT, settings.localSheetPort());
        ports.put(Setting.LOCAL_SHEET_ADMIN_PORT, settings.localSheetAdminPort());
      }
      List<Setting> named = List.copyOf(ports.keySet());
      for (int i = 0; i < named.size(); i++) {
        for (Setting other : named.subList(i + 1, named.size())) {
          same(
              named.get(i),
              ports.getOrDefault(named.get(i), 0),
              other,
              ports.getOrDefault(other, 0));
        }
      }
    }

    private void same(Setting one, int port, Setting other, int otherPort) {
      if (port == otherPort && port > 0) {
        problems.add(
            MESSAGES.text(
                "settings.same-port", one.variable(), other.variable(), String.valueOf(port)));
      }
    }

    private void problem(Setting setting, String key, String value) {
      problems.add(MESSAGES.text("settings." + key, setting.variable(), setting.option(), value));
    }
  }

  /** Where the Sheets API is, if it is not the embedded one. */
  String sheetsRoot() {
    return sheetsRootUrl.isEmpty() ? GoogleSettings.SHEETS_ROOT : sheetsRootUrl;
  }

  /** Where the Drive API is, if it is not the embedded one. */
  String driveRoot() {
    return driveRootUrl.isEmpty() ? GoogleSettings.DRIVE_ROOT : driveRootUrl;
  }
}
