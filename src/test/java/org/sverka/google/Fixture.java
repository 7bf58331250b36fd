package org.sverka.google;

import java.time.Duration;
import java.util.List;
import org.sverka.roadmap.Accounts;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Column.Kind;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.SheetGateway;

/** The layout of the design, a small roadmap in it, and settings that don't wait. */
final class Fixture {
  static final String ROADMAP = "spb-kaliningrad-2023-2026";
  static final String SPREADSHEET = "roadmap";

  /** Gives up soon, for servers that never answer. */
  static final HttpLimits QUICK = limits(Duration.ofSeconds(2), Duration.ofSeconds(3));

  /** Waits for a server that does answer, however busy the machine is. */
  private static final HttpLimits PATIENT = limits(Duration.ofSeconds(30), Duration.ofSeconds(60));

  private static HttpLimits limits(Duration read, Duration total) {
    return new HttpLimits(
        read, read, total, 3, Duration.ofMillis(1), Duration.ofMillis(40), 4 * 1024 * 1024);
  }

  static final Layout LAYOUT =
      new Layout(
          "Дорожная карта",
          List.of(
              canonical(Layout.NUMBER, "№ п/п"),
              canonical(Layout.TEXT, "Наименование мероприятия"),
              canonical("responsible.spb", "Исполнители от Санкт-Петербурга"),
              canonical("responsible.kaliningrad", "Исполнители от Калининградской области"),
              canonical(Layout.TERM, "Сроки исполнения"),
              new Column(
                  Layout.STATUS,
                  "Статус",
                  Kind.WORKING,
                  new ColumnType.Choice(
                      List.of(
                          new ColumnType.Option("not-started", "Не начато"),
                          new ColumnType.Option("in-progress", "В работе"),
                          new ColumnType.Option("done", "Исполнено"))),
                  ""),
              working("progress.spb", "Ход исполнения (Санкт-Петербург)", "spb"),
              working(
                  "progress.kaliningrad",
                  "Ход исполнения (Калининградская область)",
                  "kaliningrad"),
              new Column(
                  Layout.COMPLETED_ON, "Дата исполнения", Kind.WORKING, new ColumnType.Date(), ""),
              new Column(
                  Layout.EVIDENCE, "Подтверждение", Kind.WORKING, new ColumnType.Links(2000), ""),
              service(Layout.CHECK, "Проверка"),
              service(Layout.SITE, "На сайте")));

  static final List<NewRow> ROWS =
      List.of(
          row("1", "", "Экономика"),
          row("1.1", "1.1", "Обмен опытом"),
          row("1.2", "1.2", "=не формула"),
          row("2", "", "Культура"),
          row("2.1", "2.1", "Гастроли"));

  private Fixture() {}

  static SheetGateway gateway(String rootUrl) {
    return gateway(rootUrl, "");
  }

  static SheetGateway gateway(String rootUrl, String credentials) {
    return connect(settings(rootUrl, credentials));
  }

  /** Without a quota. */
  static SheetGateway connect(GoogleSettings settings) {
    return connect(settings, Access.of(settings, Quota.unlimited()));
  }

  static SheetGateway connect(GoogleSettings settings, Access access) {
    return GoogleSheets.connect(settings, access, LAYOUT, ROADMAP, Accounts.NONE);
  }

  static GoogleSettings settings(String rootUrl, String credentials) {
    return new GoogleSettings(rootUrl, rootUrl, SPREADSHEET, credentials, "Sverka/test", PATIENT);
  }

  /** Settings that give up soon. */
  static GoogleSettings hasty(String rootUrl) {
    return new GoogleSettings(rootUrl, rootUrl, SPREADSHEET, "", "Sverka/test", QUICK);
  }

  private static NewRow row(String tag, String number, String text) {
    return new NewRow(tag, List.of(Cell.text(number), Cell.text(text)));
  }

  private static Column canonical(String key, String header) {
    return new Column(key, header, Kind.CANONICAL, new ColumnType.Text(5000), "");
  }

  private static Column working(String key, String header, String party) {
    return new Column(key, header, Kind.WORKING, new ColumnType.Text(5000), party);
  }

  private static Column service(String key, String header) {
    return new Column(key, header, Kind.SERVICE, new ColumnType.Text(5000), "");
  }
}
