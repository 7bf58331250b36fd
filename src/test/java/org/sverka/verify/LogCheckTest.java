package org.sverka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;

final class LogCheckTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SIZE = 300;
  private static final FakePublished ROADMAP = roadmap("before");
  private static final FakePublished OTHER = roadmap("different");
  private static final KeptLog LOG = KeptLog.of(ROADMAP);
  private static final List<String> PARTS = LOG.parts();

  private static FakePublished roadmap(String word) {
    FakePublished roadmap = FakePublished.sample("one");
    while (roadmap.state().revision() < SIZE) {
      roadmap.repair("1.1", "text", word + roadmap.state().revision(), "after");
    }
    return roadmap;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10, 255, 256, 257, 299, 300})
  void logAsItWasWritten_isRight(long size) {
    assertThat(right(KeptLog.of(ROADMAP, size).check()).entries()).isEqualTo(size);
  }

  @Test
  void head_isTheHashOfTheNewestEntry() {
    assertThat(right(LOG.check()).head()).isEqualTo(ROADMAP.log().entry(SIZE).orElseThrow().hash());
  }

  @Property(tries = 1_000)
  void anyChangedByte_isFound(
      @ForAll @IntRange(min = 0, max = 1_000_000) int part,
      @ForAll @IntRange(min = 0, max = 1_000_000) int at,
      @ForAll @IntRange(min = 1, max = 255) int bits)
      throws IOException {
    String name = PARTS.get(part % PARTS.size());
    byte[] changed = LOG.part(name).clone();
    changed[at % changed.length] ^= (byte) bits;
    Assume.that(!name.startsWith("entry ") || !isTheSame(changed, LOG.part(name)));

    assertThat(place(name, wrong(LOG.with(name, changed).check()))).isTrue();
  }

  /** Every byte of what is short. */
  @ParameterizedTest
  @ValueSource(strings = {"key", "checkpoint", "1/000.p/1", "entry 1", "entry 300"})
  void eachChangedByte_isFound(String name) throws IOException {
    for (int at = 0; at < LOG.part(name).length; at++) {
      byte[] changed = LOG.part(name).clone();
      changed[at] ^= 1;
      if (!name.startsWith("entry ") || !isTheSame(changed, LOG.part(name))) {
        assertThat(place(name, wrong(LOG.with(name, changed).check()))).as("byte " + at).isTrue();
      }
    }
  }

  @Property(tries = 100)
  void partThatIsCutOff_isFound(@ForAll @IntRange(min = 0, max = 1_000_000) int part) {
    String name = PARTS.get(part % PARTS.size());
    byte[] bytes = LOG.part(name);

    assertThat(wrong(LOG.with(name, java.util.Arrays.copyOf(bytes, bytes.length - 1)).check()))
        .isNotNull();
    assertThat(wrong(LOG.without(name).check())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/000", "0/001.p/44", "1/000.p/1", "entries/000", "entries/001.p/44"})
  void partThatIsTooLong_isFound(String name) {
    byte[] longer = java.util.Arrays.copyOf(LOG.part(name), LOG.part(name).length + 32);

    assertThat(wrong(LOG.with(name, longer).check()).where()).startsWith(name);
  }

  @Test
  void changedHash_isFoundAtItsPlaceInTheTile() {
    byte[] changed = LOG.part("0/001.p/44").clone();
    changed[32 * 7] ^= 1;

    assertThat(LOG.with("0/001.p/44", changed).check())
        .isEqualTo(new Outcome.Wrong(Fault.TILE, "0/001.p/44 #7"));
  }

  @Test
  void changedEntryOfABundle_isFoundByItsNumber() {
    byte[] changed = LOG.part("entries/001.p/44").clone();
    changed[changed.length - 1] ^= 1;

    assertThat(LOG.with("entries/001.p/44", changed).check())
        .isEqualTo(new Outcome.Wrong(Fault.BUNDLE, "entries/001.p/44 #300"));
  }

  @Test
  void entryOfAnotherLog_isFound() {
    KeptLog other = KeptLog.of(OTHER);

    assertThat(LOG.with("entry 20", other.part("entry 20")).check())
        .isEqualTo(new Outcome.Wrong(Fault.PREVIOUS_HASH, "20"));
  }

  @Test
  void logWrittenAnewAsAWhole_isNotWhatWasSigned() {
    KeptLog forged = KeptLog.of(OTHER);

    assertThat(
            forged
                .with(KeptLog.KEY, LOG.part(KeptLog.KEY))
                .with(KeptLog.CHECKPOINT, LOG.part(KeptLog.CHECKPOINT))
                .check())
        .isEqualTo(new Outcome.Wrong(Fault.CHECKPOINT_ROOT, "300"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 11, 255, 256, 257, 300})
  void earlierCheckpointOfTheSameLog_isItsBeginning(long size) {
    Seen earlier = KeptLog.of(ROADMAP, size).seen();

    Seen next = right(LogCheck.run(LOG, Optional.of(Seen.parse(earlier.text())))).seen();

    assertThat(next).isEqualTo(LOG.seen());
  }

  @Test
  void f69_earlierCheckpointOfALongerLog_showsThatItWasCut() {
    assertThat(LogCheck.run(KeptLog.of(ROADMAP, 299), Optional.of(LOG.seen())))
        .isEqualTo(new Outcome.Wrong(Fault.SEEN_SIZE, "299"));
  }

  @Test
  void earlierCheckpointOfAnotherKey_isRefused() {
    assertThat(wrong(LogCheck.run(LOG, Optional.of(KeptLog.of(OTHER).seen()))).fault())
        .isEqualTo(Fault.SEEN_KEY);
  }

  @Test
  void earlierCheckpointThatIsDamaged_isRefused() {
    Seen damaged = new Seen(LOG.seen().key(), LOG.seen().checkpoint().replaceFirst("300", "200"));

    assertThat(LogCheck.run(LOG, Optional.of(damaged)))
        .isEqualTo(new Outcome.Wrong(Fault.SEEN_FORM, ""));
    assertThat(wrong(LogCheck.run(LOG, Optional.of(Seen.parse("")))).fault())
        .isEqualTo(Fault.SEEN_KEY);
  }

  @Test
  void erasedEntry_isRightIfALaterEntrySaysSo() {
    FakePublished roadmap = FakePublished.sample("one");
    assertThat(right(KeptLog.of(roadmap).check()).erased()).isZero();

    roadmap.erase(5);

    assertThat(right(KeptLog.of(roadmap).check()).erased()).isEqualTo(1);
  }

  @Test
  void erasedEntryOfWhichNoEntrySpeaks_isFound() {
    FakePublished roadmap = FakePublished.sample("one");
    roadmap.erase(5);
    byte[] silenced = KeptLog.json(roadmap.log().entry(6).orElseThrow().erased());

    assertThat(KeptLog.of(roadmap).with("entry 6", silenced).check())
        .isEqualTo(new Outcome.Wrong(Fault.ERASED_UNSAID, "6"));
  }

  @Test
  void erasedEntryWithATextLeft_isFound() {
    FakePublished roadmap = FakePublished.sample("one");
    String entry = new String(LOG.part("entry 5"), StandardCharsets.UTF_8);
    byte[] inPart =
        entry.replace("\"erased\":false", "\"erased\":true").getBytes(StandardCharsets.UTF_8);

    assertThat(KeptLog.of(roadmap).with("entry 5", inPart).check())
        .isEqualTo(new Outcome.Wrong(Fault.ERASED_IN_PART, "5"));
  }

  /** Whether what was found is where the changed part is, or in what is computed from it. */
  private static boolean place(String name, Outcome.Wrong wrong) {
    if (name.startsWith("entry ")) {
      return wrong.where().equals(name.substring("entry ".length()));
    }
    return switch (name) {
      case KeptLog.KEY -> wrong.fault() == Fault.KEY || wrong.fault() == Fault.CHECKPOINT_SIGNATURE;
      case KeptLog.CHECKPOINT -> wrong.fault().name().startsWith("CHECKPOINT_");
      default -> wrong.where().startsWith(name);
    };
  }

  /** An escape in another case of its digits is another byte and the same text. */
  private static boolean isTheSame(byte[] changed, byte[] entry) throws IOException {
    try {
      return JSON.readTree(changed).equals(JSON.readTree(entry));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return false;
    }
  }

  private static Outcome.Right right(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Right.class);
    return (Outcome.Right) outcome;
  }

  private static Outcome.Wrong wrong(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Wrong.class);
    return (Outcome.Wrong) outcome;
  }
}
