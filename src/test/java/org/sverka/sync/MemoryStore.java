package org.sverka.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.testing.MemoryLog;
import org.sverka.tlog.TransparencyLog;

/** State and log of one roadmap in memory. Refuses what a database refuses. */
final class MemoryStore implements Store {
  private final MemoryLog log = new MemoryLog();
  private final Map<String, String> places = new HashMap<>();
  private Optional<State> state = Optional.empty();
  private final KeptEditions history = new KeptEditions();
  private boolean losesNextAnswer;

  /** The next commit is made, and fails all the same. */
  void loseNextAnswer() {
    losesNextAnswer = true;
  }

  List<SealedEntry> entries() {
    return log.entries();
  }

  @Override
  public Optional<State> load(String roadmap) {
    return state;
  }

  @Override
  public String head(String roadmap) {
    List<SealedEntry> entries = entries();
    return entries.isEmpty() ? Chain.ORIGIN : entries.get(entries.size() - 1).hash();
  }

  @Override
  public void commit(
      String roadmap,
      State next,
      Map<MeasureNumber, MeasureState> changed,
      List<SealedEntry> added) {
    if (next.revision() != entries().size() + added.size()) {
      throw new StoreException("The state is not that of the newest entry");
    }
    log.add(added);
    state = Optional.of(next);
    if (losesNextAnswer) {
      losesNextAnswer = false;
      throw new StoreException("The disk did not answer");
    }
  }

  @Override
  public void keepEdition(String roadmap, String edition, byte[] canonicalJson) {
    history.keep(edition, canonicalJson);
  }

  @Override
  public Optional<String> place(String name) {
    return Optional.ofNullable(places.get(name));
  }

  @Override
  public void keepPlace(String name, String place) {
    places.put(name, place);
  }

  /** Nothing is signed. */
  @Override
  public Optional<String> checkpoint(String roadmap) {
    return Optional.empty();
  }

  @Override
  public void requireNoFork(String roadmap, String checkpoint) {}

  @Override
  public LogReader log(String roadmap) {
    return log;
  }

  @Override
  public Erasure.Traces erase(
      String roadmap, Entry entry, Erasure erasure, List<SealedEntry> added) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void compact() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TransparencyLog transparency(String roadmap) {
    throw new UnsupportedOperationException();
  }

  @Override
  public History history(String roadmap) {
    return history;
  }

  @Override
  public void close() {}
}
