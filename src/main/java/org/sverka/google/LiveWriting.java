package org.sverka.google;

import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sverka.google.LiveCheck.Connection;
import org.sverka.roadmap.Accounts;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Written;

/** The points that write, each into a tab of its own that is removed in the end. */
final class LiveWriting {
  private static final List<String> OWN =
      List.of(
          "provision", "provision-twice", "write", "replace", "insert", "insert-end", "protected");

  /** All of them. */
  static final List<String> POINTS =
      Stream.of(OWN, LiveTrials.POINTS, List.of("cleanup")).flatMap(List::stream).toList();

  private static final List<NewRow> ROWS =
      List.of(row("1", "", "Проба"), row("1.1", "1.1", "=1+1"), row("1.2", "1.2", "Второе"));

  private final LiveReport report;
  private final LiveScratch scratch;
  private final Layout layout;
  private final String roadmapId;
  private final SheetGateway gateway;
  private final StructureReader structures;
  private final Provisioning provisioning;
  private final String title;
  private final Deque<Integer> made = new ArrayDeque<>();

  /**
   * @param number keeps the tabs apart from those of another run
   */
  LiveWriting(LiveReport report, Connection to, int number) {
    this.report = report;
    this.scratch = new LiveScratch(to);
    this.title = "Сверка " + number;
    this.layout = new Layout(title, to.layout().columns());
    this.roadmapId = "live-" + number;
    this.structures = new StructureReader(to.sheets(), to.failures(), layout, roadmapId);
    this.provisioning = new Provisioning(layout, roadmapId, to.access()::account);
    this.gateway =
        GoogleSheets.gateway(to.settings(), to.access(), layout, roadmapId, Accounts.NONE);
  }

  void run() {
    int tab = Ids.of("live", title);
    try {
      if (report.point("scratch", () -> opened(tab))) {
        new LiveTrials(report, scratch, tab).run();
        provision();
      } else {
        report.untried("needs-access", LiveTrials.POINTS);
        report.untried("needs-access", OWN);
      }
    } finally {
      report.point("cleanup", this::removed);
    }
  }

  private String opened(int tab) {
    scratch.addTab(tab, title + " (2)");
    made.push(tab);
    return "";
  }

  private void provision() {
    if (!report.point("provision", this::provisioned)) {
      report.untried("needs-tab", OWN.subList(1, OWN.size()));
      return;
    }
    int id = made.getFirst();
    report.point("provision-twice", () -> complete(id));
    report.point("write", () -> written(id));
    report.point("replace", () -> replaced(id));
    report.point("insert", () -> inserted(id));
    report.point("insert-end", () -> appended(id));
    report.point("protected", () -> editable(id));
  }

  private String provisioned() {
    made.push(gateway.provision(SheetGateway.NO_TAB, ROWS));
    return "";
  }

  private String complete(int id) {
    int missing = provisioning.missing(structures.read(id), ROWS).size();
    if (missing > 0) {
      throw LiveReport.notOk("provisioned-not", missing);
    }
    return "";
  }

  /** A text that looks like a formula stays a text, and the key column comes back. */
  private String written(int id) {
    int column = layout.indexOf(Layout.CHECK);
    List<String> keys =
        gateway.write(id, List.of(new SheetChange.SetText(2, column, "=1+1")), 0, 0).keys();
    Cell cell = gateway.read(id).orElseThrow().rows().get(2).cell(column);
    if (keys.size() < 4 || !keys.get(2).equals("1.1")) {
      throw LiveReport.notOk("write-keys", keys.toString());
    }
    if (cell.kind() != Cell.Kind.TEXT || !cell.text().equals("=1+1")) {
      throw LiveReport.notOk("write-formula", cell.text());
    }
    return "";
  }

  /** What is overwritten is copied into a hidden tab by the same batch, and comes back. */
  private String replaced(int id) {
    Cell seen = Cell.text("не то, что там стоит");
    Cell stands = ROWS.get(2).cells().get(1);
    List<Cell> replaced =
        gateway.write(id, List.of(new SheetChange.Replace(3, 1, stands, seen)), 0, 0).replaced();
    if (!replaced.equals(List.of(stands))) {
      throw LiveReport.notOk("replace-lost", replaced.toString());
    }
    return "";
  }

  private String inserted(int id) {
    Written unused = gateway.write(id, List.of(new SheetChange.InsertRow(3)), 0, 0);
    var cells = scratch.grid(id).cells(3);
    int status = layout.indexOf(Layout.STATUS);
    boolean inherited = cells.size() > status && cells.get(status).getDataValidation() != null;
    return LiveReport.detail(inherited ? "inherited" : "inherited-not");
  }

  private String appended(int id) {
    int end = scratch.grid(id).rowCount();
    Written unused = gateway.write(id, List.of(new SheetChange.InsertRow(end)), 0, 0);
    return "";
  }

  private String editable(int id) {
    Written unused =
        gateway.write(
            id, List.of(new SheetChange.SetText(0, 0, layout.columns().get(0).header())), 0, 0);
    return "";
  }

  private String removed() {
    hiddenTab().ifPresent(made::push);
    while (!made.isEmpty()) {
      scratch.deleteTab(made.pop());
    }
    return "";
  }

  /** The one that the gateway made to copy into. */
  private Optional<Integer> hiddenTab() {
    String name = Words.sheet("scratch.title", roadmapId);
    return structures.tabs().stream()
        .map(Sheet::getProperties)
        .filter(tab -> name.equals(tab.getTitle()))
        .map(SheetProperties::getSheetId)
        .findFirst();
  }

  private static NewRow row(String tag, String number, String text) {
    return new NewRow(tag, List.of(Cell.text(number), Cell.text(text)));
  }
}
