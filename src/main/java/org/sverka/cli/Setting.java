package org.sverka.cli;

import java.util.Locale;

/** What an operator can set: in the environment, or by an option of the same name. */
enum Setting {
  HTTP_PORT("8080"),
  HTTP_HOST("0.0.0.0"),
  MANAGEMENT_PORT("8081"),
  MANAGEMENT_HOST("127.0.0.1"),
  LOCAL_SHEET_PORT("8082"),
  LOCAL_SHEET_ADMIN_PORT(""),
  LOCAL_SHEET_HOST("127.0.0.1"),
  LOCAL_SHEET_SECRET_FILE(""),
  DATA_DIR("data"),
  ROADMAP("seeds/roadmap.json"),
  CREDENTIALS(""),
  SPREADSHEET_ID(""),
  SHEETS_ROOT_URL(""),
  DRIVE_ROOT_URL(""),
  STORE(""),
  POLL_SECONDS("5"),
  PUBLIC_URL(""),
  REQUESTS_PER_SECOND("100"),
  TRUSTED_PROXIES(""),
  HTTP2("false");

  private final String preset;

  Setting(String preset) {
    this.preset = preset;
  }

  /** Its name in the environment, such as {@code SVERKA_HTTP_PORT}. */
  String variable() {
    return "SVERKA_" + name();
  }

  /** Its name on the command line, such as {@code --http-port}. */
  String option() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is if it is not set; empty if that depends on other settings. */
  String preset() {
    return preset;
  }
}
