package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.WRITE;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.InsertColumn;
import org.sverka.sheet.SheetChange.InsertRow;
import org.sverka.sheet.SheetChange.Replace;
import org.sverka.sheet.SheetChange.SetNumber;
import org.sverka.sheet.SheetChange.SetText;
import org.sverka.sheet.SheetChange.TagColumn;
import org.sverka.sheet.SheetChange.TagRow;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Written;

/**
 * What a gateway and a sheet must do together. Every request passes through a proxy, which counts.
 */
abstract class SheetGatewayContract {
  private static final int NUMBER = Fixture.LAYOUT.indexOf(Layout.NUMBER);
  private static final int STATUS = Fixture.LAYOUT.indexOf(Layout.STATUS);
  private static final int CHECK = Fixture.LAYOUT.indexOf(Layout.CHECK);

  @RegisterExtension
  static final WireMockExtension proxy =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private SheetGateway gateway;
  private Person person;

  /** Root URL of a server with a new, empty spreadsheet {@link Fixture#SPREADSHEET}. */
  abstract String emptySpreadsheet();

  @BeforeEach
  void connect() {
    String root = emptySpreadsheet();
    proxy.stubFor(
        any(anyUrl()).willReturn(WireMock.aResponse().proxiedFrom(root.replaceAll("/$", ""))));
    gateway = Fixture.gateway(proxy.baseUrl());
    person = new Person(root);
  }

  @Test
  void emptySpreadsheet_hasNoTabOfOurs() {
    assertThat(gateway.find()).isEmpty();
    assertThat(gateway.read(123456)).isEmpty();
  }

  @Test
  void provisionedTab_readsBackAsItWasMeant() {
    Snapshot tab = provisioned();

    assertThat(tab.title()).isEqualTo("Дорожная карта");
    assertThat(tab.columnTags())
        .isEqualTo(Fixture.LAYOUT.columns().stream().map(column -> column.key()).toList());
    assertThat(tab.rows().get(0).cells())
        .isEqualTo(
            Fixture.LAYOUT.columns().stream().map(column -> Cell.text(column.header())).toList());
    assertThat(tags(tab)).containsExactly("header", "1", "1.1", "1.2", "2", "2.1");
    assertThat(tab.rows().get(3).cells())
        .containsExactly(Cell.text("1.2"), Cell.text("=не формула"));
    assertThat(gateway.find()).contains(tab.sheetId());
  }

  @Test
  void emptyFirstTab_isTakenOver() {
    Snapshot tab = provisioned();

    assertThat(person.titles()).containsExactly("Дорожная карта");
    assertThat(tab.sheetId()).isEqualTo(person.sheetIds().get(0));
  }

  @Test
  void firstTabInUse_isLeftAlone() {
    int first = person.sheetIds().get(0);
    person.type(first, 0, 0, "заметка");

    int sheetId = gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS);

    assertThat(sheetId).isNotEqualTo(first);
    assertThat(gateway.read(first)).hasValueSatisfying(tab -> assertThat(tab.rows()).hasSize(1));
    assertThat(gateway.read(sheetId)).hasValueSatisfying(tab -> assertThat(tab.rows()).hasSize(6));
  }

  @Test
  void secondProvisioning_sendsNothing() {
    int sheetId = gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS);

    assertThat(gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS)).isEqualTo(sheetId);
    assertThat(Fixture.gateway(proxy.baseUrl()).provision(SheetGateway.NO_TAB, List.of()))
        .isEqualTo(sheetId);
    assertWrites(1);
  }

  @Test
  void copyUnderOurTitle_isNotTakenForTheKnownTab() {
    int sheetId = gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS);
    person.rename(sheetId, "Архив");
    person.addTab("Дорожная карта");
    int copy = person.sheetIds().stream().filter(id -> id != sheetId).reduce((a, b) -> b).get();
    person.tag(copy, TabKind.TABLE.tag(), Fixture.ROADMAP);

    assertThat(gateway.provision(sheetId, Fixture.ROWS)).isEqualTo(sheetId);
    assertThat(gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS)).isEqualTo(copy);
  }

  @Test
  void lostProtection_isPutBackAlone() {
    int sheetId = gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS);
    person.unprotect(sheetId);

    assertThat(gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS)).isEqualTo(sheetId);
    assertThat(person.protectedRanges(sheetId)).hasSize(8);
    assertThat(gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS)).isEqualTo(sheetId);
    assertWrites(2);
  }

  @Test
  void emptiedTab_isNotFilledAgain() {
    Snapshot tab = provisioned();
    person.clear(tab.sheetId());

    assertThat(gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS)).isEqualTo(tab.sheetId());
    assertThat(read(tab).rows()).allMatch(row -> row.cells().isEmpty());
  }

  @Test
  void changes_areInTheSheetAndTheKeyColumnComesBack() {
    Snapshot tab = provisioned();

    List<String> keys =
        gateway
            .write(
                tab.sheetId(),
                List.of(
                    new SetText(2, CHECK, "Ошибка: …"),
                    new SetText(2, CHECK + 1, "=HYPERLINK(\"x\")"),
                    new SetNumber(2, Fixture.LAYOUT.indexOf(Layout.COMPLETED_ON), 46000)),
                NUMBER,
                0)
            .keys();

    assertThat(keys).startsWith("№ п/п", "", "1.1", "1.2", "", "2.1");
    List<Cell> row = read(tab).rows().get(2).cells();
    assertThat(row.get(CHECK)).isEqualTo(Cell.text("Ошибка: …"));
    assertThat(row.get(CHECK + 1)).isEqualTo(Cell.text("=HYPERLINK(\"x\")"));
    assertThat(row.get(8)).isEqualTo(new Cell(Cell.Kind.NUMBER, "46000"));
    assertThat(row.get(STATUS)).isEqualTo(Cell.EMPTY);
  }

  @Test
  void emptyText_clearsTheCellAndNoOther() {
    Snapshot tab = provisioned();
    write(tab, new SetText(2, CHECK, "a"), new SetText(2, CHECK + 1, "b"));

    write(tab, new SetText(2, CHECK, ""));

    assertThat(read(tab).rows().get(2).cell(CHECK)).isEqualTo(Cell.EMPTY);
    assertThat(read(tab).rows().get(2).cell(CHECK + 1)).isEqualTo(Cell.text("b"));
  }

  @Test
  void insertedRow_movesTagsAndCells() {
    Snapshot tab = provisioned();

    List<String> keys =
        gateway
            .write(
                tab.sheetId(),
                List.of(new InsertRow(3), new TagRow(3, "1.9"), new SetText(3, NUMBER, "1.9")),
                NUMBER,
                0)
            .keys();

    assertThat(keys).startsWith("№ п/п", "", "1.1", "1.9", "1.2", "", "2.1");
    assertThat(tags(read(tab))).containsExactly("header", "1", "1.1", "1.9", "1.2", "2", "2.1");
  }

  @Test
  void rowInsertedByAPerson_movesTags() {
    Snapshot tab = provisioned();
    person.insertRow(tab.sheetId(), 1);

    assertThat(tags(read(tab))).containsExactly("header", "", "1", "1.1", "1.2", "2", "2.1");
  }

  @Test
  void rowAfterTheLastOfTheGrid_canBeInserted() {
    Snapshot tab = provisioned();

    write(tab, new InsertRow(tab.rowCount()), new SetText(tab.rowCount(), NUMBER, "9"));

    assertThat(read(tab).rowCount()).isEqualTo(tab.rowCount() + 1);
    assertThat(read(tab).rows().get(tab.rowCount()).cell(NUMBER)).isEqualTo(Cell.text("9"));
  }

  @Test
  void swappedTags_areReplacedInOneWrite() {
    Snapshot tab = provisioned();

    write(tab, new TagRow(2, "1.2"), new TagRow(3, "1.1"), new TagRow(5, ""));

    assertThat(tags(read(tab))).containsExactly("header", "1", "1.2", "1.1", "2", "");
    write(tab, new TagRow(2, "1.1"), new TagRow(3, "1.2"), new TagRow(5, "2.1"));
    assertThat(tags(read(tab))).containsExactly("header", "1", "1.1", "1.2", "2", "2.1");
  }

  @Test
  void insertedColumn_movesColumnTagsAndIsTagged() {
    Snapshot tab = provisioned();

    write(tab, new InsertColumn(1), new TagColumn(1, "new"), new SetText(0, 1, "Новый"));

    assertThat(read(tab).columnTags()).startsWith("number", "new", "text");
    assertThat(read(tab).rows().get(0).cell(2)).isEqualTo(Cell.text("Наименование мероприятия"));
  }

  @Test
  void keyColumnElsewhere_comesBackFromThere() {
    Snapshot tab = provisioned();

    assertThat(gateway.write(tab.sheetId(), List.of(new SetText(1, CHECK, "x")), CHECK, 0).keys())
        .startsWith("Проверка", "x");
  }

  @Test
  void renamedTab_isStillReadFoundAndWritten() {
    Snapshot tab = provisioned();
    person.rename(tab.sheetId(), "План д'Артаньяна");

    assertThat(gateway.find()).contains(tab.sheetId());
    assertThat(read(tab).title()).isEqualTo("План д'Артаньяна");
    assertThat(gateway.write(tab.sheetId(), List.of(new SetText(1, CHECK, "x")), NUMBER, 0).keys())
        .startsWith("№ п/п");
    assertThat(gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS)).isEqualTo(tab.sheetId());
  }

  @Test
  void tabRenamedBetweenReadAndWrite_isWrittenAtTheSecondTry() {
    Snapshot tab = provisioned();
    person.rename(tab.sheetId(), "Иначе");

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> write(tab, new SetText(1, CHECK, "x")))
        .satisfies(e -> assertThat(e.retryable()).isTrue());
    write(tab, new SetText(1, CHECK, "x"));
    assertThat(read(tab).rows().get(1).cell(CHECK)).isEqualTo(Cell.text("x"));
  }

  @Test
  void deletedTab_isGoneAndNotUnreadable() {
    Snapshot tab = provisioned();
    person.addTab("Другая");
    person.deleteTab(tab.sheetId());

    assertThat(gateway.read(tab.sheetId())).isEmpty();
    assertThat(gateway.find()).isEmpty();
  }

  @Test
  void headerRow_comesBackWithTheWrite() {
    Snapshot tab = provisioned();
    person.insertColumn(tab.sheetId(), 1);

    Written written = gateway.write(tab.sheetId(), List.of(new SetText(3, 2, "x")), NUMBER, 0);

    assertThat(written.header()).startsWith("№ п/п", "", "Наименование мероприятия");
    assertThat(written.keys()).startsWith("№ п/п", "", "1.1");
  }

  @Test
  void replacedCells_comeBackAsTheyWereTheMomentBefore() {
    Snapshot tab = provisioned();
    Cell signed = Cell.text("Обмен опытом");
    Cell date = new Cell(Cell.Kind.NUMBER, "46000");
    for (int round = 0; round < 2; round++) {
      person.type(tab.sheetId(), 2, 1, "=так напечатал человек " + round);
      person.type(tab.sheetId(), 3, 1, "второе");

      Written written =
          gateway.write(
              tab.sheetId(),
              List.of(
                  new Replace(2, 1, signed, signed),
                  new Replace(2, 2, Cell.EMPTY, Cell.EMPTY),
                  new Replace(4, 8, date, Cell.EMPTY),
                  new Replace(3, 1, signed, signed)),
              NUMBER,
              0);

      assertThat(written.replaced())
          .containsExactly(
              Cell.text("=так напечатал человек " + round),
              Cell.EMPTY,
              round == 0 ? Cell.EMPTY : date,
              Cell.text("второе"));
    }
    assertThat(read(tab).rows().get(2).cell(1)).isEqualTo(signed);
    assertThat(read(tab).rows().get(4).cell(8)).isEqualTo(date);
    assertThat(person.titles()).hasSize(2);
  }

  @Test
  void formulaToBeReplaced_isNotCopied() {
    Snapshot tab = provisioned();
    Cell formula = new Cell(Cell.Kind.FORMULA, "=IMPORTXML(A1,A2)");
    person.enterFormula(tab.sheetId(), 2, 1, formula.text());

    Written written =
        gateway.write(
            tab.sheetId(), List.of(new Replace(2, 1, Cell.text("т"), formula)), NUMBER, 0);

    assertThat(written.replaced()).containsExactly(formula);
    assertThat(person.titles()).hasSize(1);
  }

  @Test
  void deletedScratch_isMadeAgainAtTheSecondTry() {
    Snapshot tab = provisioned();
    Replace replace = new Replace(2, 1, Cell.text("т"), Cell.text("Обмен опытом"));
    write(tab, replace);
    person.deleteTab(person.sheetIds().get(1));

    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> write(tab, replace));
    write(tab, replace);
    write(tab, replace);
    assertThat(person.titles()).hasSize(2);
  }

  @Test
  void longestText_goesThereAndBack() {
    Snapshot tab = provisioned();
    String longest = "ж".repeat(50_000);

    write(tab, new SetText(2, CHECK, longest));

    assertThat(read(tab).rows().get(2).cell(CHECK)).isEqualTo(Cell.text(longest));
  }

  @Test
  void tooLongText_isRefusedAndNothingOfTheWriteIsDone() {
    Snapshot tab = provisioned();

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(
            () -> write(tab, new SetText(1, CHECK, "x"), new SetText(2, CHECK, "ж".repeat(50_001))))
        .withMessageContaining("50,000")
        .satisfies(e -> assertThat(e.retryable()).isFalse());
    assertThat(read(tab).rows().get(1).cell(CHECK)).isEqualTo(Cell.EMPTY);
  }

  @Test
  void formulaTypedByAPerson_isReadAsAFormula() {
    Snapshot tab = provisioned();
    person.enterFormula(tab.sheetId(), 2, STATUS, "=1+1");

    assertThat(read(tab).rows().get(2).cell(STATUS)).isEqualTo(new Cell(Cell.Kind.FORMULA, "=1+1"));
  }

  @Test
  void hostileText_goesThereAndBack() {
    Snapshot tab = provisioned();
    String hostile = "'\"<script>&amp;\u2028\u202E👩‍👩‍👧\t\n=cmd|' /C calc'!A0";

    write(tab, new SetText(2, CHECK, hostile));

    assertThat(read(tab).rows().get(2).cell(CHECK)).isEqualTo(Cell.text(hostile));
  }

  private Snapshot provisioned() {
    int sheetId = gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS);
    return gateway.read(sheetId).orElseThrow();
  }

  private Snapshot read(Snapshot tab) {
    return gateway.read(tab.sheetId()).orElseThrow();
  }

  private void write(Snapshot tab, SheetChange... changes) {
    assertThat(gateway.write(tab.sheetId(), List.of(changes), NUMBER, 0).keys()).isNotEmpty();
  }

  private static List<String> tags(Snapshot tab) {
    return tab.rows().stream().map(Snapshot.Row::tag).toList();
  }

  private static void assertWrites(int times) {
    proxy.verify(times, postRequestedFor(urlPathEqualTo(WRITE)));
  }
}
