package org.sverka.testing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LogReader;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.Lineage;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.OpenData;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.RuleBook;
import org.sverka.rule.RuleSet;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Layout;
import org.sverka.sync.Erasure;
import org.sverka.sync.History;
import org.sverka.sync.Hold;
import org.sverka.sync.MeasureState;
import org.sverka.sync.PublishedRoadmap;
import org.sverka.sync.SheetState;
import org.sverka.sync.State;
import org.sverka.tlog.TransparencyLog;

/** A published roadmap that tests change by hand; each change is an entry of its log. */
public final class FakePublished implements PublishedRoadmap {
  public static final Instant START = Instant.parse("2026-11-23T11:05:02.250Z");
  private static final SheetState SHEET = waiting(SheetState.PendingChange.NONE);

  private volatile Roadmap roadmap;
  private final Layout layout;
  private final MemoryLog log = new MemoryLog();
  private final TransparencyLog tree;
  private final MemoryHistory history = new MemoryHistory();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile SheetState sheet = SHEET;
  private volatile State state;
  private volatile boolean together;
  private volatile Optional<Instant> checkedAt = Optional.of(START);
  private volatile Optional<Instant> staleSince = Optional.empty();

  public FakePublished(Roadmap roadmap) {
    this(roadmap, Sample.layout());
  }

  public FakePublished(Roadmap roadmap, Layout layout) {
    this.roadmap = roadmap;
    this.tree = new MemoryTransparencyLog(log, "sverka.example/" + roadmap.id() + "/log");
    this.layout = layout;
    Map<MeasureNumber, MeasureState> measures = new HashMap<>();
    for (MeasureNumber number : roadmap.measures().keySet()) {
      measures.put(number, untouched(START));
    }
    state = new State(roadmap.edition().name(), 0, START, measures, SHEET);
    commit(
        measure -> measure,
        "",
        entry(EntryType.EDITION, "", "", "", roadmap.edition().name(), Verdict.NONE, List.of()));
  }

  /** The sample with some history: accepted, warned, refused and hostile edits, a repair. */
  public static FakePublished sample(String id) {
    return withHistory(Sample.roadmap(id));
  }

  /** The same history on a roadmap that has these measures. */
  public static FakePublished withHistory(Roadmap roadmap) {
    FakePublished sample = new FakePublished(roadmap);
    sample.accept("1.1", "status", "Не начато", "В работе", "in-progress");
    sample.accept("1.2", "status", "", "Исполнено", "done");
    sample.accept("1.2", "completedOn", "", "01.03.2026", "2026-03-01");
    sample.accept(
        "1.2",
        "evidence",
        "",
        "https://example.org/отчёт\njavascript:alert(1)",
        "https://example.org/report?a=1&b=2\njavascript:alert(1)");
    sample.accept("7.5", "status", "", "Исполняется ежегодно", "recurring");
    sample.accept(
        "1.1",
        "progress.spb",
        "Проведена встреча представителей делового сообщества в марте",
        "Проведены две встречи представителей делового сообщества в марте и апреле",
        "Проведены две встречи представителей делового сообщества в марте и апреле");
    sample.refuse("7.6", "status", "В работе", "Готово", "status-vocabulary");
    sample.repair("7.6", "text", "испорченный текст", "Участие представителей ИОГВ");
    sample.accept("9.1", "progress.spb", "", Hostile.ALL, Hostile.ALL);
    sample.refuse("9.1", "progress.kaliningrad", Hostile.ALL, "x" + Hostile.ALL, "formula");
    return sample;
  }

  /** An edit that passed: the site shows the new value. */
  public void accept(String measure, String column, String before, String after, String value) {
    commit(
        old -> {
          Map<String, String> published = new HashMap<>(old.published());
          published.put(column, value);
          return with(old, published, old.held());
        },
        measure,
        entry(EntryType.EDIT, measure, column, before, after, Verdict.ACCEPTED, List.of()));
  }

  /** An edit that was refused: the column is held. */
  public void refuse(String measure, String column, String before, String after, String rule) {
    long seq = state.revision() + 1;
    commit(
        old -> {
          Map<String, Hold> held = new HashMap<>(old.held());
          held.put(column, new Hold(at(seq), List.of(rule), seq));
          return with(old, old.published(), held);
        },
        measure,
        entry(
            EntryType.EDIT,
            measure,
            column,
            before,
            after,
            Verdict.REJECTED,
            List.of(
                new LoggedFinding(
                    rule,
                    Severity.ERROR,
                    "«Готово» — не статус. Может стоять: Не начато, В работе, Исполнено,"
                        + " Исполняется ежегодно, Отложено. <b>Исправьте</b> ячейку."))));
  }

  /** A signed text that was put back. */
  public void repair(String measure, String column, String before, String after) {
    commit(
        old -> old,
        measure,
        entry(EntryType.REPAIR, measure, column, before, after, Verdict.NONE, List.of()));
  }

  /** An entry that changes nothing that is shown. */
  public void enter(Entry entry) {
    commit(old -> old, "", entry);
  }

  /** Several entries of one turn make one revision, that of the last. */
  public void together(Runnable entries) {
    together = true;
    entries.run();
    together = false;
    history.add(roadmap, state);
    listeners.forEach(Runnable::run);
  }

  /** So much changes at once that it waits for a second look. */
  public void holdMassChange() {
    long seq = state.revision() + 1;
    sheet = waiting(new SheetState.PendingChange("digest", at(seq), at(seq)));
    enter(
        entry(
            EntryType.HELD,
            "",
            "",
            "",
            "",
            Verdict.NONE,
            List.of(new LoggedFinding("mass-change", Severity.WARNING, "Изменилось сразу всё."))));
  }

  /** What waited for a second look was put back before it: no entry says so. */
  public void dropMassChange() {
    sheet = waiting(SheetState.PendingChange.NONE);
    state =
        new State(state.edition(), state.revision(), state.changedAt(), state.measures(), sheet);
    listeners.forEach(Runnable::run);
  }

  private static SheetState waiting(SheetState.PendingChange change) {
    return new SheetState(0, Map.of(), List.of(), Map.of(), false, change, "2026-11-23");
  }

  /** The texts of an entry are erased, also on the site of the past, which is entered. */
  public void erase(long seq) {
    erase(seq, "по обращению");
  }

  /** The same for a reason, which earlier versions did not ask for. */
  public void erase(long seq, String reason) {
    Entry erased = log.entry(seq).orElseThrow().entry();
    log.erase(seq);
    long next = state.revision() + 1;
    enter(Erasure.entry(next, seq, "1.1", reason, at(next)));
    MeasureNumber.parse(erased.measure())
        .filter(state.measures()::containsKey)
        .ifPresent(
            number -> {
              String now = state.measures().get(number).published(erased.column());
              Stream.of(erased.before(), erased.after())
                  .filter(text -> !text.isEmpty() && !text.equals(now))
                  .forEach(text -> history.erase(number, erased.column(), text));
            });
  }

  /** What a reviewer says of an entry. */
  public void review(long about, String decision) {
    long seq = state.revision() + 1;
    commit(
        old -> old,
        "",
        new Entry(
            seq,
            at(seq),
            EntryType.REVIEW,
            "7.6",
            "reviewed",
            "",
            decision,
            Verdict.ACCEPTED,
            List.of(),
            "",
            PartyBasis.UNKNOWN,
            false,
            about));
  }

  /** Another edition of the document: what is new in it begins untouched, reports follow theirs. */
  public void adopt(Roadmap next) {
    Map<MeasureNumber, MeasureState> kept = new HashMap<>();
    Lineage.between(roadmap, next)
        .former()
        .forEach((number, former) -> kept.put(number, state.measures().get(former)));
    Map<MeasureNumber, MeasureState> measures = new HashMap<>();
    for (MeasureNumber number : next.measures().keySet()) {
      measures.put(number, kept.getOrDefault(number, untouched(at(state.revision() + 1))));
    }
    roadmap = next;
    state = new State(state.edition(), state.revision(), state.changedAt(), measures, SHEET);
    commit(
        measure -> measure,
        "",
        entry(EntryType.EDITION, "", "", "", next.edition().name(), Verdict.NONE, List.of()));
  }

  private static MeasureState untouched(Instant at) {
    return new MeasureState(true, Map.of(), Map.of(), Map.of(), Map.of(), at, "", "");
  }

  /** Shows a state that has been made elsewhere, as if it had been committed. */
  public void show(State made) {
    state = made;
  }

  /** Says since when the sheet could not be read. */
  public void stale(Optional<Instant> since) {
    staleSince = since;
    listeners.forEach(Runnable::run);
  }

  /** Says when the sheet was read. */
  public void checked(Optional<Instant> at) {
    checkedAt = at;
  }

  private Entry entry(
      EntryType type,
      String measure,
      String column,
      String before,
      String after,
      Verdict verdict,
      List<LoggedFinding> findings) {
    long seq = state.revision() + 1;
    String party =
        layout.columns().stream()
            .filter(known -> known.key().equals(column))
            .map(known -> known.party())
            .findFirst()
            .orElse("");
    PartyBasis basis = party.isEmpty() ? PartyBasis.UNKNOWN : PartyBasis.COLUMN;
    boolean published = verdict == Verdict.ACCEPTED;
    return new Entry(
        seq, at(seq), type, measure, column, before, after, verdict, findings, party, basis,
        published);
  }

  private static Instant at(long seq) {
    return START.plusSeconds(60 * seq);
  }

  private static MeasureState with(
      MeasureState old, Map<String, String> published, Map<String, Hold> held) {
    return new MeasureState(
        old.present(), old.seen(), published, held, old.rebuffs(), old.changedAt(), "", "");
  }

  private synchronized void commit(UnaryOperator<MeasureState> change, String number, Entry entry) {
    Map<MeasureNumber, MeasureState> measures = new HashMap<>(state.measures());
    MeasureNumber.parse(number)
        .ifPresent(key -> measures.computeIfPresent(key, (k, old) -> change.apply(old)));
    log.append(entry);
    state = new State(roadmap.edition().name(), entry.seq(), entry.at(), measures, sheet);
    if (!together) {
      history.add(roadmap, state);
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public Roadmap roadmap() {
    return roadmap;
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Moscow");
  }

  @Override
  public OpenData openData() {
    return OpenData.NONE;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public Optional<Instant> checkedAt() {
    return checkedAt;
  }

  @Override
  public Optional<Instant> staleSince() {
    return staleSince;
  }

  @Override
  public LogReader log() {
    return log;
  }

  @Override
  public TransparencyLog transparency() {
    return tree;
  }

  @Override
  public History history() {
    return history;
  }

  /** The same log, which counts its readers. */
  public MemoryLog memoryLog() {
    return log;
  }

  @Override
  public String sheetLink() {
    return "http://localhost:8082/";
  }

  @Override
  public RuleBook rules() {
    return RuleBook.of(RuleSet.standard(List.of()));
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
