package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.sverka.feed.FeedCut;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedJson;
import org.sverka.feed.FeedView;
import org.sverka.feed.LogJson;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Severity;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;
import org.sverka.sheet.Snapshot;
import org.sverka.testing.FakePublished;
import org.sverka.web.Schemas;

/**
 * Rows of anything at all, eight at a time: as many as change without being a mass change. Some
 * thousand in a run of the suite; for a million {@code mvn test -Dtest=RandomRowsTest
 * -Djqwik.tries.default=125000}.
 */
class RandomRowsTest {
  private static final List<Column> COLUMNS = Scene.SIGNED.contentColumns();
  private static final List<String> MEASURES =
      List.of("1.1", "2.1", "3.2", "6.1", "7.2", "7.6", "8.3", "12.3");
  private static final Base BASE = Base.make();
  private static final Schemas SCHEMAS = schemas();

  /** Of so many tries one is rendered as a whole, which takes as long as all the others. */
  private static final int RENDERED = 16;

  /** A sheet that has been looked at, of which some rows are typed over. */
  private record Base(State state, Snapshot snapshot, List<Integer> places, Instant now) {
    static Base make() {
      Scene scene = new Scene();
      scene.sheet.set("7.2", "completedOn", "12.03.2024");
      scene.sheet.set("7.2", "evidence", "https://gov.spb.ru/1");
      scene.sheet.set("7.2", "status", "Исполнено");
      scene.settle();
      return new Base(
          scene.state,
          scene.sheet.snapshot(),
          MEASURES.stream().map(scene.sheet::rowOf).toList(),
          scene.now);
    }

    Plan typedOver(List<List<Optional<Cell>>> typedRows, Duration later) {
      List<Snapshot.Row> rows = new ArrayList<>(snapshot.rows());
      for (int i = 0; i < typedRows.size(); i++) {
        Snapshot.Row row = rows.get(places.get(i));
        rows.set(places.get(i), new Snapshot.Row(row.tag(), over(row.cells(), typedRows.get(i))));
      }
      Snapshot typed =
          new Snapshot(
              snapshot.sheetId(),
              snapshot.title(),
              snapshot.rowCount(),
              snapshot.columnCount(),
              snapshot.columnTags(),
              rows);
      return Reconciler.plan(Scene.SIGNED, state, Optional.of(typed), now.plus(later));
    }

    private static List<Cell> over(List<Cell> cells, List<Optional<Cell>> typed) {
      List<Cell> over = new ArrayList<>(cells);
      for (int i = 0; i < typed.size(); i++) {
        over.set(i, typed.get(i).orElse(cells.get(i)));
      }
      return over;
    }
  }

  @Provide
  Arbitrary<List<List<Optional<Cell>>>> rows() {
    List<Arbitrary<Optional<Cell>>> cells = new ArrayList<>();
    for (Column column : COLUMNS) {
      int untouched = column.kind() == Column.Kind.CANONICAL ? 20 : 2;
      cells.add(
          Arbitraries.frequencyOf(
              Tuple.of(untouched, Arbitraries.just(Optional.empty())),
              Tuple.of(4, plausible(column).map(Optional::of)),
              Tuple.of(2, anything().map(Optional::of))));
    }
    return Combinators.combine(cells).as(row -> row).list().ofSize(MEASURES.size());
  }

  private static Arbitrary<Cell> plausible(Column column) {
    if (column.type() instanceof ColumnType.Choice choice) {
      return Arbitraries.of(choice.options()).map(option -> Cell.text(option.label()));
    }
    if (column.type() instanceof ColumnType.Date) {
      return Arbitraries.integers()
          .between(44_000, 48_000)
          .map(day -> new Cell(Cell.Kind.NUMBER, day.toString()));
    }
    return Arbitraries.of(
            "https://gov.spb.ru/news/1",
            "http://gov39.ru\nhttps://gоv.spb.ru/x",
            "Проведены две встречи",
            "Мероприятие исполнено",
            "К работе не приступали",
            "Звоните: 8 (812) 576-45-01",
            "нет",
            "  ",
            "23 ноября 2025 г.",
            "03/04/25")
        .map(Cell::text);
  }

  private static Arbitrary<Cell> anything() {
    Arbitrary<String> short_ = Arbitraries.strings().ofMaxLength(30);
    Arbitrary<String> pieces =
        Arbitraries.of(
            "\u202E", "\u200B", "{0}", "''", "=", "@", "+7", "\n", "😀", "\uD83D", "а", "a", "://");
    Arbitrary<String> made = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    Arbitrary<String> long_ =
        Combinators.combine(made, Arbitraries.integers().between(1, 900)).as(String::repeat);
    Arbitrary<Cell> texts =
        Arbitraries.frequencyOf(Tuple.of(20, short_), Tuple.of(20, made), Tuple.of(1, long_))
            .map(Cell::text);
    return Arbitraries.oneOf(
        texts,
        Arbitraries.just(Cell.EMPTY),
        short_.map(text -> new Cell(Cell.Kind.FORMULA, "=" + text)),
        Arbitraries.of("#REF!", "#N/A", "Loading...").map(e -> new Cell(Cell.Kind.ERROR, e)),
        Arbitraries.doubles().map(d -> new Cell(Cell.Kind.NUMBER, d.toString())),
        Arbitraries.of("TRUE", "FALSE").map(b -> new Cell(Cell.Kind.BOOLEAN, b)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anyRows_areJudgedPublishedAndSaid(
      @ForAll("rows") List<List<Optional<Cell>>> rows, @ForAll("spans") Duration later) {
    Plan plan = BASE.typedOver(rows, later);
    assertThat(plan.faults()).isEmpty();
    plan.entries().forEach(RandomRowsTest::assertSaid);
    plan.changed().forEach((number, now) -> assertEntered(plan, number, now));
    for (MeasureState measure : plan.changed().values()) {
      measure.published().forEach(RandomRowsTest::assertValid);
      assertThat(measure.check()).isNotBlank().doesNotContain("\u202E", "\u0000");
      assertThat(measure.site()).isNotBlank();
      boolean error = measure.check().contains("Ошибка. ");
      assertThat(error || measure.held().isEmpty()).as(measure.check()).isTrue();
    }
    if (rows.hashCode() % RENDERED == 0) {
      assertFeedAndLogAreAsDescribed(plan);
    }
  }

  /** Nothing changes on the site, and nothing is held or let go, without an entry about it. */
  private static void assertEntered(Plan plan, MeasureNumber number, MeasureState now) {
    MeasureState before = BASE.state.measures().get(number);
    for (Column column : Scene.SIGNED.layout().columns(Column.Kind.WORKING)) {
      String key = column.key();
      List<Entry> about =
          plan.entries().stream()
              .filter(e -> e.measure().equals(number.value()) && e.column().equals(key))
              .toList();
      assertThat(about.stream().anyMatch(Entry::published))
          .as("%s %s", number, key)
          .isEqualTo(!before.published(key).equals(now.published(key)));
      if (before.held().containsKey(key) != now.held().containsKey(key)) {
        assertThat(about).as("%s %s", number, key).isNotEmpty();
      }
    }
  }

  private static void assertFeedAndLogAreAsDescribed(Plan plan) {
    FakePublished published = new FakePublished(Scene.SIGNED.roadmap(), Scene.SIGNED.layout());
    published.show(plan.next());
    FeedCut all = FeedCut.of(FeedView.of(published), FeedFilter.ALL);
    SCHEMAS.check("feed", text(FeedJson.feed(all)));
    long next = plan.next().revision();
    SCHEMAS.check(
        "changes",
        text(LogJson.page(Chain.seal(Chain.ORIGIN, plan.entries(), () -> "0".repeat(32)), next)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Schemas schemas() {
    try {
      return new Schemas(RandomRowsTest::schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String schema(String path) {
    try (InputStream in = Schemas.class.getResourceAsStream("/org/sverka/web" + path)) {
      return text(Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<Duration> spans() {
    return Arbitraries.frequency(
        Tuple.of(20, Duration.ofSeconds(5)),
        Tuple.of(1, Duration.ofDays(1)),
        Tuple.of(1, Duration.ofDays(400)));
  }

  private static void assertSaid(Entry entry) {
    entry
        .findings()
        .forEach(
            finding -> {
              assertThat(finding.message()).endsWith(".").doesNotContain("{1}");
              assertThat(finding.rule()).isNotBlank();
            });
    boolean error = entry.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
    assertThat(error && entry.published()).isFalse();
  }

  private static void assertValid(String key, String value) {
    ColumnType type = Scene.SIGNED.layout().column(key).type();
    assertThat(value).isNotEmpty().doesNotContain("\u0000", "\u202E");
    if (type instanceof ColumnType.Choice choice) {
      assertThat(choice.options().stream().map(ColumnType.Option::key)).contains(value);
    } else if (type instanceof ColumnType.Date) {
      assertThat(LocalDate.parse(value)).isNotNull();
    } else if (type instanceof ColumnType.Links) {
      assertThat(value.lines()).allMatch(PublicForm::isLink);
    } else if (type instanceof ColumnType.Text text) {
      assertThat(value.length()).isLessThanOrEqualTo(text.maxLength());
    }
  }
}
