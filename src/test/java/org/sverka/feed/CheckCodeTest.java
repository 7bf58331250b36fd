package org.sverka.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.text.Sha256;

class CheckCodeTest {
  @Test
  void code_isTheFirstFiftyBits() {
    assertThat(CheckCode.of(118, 342, "f".repeat(64)).text()).isEqualTo("118-342-ZZZZZ-ZZZZZ");
    assertThat(CheckCode.of(1, 1, "0".repeat(64)).text()).isEqualTo("1-1-00000-00000");
    assertThat(CheckCode.of(1, 2, "08" + "0".repeat(62)).text()).isEqualTo("1-2-10000-00000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "118-342-7KQ41-20DJ9",
        "118-342-7kq41-20dj9",
        " 118 - 342 - 7KQ4I - 2ODJ9 ",
        "118-342-7KQ4L20DJ9",
        "118 342 7KQ41 20DJ9",
        "118  342 7kq4120dj9",
        "118—342–7KQ41−20DJ9"
      })
  void typedByHand_isUnderstood(String typed) {
    assertThat(CheckCode.parse(typed)).contains(new CheckCode(118, 342, "7KQ4120DJ9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "118", "118-342", "118-342-7KQ4", "0-1-00000-00000", "1-2-0000!-00000", "<b>"})
  void somethingElse_isNoCode(String typed) {
    assertThat(CheckCode.parse(typed)).isEmpty();
  }

  @Property(tries = 200)
  void whatIsPrinted_isRead(
      @ForAll @LongRange(min = 1) long since,
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long revision,
      @ForAll String bytes) {
    long first = 1 + since % 999_999_999_999_999_999L;
    CheckCode code =
        CheckCode.of(
            first, revision, Sha256.hex(bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertThat(CheckCode.parse(code.text())).contains(code);
  }
}
