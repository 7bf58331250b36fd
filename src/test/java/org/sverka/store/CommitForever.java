package org.sverka.store;

import java.nio.file.Path;
import java.util.Map;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.MeasureState;
import org.sverka.sync.State;
import org.sverka.sync.Store;

/** A process that commits without end and prints the number of each entry once it is durable. */
public final class CommitForever {
  private CommitForever() {}

  public static void main(String[] args) {
    DataDirectory directory = DataDirectory.open(Path.of(args[0]));
    Store store = Stores.open("", directory);
    long seq = store.load(Samples.ROADMAP).map(State::revision).orElse(0L);
    while (true) {
      Map<MeasureNumber, MeasureState> measures = Samples.logged("Статус " + seq);
      store.commit(
          Samples.ROADMAP,
          Samples.state(seq + 2, measures),
          measures,
          Samples.seal(store, Samples.entry(seq + 1), Samples.entry(seq + 2)));
      seq += 2;
      System.out.println(seq);
    }
  }
}
