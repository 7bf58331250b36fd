package org.sverka.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.log.Entry;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.Erasure;
import org.sverka.sync.History;
import org.sverka.sync.MeasureState;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;
import org.sverka.tlog.Checkpoint;
import org.sverka.tlog.TransparencyLog;

/** State and log in the tables of a relational database; the notary signs what the log became. */
final class SqlStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

  private final Database database;
  private final Notary notary;

  SqlStore(Database database, Notary notary) {
    this.database = database;
    this.notary = notary;
  }

  @Override
  public Optional<State> load(String roadmap) {
    Optional<Checkpoint> signed = notary.last(roadmap);
    return database.read(
        handle -> {
          Optional<State> state = new StateTables(handle, roadmap).load();
          LogTail tail = new LogTail(handle, roadmap);
          state.map(State::revision).ifPresentOrElse(tail::requireWhole, tail::requireNone);
          signed.ifPresent(
              last -> notary.requireNoFork(roadmap, new TreeTables(handle, roadmap), last));
          return state;
        });
  }

  @Override
  public String head(String roadmap) {
    return database.read(handle -> LogHead.of(handle, roadmap).hash());
  }

  @Override
  public void commit(
      String roadmap,
      State next,
      Map<MeasureNumber, MeasureState> changed,
      List<SealedEntry> entries) {
    if (!next.measures().entrySet().containsAll(changed.entrySet())) {
      throw new StoreException(Words.text("commit-unlike-state", roadmap));
    }
    database.write(handle -> append(handle, roadmap, next, changed, entries));
    if (!entries.isEmpty()) {
      sign(roadmap, next.revision());
    }
  }

  @Override
  public Erasure.Traces erase(
      String roadmap, Entry entry, Erasure erasure, List<SealedEntry> added) {
    List<Erasure.Traces> traces = new ArrayList<>();
    database.write(
        handle -> {
          traces.add(new EraseTables(handle, roadmap).erase(entry, erasure));
          append(handle, roadmap, erasure.next(), erasure.changed(), added);
        });
    sign(roadmap, erasure.next().revision());
    return traces.get(0);
  }

  @Override
  public void compact() {
    database.compact();
  }

  /** What is committed is so, signed or not; the next who asks for a checkpoint tries again. */
  private void sign(String roadmap, long size) {
    try {
      String unused = transparency(roadmap).checkpoint(size);
    } catch (StoreException e) {
      LOG.atWarn().addKeyValue("roadmap", roadmap).log(e.getMessage());
    }
  }

  @Override
  public Optional<String> checkpoint(String roadmap) {
    return notary
        .last(roadmap)
        .map(last -> notary.sign(roadmap, new TreeHead(last.size(), last.root())));
  }

  @Override
  public void requireNoFork(String roadmap, String checkpoint) {
    notary.open(roadmap, checkpoint).ifPresent(seen -> requireNoFork(roadmap, seen));
  }

  /** What goes beyond all that is known to be signed is kept, so that no start forgets it. */
  private void requireNoFork(String roadmap, Checkpoint seen) {
    notary.learn(roadmap, seen);
    Checkpoint unused =
        database.read(
            handle -> {
              notary.requireNoFork(roadmap, new TreeTables(handle, roadmap), seen);
              return seen;
            });
  }

  @Override
  public TransparencyLog transparency(String roadmap) {
    return new SqlTransparencyLog(database, notary, roadmap);
  }

  @Override
  public void keepEdition(String roadmap, String edition, byte[] canonicalJson) {
    String json = new String(canonicalJson, StandardCharsets.UTF_8);
    database.write(handle -> new StateTables(handle, roadmap).keepEdition(edition, json));
  }

  @Override
  public Optional<String> place(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT place FROM reading_place WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void keepPlace(String name, String place) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO reading_place (name, place) VALUES (:name, :place)"
                        + " ON CONFLICT (name) DO UPDATE SET place = excluded.place")
                .bind("name", name)
                .bind("place", place)
                .execute());
  }

  @Override
  public LogReader log(String roadmap) {
    return new SqlLogReader(database, roadmap);
  }

  @Override
  public History history(String roadmap) {
    return new SqlHistory(database, roadmap);
  }

  @Override
  public void close() {
    database.close();
  }

  private void append(
      Handle handle,
      String roadmap,
      State next,
      Map<MeasureNumber, MeasureState> changed,
      List<SealedEntry> entries) {
    LogHead before = LogHead.of(handle, roadmap);
    notary.requireNotBehind(roadmap, before.seq());
    LogHead head = before.after(roadmap, entries);
    if (next.revision() != head.seq()) {
      throw new StoreException(
          Words.text("commit-wrong-revision", roadmap, next.revision(), head.seq()));
    }
    EntryWriter.append(handle, roadmap, entries);
    new TreeTables(handle, roadmap).append(entries);
    new StateTables(handle, roadmap).save(next, changed);
    new HistoryTables(handle, roadmap).save(next, changed);
  }
}
