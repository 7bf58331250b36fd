package org.sverka.local;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A workbook being changed by one request. Confined to that request; {@link #freeze} makes the next
 * workbook of it. Tabs that nobody asks for stay the same objects.
 */
final class WorkbookDraft {
  private static final long MOST_CELLS = 10_000_000;

  private final Workbook base;
  private final EditContext context;
  private final List<Object> tabs = new ArrayList<>();
  private final List<Metadata> metadata;
  private WorkbookProperties properties;
  private long nextRowKey;
  private @Nullable Set<Integer> metadataIds;

  WorkbookDraft(Workbook base, EditContext context) {
    this.base = base;
    this.context = context;
    this.tabs.addAll(base.tabs());
    this.metadata = new ArrayList<>(base.metadata());
    this.properties = base.properties();
    this.nextRowKey = base.nextRowKey();
  }

  WorkbookProperties properties() {
    return properties;
  }

  void setProperties(WorkbookProperties value) {
    properties = value;
  }

  SheetLocale locale() {
    return SheetLocale.named(properties.locale());
  }

  EntryParser entries() {
    return new EntryParser(locale(), context.clock().withZone(ZoneId.of(properties.timeZone())));
  }

  Editor editor() {
    return context.editor();
  }

  boolean metadataFollowsSort() {
    return context.metadataFollowsSort();
  }

  /** Developer metadata of the workbook itself. */
  List<Metadata> metadata() {
    return metadata;
  }

  long takeRowKey() {
    return nextRowKey++;
  }

  /** The ids of all developer metadata; kept, because each new item asks for it. */
  Set<Integer> metadataIds() {
    Set<Integer> ids = metadataIds;
    if (ids == null) {
      ids = new HashSet<>();
      for (MetadataJson.Placed placed : MetadataIndex.all(view())) {
        ids.add(placed.metadata().id());
      }
      metadataIds = ids;
    }
    return ids;
  }

  /** To be called when metadata may have gone. */
  void forgetMetadataIds() {
    metadataIds = null;
  }

  /** The tab, to be changed. Says 400 where there is none. */
  TabDraft grid(int sheetId) {
    return at(indexOf(sheetId, "No grid with id: "));
  }

  TabDraft sheet(int sheetId) {
    return at(indexOf(sheetId, "No sheet with id: "));
  }

  /** Says 400 where there is no such tab. */
  void requireTab(int sheetId) {
    if (tabs.stream().noneMatch(tab -> idOf(tab) == sheetId)) {
      throw ApiException.invalid("No grid with id: " + sheetId);
    }
  }

  int indexOf(int sheetId, String complaint) {
    for (int i = 0; i < tabs.size(); i++) {
      if (idOf(tabs.get(i)) == sheetId) {
        return i;
      }
    }
    throw ApiException.invalid(complaint + sheetId);
  }

  private TabDraft at(int index) {
    Object tab = tabs.get(index);
    if (tab instanceof TabDraft open) {
      return open;
    }
    TabDraft opened = new TabDraft((Tab) tab, this);
    tabs.set(index, opened);
    return opened;
  }

  /** Lets formulas on all tabs follow the lines of one. */
  void shiftFormulas(int sheetId, Shift shift) {
    String title = sheet(sheetId).properties().title();
    for (int i = 0; i < tabs.size(); i++) {
      boolean own = idOf(tabs.get(i)) == sheetId;
      boolean has =
          !(tabs.get(i) instanceof Tab tab) || tab.rows().stream().anyMatch(TabDraft::hasFormula);
      if (has) {
        at(i)
            .changeFormulas(
                formula ->
                    FormulaReferences.shifted(
                        formula,
                        shift,
                        sheetId,
                        name -> name.isEmpty() ? own : name.equalsIgnoreCase(title)));
      }
    }
  }

  int tabCount() {
    return tabs.size();
  }

  void addTab(int index, Tab tab) {
    tabs.add(index, tab);
  }

  void removeTab(int index) {
    tabs.remove(index);
    forgetMetadataIds();
  }

  void moveTab(int from, int to) {
    tabs.add(to, tabs.remove(from));
  }

  /** The workbook as it stands now, for reading. */
  Workbook view() {
    return new Workbook(
        base.id(),
        properties,
        tabs.stream().map(WorkbookDraft::frozen).toList(),
        metadata,
        base.revision(),
        nextRowKey,
        base.createdAt(),
        base.modifiedAt());
  }

  /** The next workbook, or the same one where nothing has changed. */
  Workbook freeze() {
    Workbook next = view();
    long cells =
        next.tabs().stream().mapToLong(tab -> (long) tab.rowCount() * tab.columnCount()).sum();
    if (cells > MOST_CELLS) {
      throw ApiException.invalid(
          "This action would increase the number of cells in the workbook above the limit of 10000000 cells.");
    }
    if (next.equals(base)) {
      return base;
    }
    return new Workbook(
        next.id(),
        next.properties(),
        next.tabs(),
        next.metadata(),
        base.revision() + 1,
        nextRowKey,
        base.createdAt(),
        context.clock().instant());
  }

  private static Tab frozen(Object tab) {
    return tab instanceof TabDraft draft ? draft.freeze() : (Tab) tab;
  }

  private static int idOf(Object tab) {
    return tab instanceof TabDraft draft ? draft.id() : ((Tab) tab).id();
  }

  int freshSheetId() {
    Set<Integer> taken = new HashSet<>();
    tabs.forEach(tab -> taken.add(idOf(tab)));
    return fresh(taken::contains);
  }

  int freshProtectedRangeId() {
    Set<Integer> taken = new HashSet<>();
    view().tabs().forEach(tab -> tab.protectedRanges().forEach(range -> taken.add(range.id())));
    return fresh(taken::contains);
  }

  int fresh(IntPredicate taken) {
    while (true) {
      int id = context.ids().getAsInt();
      if (id > 0 && !taken.test(id)) {
        return id;
      }
    }
  }
}
