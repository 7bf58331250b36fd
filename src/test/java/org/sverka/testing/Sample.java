package org.sverka.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sverka.roadmap.Body;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Period;
import org.sverka.roadmap.Responsible;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.roadmap.Term;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.Layout;

/** A small roadmap of two parties and three sections, as the signed one looks. */
public final class Sample {
  public static final String SPB = "spb";
  public static final String KALININGRAD = "kaliningrad";

  private static final Body TRADE =
      new Body("spb-trade", SPB, "Комитет по внешним связям Санкт-Петербурга");
  private static final Body SOCIAL =
      new Body("spb-social", SPB, "Комитет по социальной политике Санкт-Петербурга");
  private static final Body ECONOMY =
      new Body(
          "kgd-economy",
          KALININGRAD,
          "Министерство экономического развития, промышленности и торговли Калининградской"
              + " области");
  private static final Body WELFARE =
      new Body(
          "kgd-social", KALININGRAD, "Министерство социальной политики Калининградской области");

  private Sample() {}

  /** The roadmap; its id makes it one of several. */
  public static Roadmap roadmap(String id) {
    return new Roadmap(
        id,
        "План мероприятий («дорожная карта») по развитию сотрудничества между Санкт-Петербургом и"
            + " Калининградской областью на 2023-2026 годы",
        new Period(2023, 2026),
        List.of(
            new Party(SPB, "Санкт-Петербург"), new Party(KALININGRAD, "Калининградская область")),
        List.of(TRADE, SOCIAL, ECONOMY, WELFARE),
        List.of(trade(), social(), hostile()));
  }

  private static Section trade() {
    return new Section(
        "1",
        "В области торгово-экономического сотрудничества, промышленной кооперации и развития"
            + " малого и среднего предпринимательства",
        List.of(
            measure(
                "1.1",
                "Содействие организации взаимных бизнес-миссий хозяйствующих субъектов,"
                    + " зарегистрированных на территориях Санкт-Петербурга и Калининградской"
                    + " области (далее – Регионы)",
                2026,
                List.of(TRADE),
                List.of(ECONOMY, WELFARE)),
            measure(
                "1.2",
                "Содействие привлечению заинтересованных хозяйствующих субъектов к участию в"
                    + " выставочно-ярмарочных мероприятиях, в том числе в ежегодной"
                    + " Рождественской ярмарке",
                2026,
                List.of(TRADE),
                List.of(ECONOMY))));
  }

  private static Section social() {
    return new Section(
        "7",
        "В области социальной политики",
        List.of(
            measure(
                "7.5",
                "Обмен опытом работы по развитию социального добровольчества (волонтёрства)",
                2023,
                List.of(SOCIAL),
                List.of(WELFARE)),
            measure(
                "7.6",
                "Участие представителей ИОГВ в работе ежегодных форумов: Петербургская неделя"
                    + " «Женщина года» (март); Международный форум «Старшее поколение»",
                2026,
                List.of(SOCIAL),
                List.of(WELFARE))));
  }

  private static Section hostile() {
    return new Section(
        "9",
        Hostile.TEXTS.get(0),
        List.of(
            measure("9.1", Hostile.ALL, 2026, List.of(SOCIAL), List.of()),
            measure("9.10", "Последнее мероприятие", 2026, List.of(), List.of(WELFARE))));
  }

  private static Measure measure(
      String number, String text, int to, List<Body> spb, List<Body> kaliningrad) {
    Map<String, List<Responsible>> responsible = new LinkedHashMap<>();
    responsible.put(SPB, spb.stream().map(Sample::named).toList());
    responsible.put(KALININGRAD, kaliningrad.stream().map(Sample::named).toList());
    String term = to == 2023 ? "2023 г." : "2023-" + to + " гг.";
    return new Measure(new MeasureNumber(number), text, responsible, new Term(term, 2023, to));
  }

  /** In the measures the body is spelt otherwise than in the directory, as in the document. */
  private static Responsible named(Body body) {
    return new Responsible(body.key(), body.name().replace("Санкт-П", "Санкт П"));
  }

  /** The columns of the contract. */
  public static Layout layout() {
    ColumnType text = new ColumnType.Text(5_000);
    return new Layout(
        "Дорожная карта",
        List.of(
            column("number", "№ п/п", Column.Kind.CANONICAL, text, ""),
            column("text", "Наименование мероприятия", Column.Kind.CANONICAL, text, ""),
            column(
                "responsible.spb",
                "Исполнители от Санкт-Петербурга",
                Column.Kind.CANONICAL,
                text,
                SPB),
            column(
                "responsible.kaliningrad",
                "Исполнители от Калининградской области",
                Column.Kind.CANONICAL,
                text,
                KALININGRAD),
            column("term", "Сроки исполнения", Column.Kind.CANONICAL, text, ""),
            column("status", "Статус", Column.Kind.WORKING, statuses(), ""),
            column(
                "progress.spb", "Ход исполнения (Санкт-Петербург)", Column.Kind.WORKING, text, SPB),
            column(
                "progress.kaliningrad",
                "Ход исполнения (Калининградская область)",
                Column.Kind.WORKING,
                text,
                KALININGRAD),
            column(
                "completedOn", "Дата исполнения", Column.Kind.WORKING, new ColumnType.Date(), ""),
            column(
                "evidence", "Подтверждение", Column.Kind.WORKING, new ColumnType.Links(5_000), ""),
            column("check", "Проверка", Column.Kind.SERVICE, text, ""),
            column("site", "На сайте", Column.Kind.SERVICE, text, "")));
  }

  private static ColumnType statuses() {
    return new ColumnType.Choice(
        List.of(
            new ColumnType.Option("not-started", "Не начато"),
            new ColumnType.Option("in-progress", "В работе"),
            new ColumnType.Option("done", "Исполнено"),
            new ColumnType.Option("recurring", "Исполняется ежегодно"),
            new ColumnType.Option("postponed", "Отложено")));
  }

  private static Column column(
      String key, String header, Column.Kind kind, ColumnType type, String party) {
    return new Column(key, header, kind, type, party);
  }
}
