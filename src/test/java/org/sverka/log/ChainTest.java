package org.sverka.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;

final class ChainTest {
  private static final Instant AT = Instant.parse("2026-11-23T09:15:02.123456789Z");

  @Test
  void noEntries_giveNone() {
    assertThat(Chain.seal(Chain.ORIGIN, List.of(), () -> "x")).isEmpty();
  }

  @Test
  void entries_followOneAnotherWithASaltEach() {
    var salts = Stream.of("00".repeat(16), "11".repeat(16)).iterator();

    List<SealedEntry> sealed = Chain.seal("ab", List.of(entry(8, "a"), entry(9, "b")), salts::next);

    assertThat(sealed)
        .extracting(SealedEntry::salt)
        .containsExactly("00".repeat(16), "11".repeat(16));
    assertThat(sealed.get(0).previousHash()).isEqualTo("ab");
    assertThat(sealed.get(1).previousHash()).isEqualTo(sealed.get(0).hash());
    assertThat(Chain.follows("ab", sealed.get(0))).isTrue();
    assertThat(Chain.follows("ac", sealed.get(0))).isFalse();
  }

  @Test
  void finerThanAMillisecond_isCut() {
    assertThat(entry(1, "a").at()).isEqualTo(Instant.parse("2026-11-23T09:15:02.123Z"));
  }

  @Test
  void textNoDatabaseHolds_isReplaced() {
    Entry entry = entry(1, "a\0b\uD83D c \uD83D\uDE00");

    assertThat(entry.after()).isEqualTo("a\uFFFDb\uFFFD c \uD83D\uDE00");
    assertThat(new LoggedFinding("r", Severity.NOTE, "\uDE00").message()).isEqualTo("\uFFFD");
  }

  private static Entry entry(long seq, String after) {
    return new Entry(
        seq,
        AT,
        EntryType.EDIT,
        "1.1",
        "status",
        "",
        after,
        Verdict.ACCEPTED,
        List.of(),
        "spb",
        PartyBasis.COLUMN,
        true);
  }
}
