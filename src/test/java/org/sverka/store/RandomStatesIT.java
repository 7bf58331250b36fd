package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.sverka.sync.State;
import org.sverka.sync.Store;

final class RandomStatesIT {
  private final AtomicInteger roadmaps = new AtomicInteger();
  private Path temp;
  private DataDirectory directory;
  private Store store;

  @BeforeProperty
  void open() throws Exception {
    temp = Files.createTempDirectory("states");
    directory = DataDirectory.open(temp);
    store = Stores.open("", directory);
  }

  @AfterProperty
  void close() throws Exception {
    store.close();
    directory.close();
    try (Stream<Path> files = Files.walk(temp)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<State> states() {
    return RandomStates.states(0);
  }

  @Property(tries = 60)
  void anyState_isLoadedEqual(@ForAll("states") State state) {
    String roadmap = "r" + roadmaps.incrementAndGet();

    store.commit(roadmap, state, state.measures(), List.of());

    assertThat(store.load(roadmap)).contains(state);
  }
}
