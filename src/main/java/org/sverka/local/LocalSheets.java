package org.sverka.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.sverka.local.admin.Controls;

/** All workbooks of this server. Blocks; call it off the event loop. */
final class LocalSheets {
  private static final String ID_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int ID_LENGTH = 43;
  private static final int ROWS = 1000;
  private static final int COLUMNS = 26;

  private final WorkbookStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Controls controls;
  private final int revisionsBack;
  private final ConcurrentHashMap<String, Document> open;

  LocalSheets(WorkbookStore store, Clock clock, Controls controls) {
    this(store, clock, controls, 0, new ConcurrentHashMap<>());
  }

  private LocalSheets(
      WorkbookStore store,
      Clock clock,
      Controls controls,
      int revisionsBack,
      ConcurrentHashMap<String, Document> open) {
    this.store = store;
    this.clock = clock;
    this.controls = controls;
    this.revisionsBack = revisionsBack;
    this.open = open;
  }

  /** The same workbooks as they were so many changes ago, for reading only. */
  LocalSheets earlier(int revisions) {
    return new LocalSheets(store, clock, controls, revisions, open);
  }

  FileStore files() {
    return store.files();
  }

  Clock clock() {
    return clock;
  }

  EditContext context(Editor editor) {
    return new EditContext(
        editor, clock, controls.metadataFollowsSort(), () -> random.nextInt(Integer.MAX_VALUE));
  }

  Optional<Document> find(String id) {
    return present(id)
        .map(document -> revisionsBack == 0 ? document : document.earlier(revisionsBack));
  }

  private Optional<Document> present(String id) {
    Document known = open.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    return Optional.ofNullable(
        open.computeIfAbsent(id, key -> store.load(key).map(this::opened).orElse(null)));
  }

  /** Finds a workbook or answers as Google does. */
  Document need(String id) {
    return find(id).orElseThrow(ApiException::notFound);
  }

  /**
   * Makes a workbook with this id unless it is there: one empty tab, in that locale and time zone.
   */
  Document ensureSpreadsheet(String id, WorkbookProperties properties) {
    return find(id)
        .orElseGet(() -> create(id, properties, draft -> draft.addTab(0, firstTab(properties))));
  }

  /** Makes a workbook with a new id. */
  Document create(WorkbookProperties properties, Consumer<WorkbookDraft> setUp) {
    return create(newId(), properties, setUp);
  }

  private Document create(String id, WorkbookProperties properties, Consumer<WorkbookDraft> setUp) {
    var now = clock.instant();
    Workbook blank = new Workbook(id, properties, List.of(), List.of(), 0, 1, now, now);
    WorkbookDraft draft = new WorkbookDraft(blank, context(Editor.SERVICE));
    setUp.accept(draft);
    return keep(draft.freeze());
  }

  /** Makes a workbook with a new id and the same content. */
  Document copy(Workbook original, String title) {
    return keep(original.copy(newId(), title, clock.instant()));
  }

  private Document opened(Workbook book) {
    return new Document(book, store, new Presence(clock), controls::attended);
  }

  private Document keep(Workbook book) {
    store.save(null, book, Editor.SERVICE);
    Document document = opened(book);
    open.put(book.id(), document);
    return document;
  }

  static Tab firstTab(WorkbookProperties properties) {
    String title = SheetLocale.named(properties.locale()).tabTitle(1);
    return Tab.blank(0, TabProperties.titled(title), ROWS, COLUMNS);
  }

  void remove(String id, Editor editor) {
    need(id).remove(editor, clock.instant());
    open.remove(id);
  }

  /** An id that no file has. */
  String newId() {
    StringBuilder text = new StringBuilder("1");
    for (int i = 0; i < ID_LENGTH; i++) {
      text.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return text.toString();
  }
}
