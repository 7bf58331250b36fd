package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.google.api.services.sheets.v4.model.ConditionalFormatRule;
import com.google.api.services.sheets.v4.model.DeleteConditionalFormatRuleRequest;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.MergeCellsRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SetDataValidationRequest;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.UpdateConditionalFormatRuleRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;
import org.sverka.sheet.Cell;
import org.sverka.sheet.CellLink;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Reading;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.TabChanges;

/** The tab of the journal beside the roadmap's, on the embedded sheet; requests are counted. */
class JournalTabIT {
  private static final Layout LAYOUT = JournalLayout.layout();
  private static final int PLACE = LAYOUT.indexOf(JournalLayout.PLACE);
  private static final int NUMBER = Fixture.LAYOUT.indexOf(Layout.NUMBER);
  private static final String LOOKS =
      "conditionalFormats,protectedRanges,data.rowData.values.dataValidation";

  @RegisterExtension
  static final WireMockExtension proxy =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private LocalSheetServer server;
  private SheetGateway gateway;
  private Person person;
  private int table;
  private int journal;

  @BeforeEach
  void provision() throws Exception {
    server =
        finished(
            LocalSheetServer.start(
                vertx,
                new LocalSheetSettings(
                    LocalSheetSettings.LOOPBACK,
                    0,
                    folder.resolve("sheet.db"),
                    Fixture.SPREADSHEET,
                    "Дорожная карта")));
    String root = "http://127.0.0.1:" + server.port();
    proxy.stubFor(any(anyUrl()).willReturn(WireMock.aResponse().proxiedFrom(root)));
    gateway = Fixture.gateway(proxy.baseUrl());
    person = new Person(root + "/");
    table = gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS);
    journal = gateway.provisionJournal(SheetGateway.NO_TAB);
    proxy.resetRequests();
  }

  @AfterEach
  void stop() throws Exception {
    finished(server.close());
    finished(vertx.close());
  }

  private static <T> T finished(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** An entry's row, as the loop writes it. */
  private List<SheetChange> row(int index, int entry, String link) {
    return List.of(
        new SheetChange.InsertRow(index),
        new SheetChange.SetNumber(index, 0, entry),
        new SheetChange.SetText(index, PLACE, "1.1, «Статус»"),
        new SheetChange.SetLink(index, PLACE, link));
  }

  private Snapshot journal() {
    return gateway.read(table, journal).journal().orElseThrow();
  }

  private void write(List<SheetChange> changes, List<SheetChange> besides) {
    assertThat(gateway.write(table, changes, NUMBER, 0, new TabChanges(journal, besides)).keys())
        .isNotEmpty();
  }

  private void verifyRequests(String path, int count) {
    proxy.verify(count, postRequestedFor(urlPathEqualTo(path)));
  }

  @Test
  void provisionedTwice_isAsItWas() {
    assertThat(gateway.provisionJournal(journal)).isEqualTo(journal);
    verifyRequests(SheetServer.WRITE, 0);
    assertThat(person.titles()).containsExactly("Дорожная карта", "Журнал проверки");
  }

  @Test
  void bothTabs_areReadInOneRequest() {
    Reading reading = gateway.read(table, journal);

    assertThat(reading.table().orElseThrow().sheetId()).isEqualTo(table);
    assertThat(reading.journal().orElseThrow().rows().get(0).cells())
        .isEqualTo(LAYOUT.columns().stream().map(c -> Cell.text(c.header())).toList());
    verifyRequests(SheetServer.READ, 1);
    assertThat(gateway.read(table, journal)).isSameAs(reading);
  }

  @Test
  void bothTabs_areWrittenInOneRequest() {
    String link = new CellLink(table, 2, 2).uri();

    write(List.of(new SheetChange.SetText(2, 3, "да")), row(1, 7, link));

    verifyRequests(SheetServer.WRITE, 1);
    Snapshot.Row written = journal().rows().get(1);
    assertThat(written.cell(0)).isEqualTo(new Cell(Cell.Kind.NUMBER, "7"));
    assertThat(written.links()).containsExactly(Map.entry(PLACE, link));
  }

  @Test
  void rowPutInAboveALink_canBeFreeOfIt() {
    write(List.of(), row(1, 7, new CellLink(table, 2, 2).uri()));

    write(List.of(), row(1, 8, ""));

    assertThat(journal().rows().get(1).links()).isEmpty();
    assertThat(journal().rows().get(2).links()).isNotEmpty();
  }

  @Test
  void newTextOnALink_takesTheLink() {
    write(List.of(), row(1, 7, new CellLink(table, 2, 2).uri()));

    write(List.of(), List.of(new SheetChange.SetText(1, PLACE, "1.2")));

    assertThat(journal().rows().get(1).links()).isEmpty();
  }

  @Test
  void rowsDeleted_areGone() {
    write(List.of(), row(1, 7, ""));
    write(List.of(), row(1, 8, ""));
    write(List.of(), row(1, 9, ""));

    write(List.of(), List.of(new SheetChange.DeleteRows(2, 2)));

    assertThat(journal().rows()).hasSize(2);
    assertThat(journal().rows().get(1).cell(0).text()).isEqualTo("9");
  }

  @Test
  void journalGone_leavesTheTable() {
    person.deleteTab(journal);

    Reading reading = gateway.read(table, journal);

    assertThat(reading.table()).isPresent();
    assertThat(reading.journal()).isEmpty();
    assertThat(gateway.provisionJournal(SheetGateway.NO_TAB)).isEqualTo(journal);
  }

  @Test
  void journalThatRefuses_keepsNothingFromTheTable() {
    person.deleteTab(journal);
    List<SheetChange> verdict = List.of(new SheetChange.SetText(2, 3, "да"));
    TabChanges besides = new TabChanges(journal, row(1, 7, ""));
    assertThatThrownBy(() -> gateway.write(table, verdict, NUMBER, 0, besides))
        .isInstanceOf(SheetException.class);

    assertThat(gateway.write(table, verdict, NUMBER, 0, besides).keys()).isNotEmpty();

    assertThat(gateway.read(table).orElseThrow().rows().get(2).cell(3).text()).isEqualTo("да");
  }

  @Test
  void tabOfSomebodyElseWithTheTitle_isLeftAlone() {
    person.deleteTab(journal);
    person.addTab("Журнал проверки");

    assertThat(gateway.provisionJournal(SheetGateway.NO_TAB)).isEqualTo(journal);

    assertThat(person.titles())
        .containsExactlyInAnyOrder("Дорожная карта", "Журнал проверки", "Журнал проверки 2");
  }

  @Test
  void protectedColumns_sayWhy() {
    assertThat(person.protectedRanges(journal))
        .extracting(range -> range.getDescription())
        .contains(
            "«Ответ» заполняет программа «Сверка». Что вы решили, пишите в столбцах «Рассмотрено»"
                + " и «Примечание».")
        .noneMatch(reason -> reason.startsWith("«Рассмотрено»"));
  }

  @Test
  void mergedCells_areRead() {
    GridRange range =
        new GridRange()
            .setSheetId(table)
            .setStartRowIndex(2)
            .setEndRowIndex(4)
            .setStartColumnIndex(1)
            .setEndColumnIndex(3);
    person.send(
        new Request()
            .setMergeCells(new MergeCellsRequest().setRange(range).setMergeType("MERGE_ALL")));

    assertThat(gateway.read(table).orElseThrow().merges())
        .containsExactly(new Snapshot.Merge(2, 4, 1, 3));
  }

  /** What a paste over it destroys comes back with the next provisioning, and nothing twice. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAPasteDestroys_isRepaired(boolean ofJournal) {
    write(List.of(), row(1, 7, ""));
    int tab = ofJournal ? journal : table;
    Sheet before = person.sheet(tab, LOOKS);
    takeDropDowns(tab);
    takeOutOfColours(tab, before.getConditionalFormats());
    person.unprotect(tab);
    assertThat(person.sheet(tab, LOOKS)).isNotEqualTo(before);

    repair(ofJournal);

    Sheet after = person.sheet(tab, LOOKS);
    assertThat(after.getData()).isEqualTo(before.getData());
    assertThat(after.getConditionalFormats())
        .containsExactlyInAnyOrderElementsOf(before.getConditionalFormats());
    assertThat(after.getProtectedRanges())
        .containsExactlyInAnyOrderElementsOf(before.getProtectedRanges());
    proxy.resetRequests();
    repair(ofJournal);
    verifyRequests(SheetServer.WRITE, 0);
  }

  private void repair(boolean ofJournal) {
    int tab =
        ofJournal ? gateway.provisionJournal(journal) : gateway.provision(table, Fixture.ROWS);
    assertThat(tab).isEqualTo(ofJournal ? journal : table);
  }

  /** A cell that is pasted brings its own rule, or none. */
  private void takeDropDowns(int tab) {
    GridRange pasted = new GridRange().setSheetId(tab).setStartRowIndex(1).setEndRowIndex(4);
    person.send(
        new Request().setSetDataValidation(new SetDataValidationRequest().setRange(pasted)));
  }

  /** Pasted cells are taken out of the ranges of the colours, or all of one is gone. */
  private void takeOutOfColours(int tab, List<ConditionalFormatRule> rules) {
    ConditionalFormatRule cut = rules.get(1).clone();
    GridRange whole = cut.getRanges().get(0);
    cut.setRanges(
        List.of(
            whole.clone().setStartRowIndex(0).setEndRowIndex(1),
            whole.clone().setStartRowIndex(3)));
    person.send(
        new Request()
            .setUpdateConditionalFormatRule(
                new UpdateConditionalFormatRuleRequest().setIndex(1).setRule(cut)));
    person.send(
        new Request()
            .setDeleteConditionalFormatRule(
                new DeleteConditionalFormatRuleRequest().setIndex(0).setSheetId(tab)));
  }
}
