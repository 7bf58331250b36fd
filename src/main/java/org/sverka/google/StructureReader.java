package org.sverka.google;

import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sverka.google.Structure.Origin;
import org.sverka.sheet.Layout;

/**
 * Finds the roadmap's tab and how it stands: one request for what tabs there are, one for the tab
 * in question.
 */
record StructureReader(
    SheetsApi api, Failures failures, Layout layout, String roadmapId, TabKind kind) {
  /** Of the roadmap's own tab. */
  StructureReader(SheetsApi api, Failures failures, Layout layout, String roadmapId) {
    this(api, failures, layout, roadmapId, TabKind.TABLE);
  }

  private static final String METADATA = "developerMetadata(metadataId,metadataKey,metadataValue)";
  private static final String OVERVIEW =
      "spreadsheetId,sheets(properties(sheetId,title,sheetType)," + METADATA + ")";
  private static final String LINES =
      "rowMetadata(pixelSize,%1$s),columnMetadata(pixelSize,%1$s)".formatted(METADATA);
  private static final String SIZE =
      "properties(sheetId,title,gridProperties(rowCount,columnCount))";

  /** The mask for all that provisioning looks at. */
  static final String DETAILS =
      "spreadsheetId,sheets(%s,%s,protectedRanges.protectedRangeId,".formatted(SIZE, METADATA)
          + "conditionalFormats(ranges,booleanRule.condition),data(startRow,startColumn,"
          + LINES
          + ",rowData.values(userEnteredValue,formattedValue,dataValidation.condition)))";

  private static final String TAGS =
      "spreadsheetId,sheets(%s,data(startRow,startColumn,%s))".formatted(SIZE, LINES);

  /** All tabs, without their content. */
  List<Sheet> tabs() {
    Spreadsheet answer = api.overview(OVERVIEW);
    List<Sheet> tabs = Absent.list(answer.getSheets());
    // A spreadsheet has at least one tab; an answer without any is not an answer.
    if (tabs.isEmpty() || tabs.stream().anyMatch(tab -> tab.getProperties() == null)) {
      throw failures.unusable(Words.operator("no-sheets"));
    }
    return tabs;
  }

  /** The roadmap's tab among them: by its tag, else by its title. */
  Optional<Sheet> ours(List<Sheet> tabs) {
    List<Sheet> tagged = tabs.stream().filter(this::isTagged).toList();
    List<Sheet> titled = kind.isTable() ? tabs.stream().filter(this::isTitled).toList() : List.of();
    // A copy of the tab within the spreadsheet may bear the tag as well.
    Optional<Sheet> both = tagged.stream().filter(titled::contains).findFirst();
    return both.or(() -> tagged.stream().findFirst()).or(() -> titled.stream().findFirst());
  }

  /** How the tab with that id stands; else the one that is ours; or that there is none. */
  Structure read(int sheetId) {
    List<Sheet> tabs = tabs();
    Optional<Sheet> byId = tabs.stream().filter(tab -> id(tab) == sheetId).findFirst();
    Optional<Sheet> ours = byId.or(() -> ours(tabs));
    if (ours.isPresent()) {
      Structure known = details(ours.get(), Origin.STANDING);
      boolean blank = !isTagged(ours.get()) && isBlank(known.grid());
      return blank ? new Structure(Origin.BLANK, known.sheet(), known.grid(), layout) : known;
    }
    // The single tab of a new spreadsheet is taken over, if nobody has typed anything into it.
    if (kind.isTable() && tabs.size() == 1 && isGrid(tabs.get(0))) {
      Structure only = details(tabs.get(0), Origin.BLANK);
      if (isBlank(only.grid())) {
        return only;
      }
    }
    return absent(tabs);
  }

  /** The rows and columns of a tab with all their metadata, without the cells. */
  Grid tags(int sheetId) {
    Spreadsheet answer = api.tab(sheetId, TAGS);
    return new GridReader(failures).read(sheet(answer, sheetId));
  }

  private Structure details(Sheet tab, Origin origin) {
    int sheetId = id(tab);
    Sheet sheet = sheet(api.tab(sheetId, DETAILS), sheetId);
    return new Structure(origin, sheet, new GridReader(failures).read(sheet), layout);
  }

  private Sheet sheet(Spreadsheet answer, int sheetId) {
    return GridReader.find(answer, sheetId)
        .orElseThrow(() -> failures.unusable(Words.operator("no-sheets")));
  }

  private Structure absent(List<Sheet> tabs) {
    Set<Integer> taken = new HashSet<>();
    tabs.forEach(tab -> taken.add(id(tab)));
    int sheetId = Ids.free(Ids.of(roadmapId, kind.word()), taken);
    String title = freeTitle(tabs);
    SheetProperties properties = new SheetProperties().setSheetId(sheetId).setTitle(title);
    Grid nothing = new Grid(sheetId, title, 0, 0, List.of(), List.of(), List.of());
    return new Structure(Origin.ABSENT, new Sheet().setProperties(properties), nothing, layout);
  }

  /** The title, with a number if somebody else has it. */
  private String freeTitle(List<Sheet> tabs) {
    Set<String> taken =
        tabs.stream().map(tab -> tab.getProperties().getTitle()).collect(Collectors.toSet());
    return IntStream.rangeClosed(1, tabs.size() + 1)
        .mapToObj(n -> n == 1 ? layout.tab() : layout.tab() + " " + n)
        .filter(title -> !taken.contains(title))
        .findFirst()
        .orElse(layout.tab());
  }

  private static int id(Sheet tab) {
    return Absent.number(tab.getProperties().getSheetId());
  }

  private boolean isTagged(Sheet tab) {
    return Structure.bears(tab, kind.tag(), roadmapId);
  }

  private boolean isTitled(Sheet tab) {
    return layout.tab().equals(tab.getProperties().getTitle());
  }

  private static boolean isGrid(Sheet tab) {
    String type = tab.getProperties().getSheetType();
    return type == null || type.equals("GRID");
  }

  private static boolean isBlank(Grid grid) {
    return grid.rowData().stream()
        .flatMap(row -> Absent.list(row.getValues()).stream())
        .allMatch(cell -> CellReader.read(cell).isEmpty());
  }
}
