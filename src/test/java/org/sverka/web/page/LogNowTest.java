package org.sverka.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sverka.feed.FeedView;
import org.sverka.testing.FakePublished;
import org.sverka.text.Messages;

class LogNowTest {
  private final FakePublished roadmap = FakePublished.sample("one");
  private final FeedView view = FeedView.of(roadmap);
  private final Words words = new Words(Messages.of(LogNow.class, "ru"), view);

  /** A page is kept for some minutes, so that it must not count them. */
  @ParameterizedTest
  @CsvSource({"PT2M, меньше часа", "PT59M, меньше часа", "PT3H, 3 часа", "P8D, 8 дней"})
  void timeThatSomethingIsHeld_isNeverTooExactForAPageThatIsKept(Duration time, String said) {
    LogCut cut =
        new LogCut(Map.of(), Map.of(), List.of(), List.of(), true, 0, 0, LogCut.NOTHING_WAITS);
    var since = view.measure("7.6").orElseThrow().held().get("status").since();

    LogNow now = LogNow.of(view, cut, since.plus(time), words);

    assertThat(now.held())
        .filteredOn(held -> held.measure().equals("7.6"))
        .extracting(LogNow.Held::lasting)
        .containsExactly(said);
  }
}
