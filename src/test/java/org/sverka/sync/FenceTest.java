package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FenceTest {
  private final Fence fence = new Fence();

  @Test
  void sheetThatIsClaimed_isOursOnceALookShowsTheMark() {
    fence.saw("former");
    assertThat(fence.isOpen()).isTrue();
    fence.claimed("a");
    assertThat(fence.isOurs()).isFalse();
    fence.saw("a");
    assertThat(fence.isOurs()).isTrue();
    assertThat(fence.refusal()).isEmpty();
  }

  @Test
  void f63_markOfAnother_endsWritingUntilAnOperatorSaysSo() {
    fence.saw("");
    fence.claimed("a");
    fence.saw("b");
    assertThat(fence.isOurs()).isFalse();
    assertThat(fence.isOpen()).isFalse();
    assertThat(fence.refusal()).isPresent();
    fence.saw("");
    assertThat(fence.isLost()).isTrue();

    fence.reopen();
    assertThat(fence.isOpen()).isTrue();
    assertThat(fence.refusal()).isEmpty();
  }

  @Test
  void oldCopyWithTheFormerMark_isNotWrittenToAndNotBelieved() {
    fence.saw("former");
    fence.claimed("a");
    fence.saw("a");
    fence.saw("former");
    assertThat(fence.isOurs()).isFalse();
    assertThat(fence.isLost()).isFalse();
    fence.saw("a");
    assertThat(fence.isOurs()).isTrue();
  }

  @Test
  void markThatStaysAway_isMadeAgain() {
    fence.saw("former");
    fence.claimed("a");
    for (int look = 0; look < 6; look++) {
      fence.saw("former");
    }
    assertThat(fence.isOpen()).isTrue();
    fence.claimed("b");
    fence.saw("");
    assertThat(fence.isOpen()).isTrue();
  }

  @Test
  void sheetThatBearsNoMarks_isOurs() {
    fence.saw("");
    fence.claimed("");
    assertThat(fence.isOurs()).isTrue();
  }
}
