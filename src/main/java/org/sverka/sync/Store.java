package org.sverka.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.log.Entry;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.tlog.TransparencyLog;

/** Keeps the state and the log of roadmaps. Blocking. */
public interface Store extends AutoCloseable {
  /**
   * The state as of the last commit.
   *
   * @throws ForkedLogException if the log is not the one that was signed
   */
  Optional<State> load(String roadmap);

  /** The hash of the newest entry, {@link org.sverka.log.Chain#ORIGIN} if there is none. */
  String head(String roadmap);

  /**
   * Makes a turn durable, state and log in one transaction. When this returns, both survive a crash
   * and a power cut; when it throws, neither has changed.
   *
   * @param next the new state; of its measures only {@code changed} are written
   * @param entries to append; the first follows {@link #head} and has the number after the last
   * @throws StoreException if the log is not at that place any more, or the disk refuses
   */
  void commit(
      String roadmap,
      State next,
      Map<MeasureNumber, MeasureState> changed,
      List<SealedEntry> entries);

  /**
   * Erases the texts of an entry and enters that, in one transaction. What the site showed of them
   * in the past goes too, as far as it does not show it now.
   *
   * @param entry as it stands in the log
   * @param erasure what is known afterwards
   * @param added its entry
   * @return where else the texts were found
   * @throws StoreException as {@link #commit} does
   */
  Erasure.Traces erase(String roadmap, Entry entry, Erasure erasure, List<SealedEntry> added);

  /** Leaves nothing on the disk of what was taken out of the store. Takes long. */
  void compact();

  /** The canonical JSON of an edition, kept for ever. */
  void keepEdition(String roadmap, String edition, byte[] canonicalJson);

  /** How far something outside has been read; empty if that was never kept. */
  Optional<String> place(String name);

  /** Keeps how far something outside has been read. */
  void keepPlace(String name, String place);

  /** The log of one roadmap. */
  LogReader log(String roadmap);

  /** The newest signed checkpoint of the log; empty if none could be signed yet. */
  Optional<String> checkpoint(String roadmap);

  /**
   * Refuses the log if a checkpoint that was found elsewhere says that it was another one, or a
   * longer one. What is not signed with the log's key says nothing about it.
   *
   * @throws ForkedLogException if it is refused
   */
  void requireNoFork(String roadmap, String checkpoint);

  /** The same log as a tree whose checkpoints are signed. */
  TransparencyLog transparency(String roadmap);

  /** What its site showed at each commit. */
  History history(String roadmap);

  @Override
  void close();
}
